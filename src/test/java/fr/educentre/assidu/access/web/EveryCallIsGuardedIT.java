package fr.educentre.assidu.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Guarded;
import fr.educentre.assidu.access.ResourceGuard;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.Calls;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@AssiduIT
class EveryCallIsGuardedIT {

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    List<ResourceGuard> guards;

    @Autowired
    Calls calls;

    @Test
    void every_call_says_which_roles_may_make_it() {
        assertThat(calls().filter(call -> RefusalOrder.allowed(call.method()) == null))
                .as("calls without @AllowedRoles")
                .isEmpty();
    }

    @Test
    void every_guard_named_by_a_call_exists() {
        var kinds = guards.stream().map(ResourceGuard::kind).collect(Collectors.toSet());
        assertThat(calls().map(call -> call.method().getMethodAnnotation(Guarded.class))
                        .filter(java.util.Objects::nonNull)
                        .map(Guarded::value)
                        .collect(Collectors.toSet()))
                .isSubsetOf(kinds);
    }

    @Test
    void every_call_refuses_a_caller_without_an_account_then_every_role_it_should() {
        List<String> wrong = new ArrayList<>();
        calls().forEach(call -> {
            int anonymous = calls.anonymously(call.verb(), call.path());
            if (anonymous != 401) {
                wrong.add(call + " answers " + anonymous + " without an account");
            }
            AllowedRoles allowed = RefusalOrder.allowed(call.method());
            for (Role role : Role.values()) {
                if (allowed != null && !Arrays.asList(allowed.value()).contains(role)) {
                    int status = calls.as(role, call.verb(), call.path());
                    if (status != 403) {
                        wrong.add(call + " answers " + status + " to " + role);
                    }
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void an_unknown_or_malformed_identifier_is_not_found_before_the_content_is_looked_at() {
        List<String> wrong = new ArrayList<>();
        calls().filter(call -> call.method().hasMethodAnnotation(Guarded.class)).forEach(call -> {
            AllowedRoles allowed = RefusalOrder.allowed(call.method());
            for (String id : List.of(UUID.randomUUID().toString(), "not-an-id")) {
                int status =
                        calls.as(allowed.value()[0], call.verb(), call.pattern().replaceAll("\\{[^}]+}", id));
                if (status != 404) {
                    wrong.add(call + " answers " + status + " for " + id);
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    private Stream<Call> calls() {
        Map<RequestMappingInfo, HandlerMethod> handlers = requestMappingHandlerMapping.getHandlerMethods();
        return handlers.entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getPackageName().startsWith("fr.educentre"))
                .flatMap(entry -> entry.getKey().getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/api/"))
                        .flatMap(pattern -> entry.getKey().getMethodsCondition().getMethods().stream()
                                .map(verb -> new Call(verb, pattern, entry.getValue()))));
    }

    private record Call(RequestMethod verb, String pattern, HandlerMethod method) {

        String path() {
            return pattern.replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        }

        @Override
        public String toString() {
            return verb + " " + pattern;
        }
    }
}
