package fr.educentre.assidu.shell.web;

import fr.educentre.assidu.shell.DatabaseAway;
import fr.educentre.assidu.shell.DatabaseOutage;
import fr.educentre.assidu.shell.InvalidContent;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.StaleContent;
import fr.educentre.assidu.shell.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.DisconnectedClientHelper;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;

/** Refusals and errors of REST calls as RFC 9457 problems, in the reader's language. */
@RestControllerAdvice(annotations = org.springframework.web.bind.annotation.RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    /** PostgreSQL: character_not_in_repertoire, untranslatable_character. */
    private static final Set<String> UNSTORABLE = Set.of("22021", "22P05");

    private final Texts texts;
    private final DatabaseOutage outage;

    ProblemAdvice(Texts texts, DatabaseOutage outage) {
        this.texts = texts;
        this.outage = outage;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(Refusal refusal) {
        var problem = problem(
                refusal.kind().status(), refusal.key(), refusal.arguments().toArray());
        return refusal.kind() == Refusal.Kind.BUSY ? later(problem, 60) : problem;
    }

    /** Each field that is wrong by its path, with what to do about it. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(InvalidContent invalid) {
        var answer = on((Refusal) invalid);
        ProblemDetail problem = answer.getBody();
        if (problem != null) {
            problem.setProperty(
                    "errors",
                    invalid.problems().stream()
                            .map(one -> new FieldError(
                                    one.field(),
                                    texts.in(
                                            org.springframework.context.i18n.LocaleContextHolder.getLocale(),
                                            one.key(),
                                            one.arguments().toArray())))
                            .toList());
        }
        return answer;
    }

    /** Who changed it and when. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(StaleContent stale) {
        var answer = on((Refusal) stale);
        ProblemDetail problem = answer.getBody();
        if (problem != null && stale.at() != null) {
            problem.setProperty("changedBy", stale.arguments().getFirst());
            problem.setProperty("changedAt", stale.at());
        }
        return answer;
    }

    /** A field that is wrong, in answers. */
    record FieldError(String field, String problem) {}

    @ExceptionHandler({MaxUploadSizeExceededException.class})
    ResponseEntity<ProblemDetail> tooLarge(Exception e) {
        return problem(413, "refusal.tooLarge");
    }

    @ExceptionHandler({MultipartException.class})
    ResponseEntity<ProblemDetail> notMultipart(MultipartException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            String name = cause.getClass().getSimpleName();
            if (name.contains("SizeLimit") || name.contains("SizeExceeded")) {
                return problem(413, "refusal.tooLarge");
            }
        }
        return problem(400, "refusal.multipart");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException e) {
        if (BodyTooLarge.causes(e)) {
            return problem(413, "refusal.http.413");
        }
        if (e.getCause() instanceof InvalidFormatException read
                && read.getValue() instanceof String text
                && !StorableText.isStorable(text)) {
            return problem(400, "refusal.characters");
        }
        return e.getCause() instanceof DatabindException known
                        && !known.getPath().isEmpty()
                ? problem(400, "refusal.body.field", path(known))
                : problem(400, "refusal.body");
    }

    /** {@code examples[2].today}. */
    private static String path(DatabindException e) {
        return e.getPath().stream()
                .map(step ->
                        step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> badParameter(MethodArgumentTypeMismatchException e) {
        return problem(400, "refusal.parameter", e.getName(), String.valueOf(e.getValue()));
    }

    /** Bytes that are no text in any language. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadableParameter(InvalidParameterException e) {
        return problem(400, "refusal.http.400");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missingParameter(MissingServletRequestParameterException e) {
        return problem(400, "refusal.parameterMissing", e.getParameterName());
    }

    /** While the database is away nothing is accepted and nothing dropped: the caller is to come back. */
    private ResponseEntity<ProblemDetail> away(Exception e) {
        outage.met(e);
        return later(problem(503, "refusal.http.503"), DatabaseAway.RETRY_AFTER);
    }

    private static ResponseEntity<ProblemDetail> later(ResponseEntity<ProblemDetail> problem, int seconds) {
        return ResponseEntity.status(problem.getStatusCode())
                .headers(problem.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(seconds))
                .body(problem.getBody());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> denied(AccessDeniedException e) {
        return problem(403, "refusal.role");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unauthenticated(AuthenticationException e) {
        return problem(401, "refusal.unauthenticated");
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<ProblemDetail> other(Exception e, HttpServletRequest request, HttpServletResponse response) {
        if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
            DepartedCallers.note(request);
            return null;
        }
        if (response.isCommitted()) {
            LOG.error("A call failed while it was being answered", e);
            return null;
        }
        if (DatabaseAway.causes(e)) {
            return away(e);
        }
        response.reset();
        if (BodyTooLarge.causes(e)) {
            return problem(413, "refusal.http.413");
        }
        if (e instanceof ErrorResponse known) {
            return problem(
                    known.getStatusCode().value(),
                    "refusal.http." + known.getStatusCode().value());
        }
        if (unstorable(e)) {
            return problem(400, "refusal.characters");
        }
        LOG.error("A call failed", e);
        return problem(500, "refusal.internal");
    }

    /** A character that no text holds (NUL), in a file's name or as far as the database, which says so by its state. */
    private static boolean unstorable(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidFileNameException) {
                return true;
            }
            if (cause instanceof SQLException sql && UNSTORABLE.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    /** The address that was called; the server lets braces through, which no URI holds as they are. */
    private static URI instance() {
        String path =
                ServletUriComponentsBuilder.fromCurrentRequestUri().build().getPath();
        return URI.create(path == null ? "" : path.replace("{", "%7B").replace("}", "%7D"));
    }

    private ResponseEntity<ProblemDetail> problem(int status, String key, Object... arguments) {
        Locale locale = org.springframework.context.i18n.LocaleContextHolder.getLocale();
        ProblemDetail problem = ProblemDetail.forStatus(status);
        HttpStatus known = HttpStatus.resolve(status);
        problem.setTitle(known == null ? String.valueOf(status) : known.getReasonPhrase());
        problem.setDetail(texts.in(locale, key, arguments));
        problem.setType(URI.create("about:blank"));
        problem.setInstance(instance());
        problem.setProperty("code", key);
        return ResponseEntity.status(HttpStatusCode.valueOf(status))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, "en".equals(locale.getLanguage()) ? "en" : "fr")
                .body(problem);
    }
}
