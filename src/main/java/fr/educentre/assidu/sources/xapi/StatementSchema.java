package fr.educentre.assidu.sources.xapi;

import static fr.educentre.assidu.sources.xapi.ValueChecks.byObjectType;
import static fr.educentre.assidu.sources.xapi.ValueChecks.hasAny;
import static fr.educentre.assidu.sources.xapi.ValueChecks.listOf;
import static fr.educentre.assidu.sources.xapi.ValueChecks.number;
import static fr.educentre.assidu.sources.xapi.ValueChecks.oneOf;
import static fr.educentre.assidu.sources.xapi.ValueChecks.text;
import static fr.educentre.assidu.sources.xapi.ValueChecks.typed;
import static fr.educentre.assidu.sources.xapi.XapiFormats.BOOLEAN;
import static fr.educentre.assidu.sources.xapi.XapiFormats.DURATION;
import static fr.educentre.assidu.sources.xapi.XapiFormats.EXTENSIONS;
import static fr.educentre.assidu.sources.xapi.XapiFormats.IRI;
import static fr.educentre.assidu.sources.xapi.XapiFormats.LANGUAGE;
import static fr.educentre.assidu.sources.xapi.XapiFormats.LANGUAGE_MAP;
import static fr.educentre.assidu.sources.xapi.XapiFormats.NUMBER;
import static fr.educentre.assidu.sources.xapi.XapiFormats.STRING;
import static fr.educentre.assidu.sources.xapi.XapiFormats.TIMESTAMP;
import static fr.educentre.assidu.sources.xapi.XapiFormats.UUID;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The tables of xAPI 1.0.3: what each object of a statement is made of (specification, part 2, section 2). */
final class StatementSchema {

    static final String VOIDED = "http://adlnet.gov/expapi/verbs/voided";

    private static final String[] IDENTIFIERS = {"mbox", "mbox_sha1sum", "openid", "account"};
    private static final Pattern MBOX = Pattern.compile("mailto:[^\\s@]+@[^\\s@]+");
    private static final Pattern SHA1 = Pattern.compile("[0-9a-fA-F]{40}");
    private static final Pattern SHA2 = Pattern.compile("[0-9a-fA-F]{56,128}");
    private static final Pattern VERSION = Pattern.compile("1\\.0(\\.\\d+)?");

    private static final ValueChecks AGENT =
            identified("Agent", false).rule((agent, path) -> identifiers(agent, path, 1));
    private static final ValueChecks GROUP = identified("Group", true)
            .optional("member", listOf(AGENT))
            .rule((group, path) -> {
                identifiers(group, path, hasAny(group, "member") ? 0 : 1);
                if (!hasAny(group, IDENTIFIERS)
                        && group.get("member") instanceof List<?> members
                        && members.isEmpty()) {
                    throw new InvalidStatement(path + ".member", "empty");
                }
            });
    static final ValueChecks ACTOR = byObjectType("Agent", Map.of("Agent", AGENT, "Group", GROUP));

    private static final ValueChecks VERB =
            new ObjectSchema().required("id", IRI).optional("display", LANGUAGE_MAP);

    private static final ValueChecks COMPONENTS =
            listOf(new ObjectSchema().required("id", STRING).optional("description", LANGUAGE_MAP));
    private static final Map<String, Set<String>> COMPONENTS_OF = Map.of(
            "choice", Set.of("choices"),
            "sequencing", Set.of("choices"),
            "likert", Set.of("scale"),
            "matching", Set.of("source", "target"),
            "performance", Set.of("steps"));
    private static final ValueChecks DEFINITION = new ObjectSchema()
            .optional("name", LANGUAGE_MAP)
            .optional("description", LANGUAGE_MAP)
            .optional("type", IRI)
            .optional("moreInfo", IRI)
            .optional("extensions", EXTENSIONS)
            .optional(
                    "interactionType",
                    oneOf(
                            "true-false",
                            "choice",
                            "fill-in",
                            "long-fill-in",
                            "matching",
                            "performance",
                            "sequencing",
                            "likert",
                            "numeric",
                            "other"))
            .optional("correctResponsesPattern", listOf(STRING))
            .optional("choices", COMPONENTS)
            .optional("scale", COMPONENTS)
            .optional("source", COMPONENTS)
            .optional("target", COMPONENTS)
            .optional("steps", COMPONENTS)
            .rule(StatementSchema::interaction);
    private static final ValueChecks ACTIVITY = new ObjectSchema()
            .optional("objectType", oneOf("Activity"))
            .required("id", IRI)
            .optional("definition", DEFINITION);
    private static final ValueChecks STATEMENT_REF =
            new ObjectSchema().required("objectType", oneOf("StatementRef")).required("id", UUID);

    private static final ValueChecks SCORE = new ObjectSchema()
            .optional("scaled", number(n -> Math.abs(n.doubleValue()) <= 1, "-1 .. 1"))
            .optional("raw", NUMBER)
            .optional("min", NUMBER)
            .optional("max", NUMBER)
            .rule(StatementSchema::score);
    private static final ValueChecks RESULT = new ObjectSchema()
            .optional("score", SCORE)
            .optional("success", BOOLEAN)
            .optional("completion", BOOLEAN)
            .optional("response", STRING)
            .optional("duration", DURATION)
            .optional("extensions", EXTENSIONS);

    /** One activity is accepted where a list stands in the specification, and stored as a list. */
    private static final ValueChecks ACTIVITIES = (value, path) -> {
        if (value instanceof Map) {
            ACTIVITY.check(value, path);
        } else {
            listOf(ACTIVITY).check(value, path);
        }
    };

    private static final ValueChecks CONTEXT = new ObjectSchema()
            .optional("registration", UUID)
            .optional("instructor", ACTOR)
            .optional("team", byObjectType(null, Map.of("Group", GROUP)))
            .optional(
                    "contextActivities",
                    new ObjectSchema()
                            .optional("parent", ACTIVITIES)
                            .optional("grouping", ACTIVITIES)
                            .optional("category", ACTIVITIES)
                            .optional("other", ACTIVITIES))
            .optional("revision", STRING)
            .optional("platform", STRING)
            .optional("language", LANGUAGE)
            .optional("statement", STATEMENT_REF)
            .optional("extensions", EXTENSIONS);

    /** The content of an attachment is not taken in: it must be found at {@code fileUrl}. */
    private static final ValueChecks ATTACHMENTS = listOf(new ObjectSchema()
            .required("usageType", IRI)
            .required("display", LANGUAGE_MAP)
            .optional("description", LANGUAGE_MAP)
            .required("contentType", STRING)
            .required("length", number(n -> n.doubleValue() >= 0 && n.doubleValue() % 1 == 0, "integer"))
            .required("sha2", text(SHA2.asMatchPredicate(), "SHA-2"))
            .required("fileUrl", IRI));

    private static final ValueChecks SUB_STATEMENT = statement(
                    Map.of("Activity", ACTIVITY, "Agent", AGENT, "Group", GROUP, "StatementRef", STATEMENT_REF))
            .required("objectType", oneOf("SubStatement"));
    static final ValueChecks STATEMENT = statement(Map.of(
                    "Activity", ACTIVITY,
                    "Agent", AGENT,
                    "Group", GROUP,
                    "StatementRef", STATEMENT_REF,
                    "SubStatement", SUB_STATEMENT))
            .optional("id", UUID)
            .optional("stored", TIMESTAMP)
            .optional("authority", ACTOR)
            .optional("version", text(VERSION.asMatchPredicate(), "1.0.x"));

    private StatementSchema() {}

    private static ObjectSchema statement(Map<String, ValueChecks> objects) {
        return new ObjectSchema()
                .required("actor", ACTOR)
                .required("verb", VERB)
                .required("object", byObjectType("Activity", objects))
                .optional("result", RESULT)
                .optional("context", CONTEXT)
                .optional("timestamp", TIMESTAMP)
                .optional("attachments", ATTACHMENTS)
                .rule(StatementSchema::whole);
    }

    private static ObjectSchema identified(String objectType, boolean typeRequired) {
        var shape = new ObjectSchema()
                .optional("name", STRING)
                .optional("mbox", text(MBOX.asMatchPredicate(), "mailto:"))
                .optional("mbox_sha1sum", text(SHA1.asMatchPredicate(), "SHA-1"))
                .optional("openid", IRI)
                .optional(
                        "account", new ObjectSchema().required("homePage", IRI).required("name", STRING));
        return typeRequired
                ? shape.required("objectType", oneOf(objectType))
                : shape.optional("objectType", oneOf(objectType));
    }

    private static void identifiers(Map<?, ?> who, String path, int atLeast) {
        long found =
                java.util.Arrays.stream(IDENTIFIERS).filter(who::containsKey).count();
        if (found < atLeast || found > 1) {
            throw new InvalidStatement(path, "identifier", String.join(" | ", IDENTIFIERS));
        }
    }

    private static void interaction(Map<?, ?> definition, String path) {
        Object type = definition.get("interactionType");
        if (type == null
                && hasAny(definition, "correctResponsesPattern", "choices", "scale", "source", "target", "steps")) {
            throw new InvalidStatement(path + ".interactionType", "missing");
        }
        for (String components : List.of("choices", "scale", "source", "target", "steps")) {
            if (definition.containsKey(components)
                    && !COMPONENTS_OF
                            .getOrDefault(String.valueOf(type), Set.of())
                            .contains(components)) {
                throw new InvalidStatement(path + "." + components, "unknown");
            }
        }
    }

    private static void score(Map<?, ?> score, String path) {
        double min = score.get("min") instanceof Number n ? n.doubleValue() : Double.NEGATIVE_INFINITY;
        double max = score.get("max") instanceof Number n ? n.doubleValue() : Double.POSITIVE_INFINITY;
        if (min >= max) {
            throw new InvalidStatement(path + ".max", "format", "> min");
        }
        if (score.get("raw") instanceof Number raw && (raw.doubleValue() < min || raw.doubleValue() > max)) {
            throw new InvalidStatement(path + ".raw", "format", "min .. max");
        }
    }

    private static void whole(Map<?, ?> statement, String path) {
        Map<?, ?> object = (Map<?, ?>) statement.get("object");
        Map<?, ?> verb = (Map<?, ?>) statement.get("verb");
        Object type = object == null || object.get("objectType") == null ? "Activity" : object.get("objectType");
        if (verb != null && VOIDED.equals(verb.get("id")) && !"StatementRef".equals(type)) {
            throw new InvalidStatement(path + ".object", "voiding");
        }
        if (!"Activity".equals(type) && statement.get("context") instanceof Map<?, ?> context) {
            for (String member : List.of("revision", "platform")) {
                if (context.containsKey(member)) {
                    throw new InvalidStatement(path + ".context." + member, "unknown");
                }
            }
        }
    }

    /** Anything that is an object, before it is looked into. */
    static final ValueChecks OBJECT = typed(Map.class, "object");
}
