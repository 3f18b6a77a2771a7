package fr.educentre.assidu.documents.web;

import fr.educentre.assidu.documents.DocumentKind;
import fr.educentre.assidu.documents.DocumentRequest;
import fr.educentre.assidu.shell.InvalidContent;
import fr.educentre.assidu.shell.PlausibleDays;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A document to issue.
 *
 * @param period days included, for kinds of a period
 * @param replaceReason why documents in force with some of the same lines are replaced
 */
record NewDocument(
        @Nullable DocumentKind kind,
        @com.fasterxml.jackson.annotation.JsonUnwrapped Of of,
        @com.fasterxml.jackson.annotation.JsonUnwrapped Period period,
        @Nullable String replaceReason) {

    /** What it tells of, by id; an unknown or malformed one is not found. */
    record Of(
            @Nullable String session,
            @Nullable String learner,
            @Nullable String enrolment,
            @Nullable String group,
            @Nullable String employer,
            @Nullable String funding) {}

    /** Both days included. */
    record Period(@Nullable LocalDate from, @Nullable LocalDate to) {}

    /** @throws InvalidContent without a kind, or for a day far away */
    DocumentRequest request() {
        if (kind == null) {
            throw new InvalidContent("kind", "check.NotNull");
        }
        return new DocumentRequest(
                kind,
                new DocumentRequest.Of(
                        QueryParameters.id(of.session(), "session"),
                        QueryParameters.id(of.learner(), "learner"),
                        QueryParameters.id(of.enrolment(), "enrolment"),
                        QueryParameters.id(of.group(), "group"),
                        QueryParameters.id(of.employer(), "employer"),
                        QueryParameters.id(of.funding(), "funding")),
                plausible("from", period.from()),
                plausible("to", period.to()));
    }

    String reason() {
        return Objects.requireNonNullElse(replaceReason, "");
    }

    private static @Nullable LocalDate plausible(String field, @Nullable LocalDate day) {
        return day == null ? null : PlausibleDays.required(field, day);
    }
}
