package fr.educentre.assidu.shell.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the server turns to when a filter or a handler gave up, and when nobody was there to answer. */
@Controller
@Hidden
class ErrorPages implements ErrorController {

    private final ErrorAnswers answers;

    ErrorPages(ErrorAnswers answers) {
        this.answers = answers;
    }

    @RequestMapping("/error")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        int status = status(request);
        var answer = answers.answer(
                request, ErrorAnswers.Failure.of(path == null ? null : path.toString(), status, response));
        response.setStatus(status);
        response.setContentType(answer.type());
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, answer.language());
        response.getOutputStream().write(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Whoever asks for this address itself has found nothing; nor has who wants to read what is no screen, which the guard of
     * the screens forbids because it knows all that there are.
     */
    private static int status(HttpServletRequest request) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer known ? known : 404;
        Object asked = request.getAttribute(RequestDispatcher.ERROR_METHOD);
        String method = asked == null ? request.getMethod() : asked.toString();
        return status == 403 && "GET".equals(method) ? 404 : status;
    }
}
