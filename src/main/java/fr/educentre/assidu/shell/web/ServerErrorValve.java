package fr.educentre.assidu.shell.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;

/** Tells an error of the server as {@link ErrorAnswers} has it. */
final class ServerErrorValve extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(ServerErrorValve.class);

    private final ErrorAnswers answers;

    ServerErrorValve(ErrorAnswers answers) {
        this.answers = answers;
        setShowReport(false);
        setShowServerInfo(false);
    }

    /** Before anybody answers: an answer may be gone before it comes back here. */
    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        PageHeaders.on(response);
        super.invoke(request, response);
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var answer = answers.answer(request, ErrorAnswers.Failure.of(request.getRequestURI(), status, response));
        PageHeaders.on(response);
        try {
            response.setContentType(answer.type());
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.setHeader(HttpHeaders.CONTENT_LANGUAGE, answer.language());
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write(answer.body());
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException e) {
            LOG.debug("Nobody is there any more to hear of error {}", status, e);
        }
    }
}
