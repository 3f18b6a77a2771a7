package fr.educentre.assidu.access.web;

import fr.educentre.assidu.shell.Refusal;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.TreeSet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpMethod;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Addresses for programs that lead nowhere: 404, or 405 where another method is offered; never a page. */
@RestController
@Hidden
class UnknownCalls {

    private static final String EVERYTHING = "**";

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    UnknownCalls(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @RequestMapping({"/api/**", "/hooks/**", "/xapi/**", "/verify/**", "/actuator/**"})
    void unknown(HttpServletRequest request) throws HttpRequestMethodNotSupportedException {
        var offered = new TreeSet<String>();
        mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .filter(info -> info.getPatternValues().stream().noneMatch(pattern -> pattern.endsWith(EVERYTHING)))
                .filter(info -> info.getPathPatternsCondition() != null
                        && info.getPathPatternsCondition().getMatchingCondition(request) != null)
                .forEach(info -> info.getMethodsCondition().getMethods().forEach(method -> offered.add(method.name())));
        if (!offered.isEmpty() && !offered.contains(request.getMethod())) {
            throw new HttpRequestMethodNotSupportedException(request.getMethod(), offered);
        }
        throw new Refusal(
                Refusal.Kind.NOT_FOUND,
                "refusal.http.404",
                HttpMethod.valueOf(request.getMethod()).name());
    }
}
