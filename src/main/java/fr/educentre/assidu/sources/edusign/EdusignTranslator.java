package fr.educentre.assidu.sources.edusign;

import fr.educentre.assidu.evidence.Channel;
import fr.educentre.assidu.evidence.Deliveries.Delivery;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.sources.core.DeliveryTranslation;
import fr.educentre.assidu.sources.core.DeliveryTranslator;
import fr.educentre.assidu.sources.core.LenientJson;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * A webhook about a course has the course read at Edusign, what it says itself being no more than a hint; without a key
 * for the interface, what its body holds is taken. Its signature is over the body alone: what a header says of it, its type,
 * may be anybody's, and never ends a sheet.
 */
@Component
class EdusignTranslator implements DeliveryTranslator {

    private static final String TYPE = "x-edusign-webhook-type";
    private static final String ON_LOCKED = "on_course_locked";
    private static final Set<String> JUSTIFIED = Set.of("on_justified_absence", "on_request_justified_absence");

    /** Which say nothing about who was there. Edusign spells the last one so. */
    private static final Set<String> IDLE =
            Set.of("cron_midnight", "on_course_deleted", "on_zoom_meeting_created", "on_abscence_report_generated");

    private final EdusignClient api;
    private final EdusignCourseFetcher pull;
    private final EdusignSheet sheet;

    EdusignTranslator(EdusignClient api, EdusignCourseFetcher pull, EdusignSheet sheet) {
        this.api = api;
        this.pull = pull;
        this.sheet = sheet;
    }

    @Override
    public String connector() {
        return EdusignClient.CONNECTOR;
    }

    @Override
    public DeliveryTranslation translate(Delivery delivery) {
        Optional<JsonNode> body = LenientJson.read(delivery.bytes());
        if (body.isEmpty()) {
            return not("noJson");
        }
        String pulled = header(delivery, EdusignCourseFetcher.PULLED);
        if (!pulled.isEmpty()) {
            return EdusignCourse.of(body.get())
                    .map(course -> sheet.translate(
                            course,
                            course.locked() || pulled.equals(EdusignCourseFetcher.LOCKED),
                            Channel.API,
                            delivery.id()))
                    .orElseGet(() -> not("noStudents"));
        }
        String type = type(delivery, body.get());
        if (JUSTIFIED.contains(type)) {
            return nothing("outcome.justified");
        }
        if (IDLE.contains(type)) {
            return nothing("outcome.idle", type);
        }
        return ofCourse(type, body.get(), delivery);
    }

    private DeliveryTranslation ofCourse(String type, JsonNode body, Delivery delivery) {
        Optional<String> id = EdusignCourseFinder.courseId(body);
        if (id.isEmpty()) {
            return type.startsWith("on_course") || type.isEmpty()
                    ? not("noCourse", type)
                    : nothing("outcome.idle", type);
        }
        if (api.configured()) {
            pull.plan(id.get(), false, "");
            return nothing("outcome.asked", id.get());
        }
        Optional<EdusignCourse> course = EdusignCourse.of(body);
        return course.isPresent()
                ? sheet.translate(
                        course.get(),
                        course.get().locked() || signedType(body).equals(ON_LOCKED),
                        Channel.WEBHOOK,
                        delivery.id())
                : not("needsKey", id.get());
    }

    private static String type(Delivery delivery, JsonNode body) {
        String header = header(delivery, TYPE);
        return header.isEmpty() ? signedType(body) : header;
    }

    /** As the body says it, which the signature covers. */
    private static String signedType(JsonNode body) {
        return Stream.of("type", "event", "webhook_type", "webhookType")
                .map(name -> EdusignProtocol.JSON.text(body, name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("")
                .toLowerCase(Locale.ROOT);
    }

    private static String header(Delivery delivery, String name) {
        return delivery.headers().entrySet().stream()
                .filter(one -> one.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    private DeliveryTranslation nothing(String key, Object... arguments) {
        return new DeliveryTranslation.Nothing(Wording.of("connectors.edusign." + key, arguments));
    }

    private DeliveryTranslation not(String problem, Object... arguments) {
        return new DeliveryTranslation.NotUnderstood(Wording.of("connectors.edusign.problem." + problem, arguments));
    }
}
