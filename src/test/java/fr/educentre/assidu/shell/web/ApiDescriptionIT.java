package fr.educentre.assidu.shell.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.Calls;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.RecordComponent;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@AssiduIT
class ApiDescriptionIT {

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    Calls calls;

    @Autowired
    JsonMapper json;

    private final SchemaNames names = new SchemaNames();

    private JsonNode description;

    @BeforeEach
    void read() {
        description = json.readTree(
                calls.send(HttpRequest.newBuilder(calls.uri("/v3/api-docs")).build())
                        .body());
    }

    @Test
    void no_two_types_share_one_name() {
        var types = new TreeMap<String, Set<Class<?>>>();
        types().forEach(type -> types.computeIfAbsent(names.getNameOfClass(type), name -> new LinkedHashSet<>())
                .add(type));

        assertThat(types.keySet()).contains("TrainingJsonSession", "TrainingJsonFunding");
        assertThat(types.values()).allSatisfy(sharing -> assertThat(sharing).hasSize(1));
    }

    @Test
    void a_part_has_its_own_types_schema() {
        assertThat(property("TrainingJsonEnrolment", "fundings")
                        .at("/items/$ref")
                        .asString())
                .isEqualTo("#/components/schemas/TrainingJsonFunding");
        assertThat(description
                        .at("/components/schemas/TrainingJsonFunding/properties")
                        .propertyNames())
                .containsExactlyInAnyOrder("id", "funder", "fileNumber", "agreedHours", "priority");
    }

    @Test
    void what_may_be_null_says_so() {
        var wrong = new ArrayList<String>();
        for (Class<?> type : types()) {
            String schema = names.getNameOfClass(type);
            if (type.isRecord()
                    && description.at("/components/schemas/" + schema).isObject()) {
                Stream.of(type.getRecordComponents())
                        .filter(ApiDescriptionIT::writtenAndMaybeNull)
                        .filter(part -> !mayBeNull(property(schema, part.getName())))
                        .forEach(part -> wrong.add(schema + "." + part.getName()));
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(mayBeNull(property("TrainingJsonSession", "meeting"))).isTrue();
        assertThat(mayBeNull(property("TrainingJsonSession", "room"))).isTrue();
        assertThat(mayBeNull(property("TrainingJsonSession", "title"))).isFalse();
        assertThat(mayBeNull(property("TrainingJsonSession", "trainer"))).isFalse();
    }

    @Test
    void a_call_that_takes_a_body_describes_it() {
        var wrong = new TreeSet<String>();
        requestMappingHandlerMapping
                .getHandlerMethods()
                .forEach((info, handler) -> info.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/api/") && !pattern.endsWith("**"))
                        .forEach(pattern -> info.getMethodsCondition().getMethods().stream()
                                .filter(verb -> takesBody(verb, handler))
                                .filter(verb -> description
                                        .path("paths")
                                        .path(pattern)
                                        .path(verb.name().toLowerCase(Locale.ROOT))
                                        .at("/requestBody/content")
                                        .isMissingNode())
                                .forEach(verb -> wrong.add(verb + " " + pattern))));
        assertThat(wrong).isEmpty();
    }

    private static boolean takesBody(RequestMethod verb, HandlerMethod handler) {
        return (verb == RequestMethod.POST || verb == RequestMethod.PUT)
                && Stream.of(handler.getMethodParameters())
                        .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class)
                                || HttpServletRequest.class.equals(parameter.getParameterType()));
    }

    private static boolean writtenAndMaybeNull(RecordComponent part) {
        return part.getAnnotatedType().isAnnotationPresent(Nullable.class)
                && !part.getAccessor().isAnnotationPresent(JsonIgnore.class)
                && !part.getAccessor().isAnnotationPresent(JsonUnwrapped.class);
    }

    private JsonNode property(String schema, String name) {
        return description
                .path("components")
                .path("schemas")
                .path(schema)
                .path("properties")
                .path(name);
    }

    private static boolean mayBeNull(JsonNode property) {
        JsonNode type = property.path("type");
        boolean anything =
                property.isObject() && type.isMissingNode() && !property.has("$ref") && !property.has("anyOf");
        return anything
                || type.valueStream().anyMatch(one -> "null".equals(one.asString()))
                || property.path("anyOf")
                        .valueStream()
                        .anyMatch(one -> "null".equals(one.path("type").asString("")));
    }

    /** Of Assidu, in what calls take and answer. */
    private Set<Class<?>> types() {
        var found = new LinkedHashSet<Class<?>>();
        requestMappingHandlerMapping.getHandlerMethods().values().stream()
                .filter(handler -> handler.getBeanType().getPackageName().startsWith("fr.educentre"))
                .forEach(handler -> {
                    add(ResolvableType.forMethodReturnType(handler.getMethod()), found);
                    Stream.of(handler.getMethodParameters())
                            .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                            .forEach(parameter -> add(ResolvableType.forMethodParameter(parameter), found));
                });
        return found;
    }

    private static void add(ResolvableType type, Set<Class<?>> found) {
        Stream.of(type.getGenerics()).forEach(argument -> add(argument, found));
        Class<?> raw = type.isArray() ? type.getComponentType().toClass() : type.toClass();
        if (raw.getPackageName().startsWith("fr.educentre") && found.add(raw) && raw.isRecord()) {
            Stream.of(raw.getRecordComponents())
                    .forEach(part -> add(ResolvableType.forMethodReturnType(part.getAccessor()), found));
        }
    }
}
