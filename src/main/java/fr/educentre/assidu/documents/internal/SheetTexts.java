package fr.educentre.assidu.documents.internal;

import fr.educentre.assidu.documents.internal.SheetFacts.Connection;
import fr.educentre.assidu.documents.internal.SheetFacts.LineFacts;
import fr.educentre.assidu.documents.internal.SheetFacts.SessionFacts;
import fr.educentre.assidu.documents.internal.SheetFacts.TraceFacts;
import fr.educentre.assidu.documents.internal.SheetModel.SessionCell;
import fr.educentre.assidu.shell.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The facts of a sheet in the words that are printed; documents are in French whoever asks for them. */
@Component
class SheetTexts {

    private static final Set<String> PRESENT = Set.of("PRESENT", "LATE", "LEFT_EARLY", "PARTIAL");

    private final Texts texts;

    SheetTexts(Texts texts) {
        this.texts = texts;
    }

    String text(String key, Object... arguments) {
        return texts.in(Texts.FRENCH, "documents.sheet." + key, arguments);
    }

    String label(String kind, String value) {
        return texts.in(Texts.FRENCH, "documents." + kind + "." + value);
    }

    String status(@Nullable String status, SessionFacts session, Instant now) {
        if (status != null && !"AWAITING_DATA".equals(status)) {
            return label("status", status);
        }
        return now.isBefore(session.startsAt()) ? text("toCome") : label("status", "AWAITING_DATA");
    }

    List<String> marks(LineFacts line) {
        var marks = new ArrayList<String>();
        if (line.status() != null && PRESENT.contains(line.status())) {
            if (line.lateMinutes() > 0) {
                marks.add(text("late", line.lateMinutes()));
            }
            if (line.earlyMinutes() > 0) {
                marks.add(text("early", line.earlyMinutes()));
            }
        }
        if (line.justification() != null) {
            marks.add(label("justification", line.justification()));
        }
        return marks;
    }

    /** Signatures, connections and roll-calls, as received; the intervals that counted where no trace was kept apart. */
    List<String> proofs(LineFacts line, SessionFacts session) {
        var proofs = new ArrayList<String>();
        for (TraceFacts trace : line.traces()) {
            String source = label("source", trace.source());
            String first = FrenchDocumentFormat.time(trace.first(), session.zone());
            switch (trace.kind()) {
                case "SIGNATURE" ->
                    proofs.add(text("signed", source, FrenchDocumentFormat.moment(trace.first(), session.zone())));
                case "INTERVAL" ->
                    proofs.add(text(
                            "connected",
                            source,
                            first,
                            trace.last() == null ? "?" : FrenchDocumentFormat.time(trace.last(), session.zone()),
                            trace.count()));
                default -> {
                    if (line.decidedBy() == null) {
                        proofs.add(text(
                                "marked",
                                trace.by() == null ? text("someone") : trace.by(),
                                FrenchDocumentFormat.moment(trace.first(), session.zone())));
                    }
                }
            }
        }
        if (line.traces().stream().noneMatch(trace -> "INTERVAL".equals(trace.kind()))) {
            connections(line, session, proofs);
        }
        if (line.decidedBy() != null && line.decidedAt() != null) {
            proofs.add(text("marked", line.decidedBy(), FrenchDocumentFormat.moment(line.decidedAt(), session.zone())));
        }
        return proofs;
    }

    private void connections(LineFacts line, SessionFacts session, List<String> proofs) {
        var bySource = line.intervals().stream()
                .filter(interval -> !Set.of("ROLL_CALL", "SIGNATURE").contains(interval.source()))
                .collect(Collectors.groupingBy(Connection::source, LinkedHashMap::new, Collectors.toList()));
        bySource.forEach((source, found) -> proofs.add(text(
                "connected",
                label("source", source),
                FrenchDocumentFormat.time(first(found), session.zone()),
                FrenchDocumentFormat.time(last(found), session.zone()),
                (long) found.size())));
    }

    /** What is missing to prove the presence, or null. */
    @Nullable
    String gap(LineFacts line, SessionFacts session, Instant now) {
        if (now.isBefore(session.startsAt())) {
            return null;
        }
        if (line.status() == null || "AWAITING_DATA".equals(line.status())) {
            return text("IN_PERSON".equals(session.modality()) ? "gap.signatureExpected" : "gap.logExpected");
        }
        if (!PRESENT.contains(line.status()) || line.proofSufficient()) {
            return null;
        }
        boolean signed = line.traces().stream().anyMatch(trace -> "SIGNATURE".equals(trace.kind()));
        if (signed && session.trainerSignedAt() == null) {
            return text("gap.notCountersigned");
        }
        // The published rules may ask for more than either.
        return text(
                signed
                                || !line.intervals().isEmpty()
                                        && !"ROLL_CALL"
                                                .equals(line.intervals()
                                                        .getFirst()
                                                        .source())
                        ? "gap.notWhatIsAsked"
                        : "gap.rollCallAlone");
    }

    String arrival(LineFacts line, SessionFacts session) {
        return line.intervals().isEmpty() ? "-" : FrenchDocumentFormat.time(first(line.intervals()), session.zone());
    }

    String departure(LineFacts line, SessionFacts session) {
        return line.intervals().isEmpty() ? "-" : FrenchDocumentFormat.time(last(line.intervals()), session.zone());
    }

    String observed(LineFacts line) {
        boolean unknown = line.status() == null || "AWAITING_DATA".equals(line.status());
        return unknown ? text("unknown") : String.valueOf(line.observedMinutes());
    }

    SessionCell cell(SessionFacts session) {
        return new SessionCell(
                FrenchDocumentFormat.day(session.day()) + ", " + halfDay(session),
                hours(session),
                breaks(session),
                session.title(),
                session.module() == null ? "" : session.module(),
                place(session),
                label("modality", session.modality()),
                trainers(session),
                countersignature(session),
                countersigned(session));
    }

    String halfDay(SessionFacts session) {
        return text(session.morning() ? "morning" : "afternoon");
    }

    String hours(SessionFacts session) {
        return FrenchDocumentFormat.time(session.startsAt(), session.zone()) + " – "
                + FrenchDocumentFormat.time(session.endsAt(), session.zone());
    }

    String breaks(SessionFacts session) {
        return session.breaks().isEmpty()
                ? text("noBreak")
                : session.breaks().stream()
                        .map(pause -> FrenchDocumentFormat.time(pause.from(), session.zone()) + " – "
                                + FrenchDocumentFormat.time(pause.to(), session.zone()))
                        .collect(Collectors.joining(", ", text("breaks") + " ", ""));
    }

    String place(SessionFacts session) {
        if ("IN_PERSON".equals(session.modality())) {
            String site = session.siteName() + ", " + session.siteAddress();
            return session.room() == null ? site : session.room() + ", " + site;
        }
        return session.provider() == null ? text("platform") : text("remote", label("source", session.provider()));
    }

    String trainers(SessionFacts session) {
        String named = session.trainer();
        if (session.replacedTrainer() != null) {
            named = text("replacing", named, session.replacedTrainer());
        }
        return session.coTrainers() == null ? named : named + ", " + session.coTrainers();
    }

    String countersignature(SessionFacts session) {
        var parts = new ArrayList<String>();
        if (session.trainerSignedAt() != null) {
            parts.add(text("trainerSigned", FrenchDocumentFormat.moment(session.trainerSignedAt(), session.zone())));
        }
        if (session.closedAt() != null) {
            parts.add(text(
                    "closed",
                    session.closedBy() == null ? text("someone") : session.closedBy(),
                    FrenchDocumentFormat.moment(session.closedAt(), session.zone())));
        }
        return parts.isEmpty() ? text("notCountersigned") : String.join(". ", parts);
    }

    boolean countersigned(SessionFacts session) {
        return session.trainerSignedAt() != null || session.closedAt() != null;
    }

    private static Instant first(List<Connection> intervals) {
        return intervals.stream()
                .map(Connection::from)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Instant last(List<Connection> intervals) {
        return intervals.stream()
                .map(Connection::to)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
