package fr.educentre.assidu.documents.internal;

import fr.educentre.assidu.documents.internal.SheetFacts.Connection;
import fr.educentre.assidu.documents.internal.SheetFacts.LineFacts;
import fr.educentre.assidu.documents.internal.SheetFacts.SessionFacts;
import fr.educentre.assidu.documents.internal.SheetFacts.TraceFacts;
import fr.educentre.assidu.documents.internal.SheetModel.SessionCell;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Wording;
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

    private final Texts texts;

    SheetTexts(Texts texts) {
        this.texts = texts;
    }

    String text(String key, Object... arguments) {
        return texts.in(Texts.FRENCH, "documents.sheet." + key, arguments);
    }

    /** Its title in the lists of documents. */
    Wording.Bilingual filed(String about, Object when) {
        return Wording.of("documents.title", Wording.of("documents.sheet.title"), about, when)
                .inBoth(texts);
    }

    /** Of a correction, as it was stored. */
    String reason(String stored) {
        return Wording.stored(stored).in(Texts.FRENCH, texts);
    }

    String label(String kind, String value) {
        return texts.in(Texts.FRENCH, "documents." + kind + "." + value);
    }

    String status(@Nullable String status, SessionFacts session, Instant now) {
        if (status != null && !"AWAITING_DATA".equals(status)) {
            return label("status", status);
        }
        if (!session.held()) {
            return text("nobody." + session.progress().storedState());
        }
        return now.isBefore(session.slot().startsAt()) ? text("toCome") : label("status", "AWAITING_DATA");
    }

    List<String> marks(LineFacts line) {
        var marks = new ArrayList<String>();
        if (line.present()) {
            if (line.minutes().late() > 0) {
                marks.add(text("late", line.minutes().late()));
            }
            if (line.minutes().early() > 0) {
                marks.add(text("early", line.minutes().early()));
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
        for (TraceFacts trace : line.proof().traces()) {
            String source = label("source", trace.source());
            String first =
                    FrenchDocumentFormat.time(trace.first(), session.slot().zone());
            switch (trace.kind()) {
                case "SIGNATURE" ->
                    proofs.add(text(
                            "signed",
                            source,
                            FrenchDocumentFormat.moment(
                                    trace.first(), session.slot().zone())));
                case "INTERVAL" ->
                    proofs.add(text(
                            "connected",
                            source,
                            first,
                            trace.last() == null
                                    ? "?"
                                    : FrenchDocumentFormat.time(
                                            trace.last(), session.slot().zone()),
                            trace.count()));
                default -> {
                    if (line.decision().by() == null) {
                        proofs.add(text(
                                "marked",
                                trace.by() == null ? text("someone") : trace.by(),
                                FrenchDocumentFormat.moment(
                                        trace.first(), session.slot().zone())));
                    }
                }
            }
        }
        if (line.proof().traces().stream().noneMatch(trace -> "INTERVAL".equals(trace.kind()))) {
            connections(line, session, proofs);
        }
        if (line.decision().by() != null && line.decision().at() != null) {
            proofs.add(text(
                    "marked",
                    line.decision().by(),
                    FrenchDocumentFormat.moment(
                            line.decision().at(), session.slot().zone())));
        }
        return proofs;
    }

    private void connections(LineFacts line, SessionFacts session, List<String> proofs) {
        var bySource = line.proof().intervals().stream()
                .filter(interval -> !Set.of("ROLL_CALL", "SIGNATURE").contains(interval.source()))
                .collect(Collectors.groupingBy(Connection::source, LinkedHashMap::new, Collectors.toList()));
        bySource.forEach((source, found) -> proofs.add(text(
                "connected",
                label("source", source),
                FrenchDocumentFormat.time(first(found), session.slot().zone()),
                FrenchDocumentFormat.time(last(found), session.slot().zone()),
                (long) found.size())));
    }

    /** What is missing to prove the presence, or null. */
    @Nullable
    String gap(LineFacts line, SessionFacts session, Instant now) {
        if (!session.held() || now.isBefore(session.slot().startsAt())) {
            return null;
        }
        if (!line.decided()) {
            return text("IN_PERSON".equals(session.place().modality()) ? "gap.signatureExpected" : "gap.logExpected");
        }
        if (!line.present() || line.proof().sufficient()) {
            return null;
        }
        boolean signed = line.proof().traces().stream().anyMatch(trace -> "SIGNATURE".equals(trace.kind()));
        if (signed && session.trainers().signedAt() == null) {
            return text("gap.notCountersigned");
        }
        // The published rules may ask for more than either.
        return text(
                signed
                                || !line.proof().intervals().isEmpty()
                                        && !"ROLL_CALL"
                                                .equals(line.proof()
                                                        .intervals()
                                                        .getFirst()
                                                        .source())
                        ? "gap.notWhatIsAsked"
                        : "gap.rollCallAlone");
    }

    String arrival(LineFacts line, SessionFacts session) {
        return line.proof().intervals().isEmpty()
                ? "-"
                : FrenchDocumentFormat.time(
                        first(line.proof().intervals()), session.slot().zone());
    }

    String departure(LineFacts line, SessionFacts session) {
        return line.proof().intervals().isEmpty()
                ? "-"
                : FrenchDocumentFormat.time(
                        last(line.proof().intervals()), session.slot().zone());
    }

    String minutes(LineFacts line, int counted) {
        return line.decided() ? String.valueOf(counted) : text("unknown");
    }

    SessionCell cell(SessionFacts session) {
        return new SessionCell(
                new SessionCell.Slot(
                        FrenchDocumentFormat.day(session.day()) + ", " + halfDay(session),
                        hours(session),
                        breaks(session)),
                new SessionCell.Content(
                        session.title(),
                        session.group().module() == null ? "" : session.group().module()),
                new SessionCell.Setting(
                        place(session), label("modality", session.place().modality()), trainers(session)),
                new SessionCell.Signing(countersignature(session), countersigned(session)));
    }

    String halfDay(SessionFacts session) {
        return text(session.morning() ? "morning" : "afternoon");
    }

    String hours(SessionFacts session) {
        return FrenchDocumentFormat.time(
                        session.slot().startsAt(), session.slot().zone()) + " – "
                + FrenchDocumentFormat.time(
                        session.slot().endsAt(), session.slot().zone());
    }

    String breaks(SessionFacts session) {
        return session.slot().breaks().isEmpty()
                ? text("noBreak")
                : session.slot().breaks().stream()
                        .map(pause -> FrenchDocumentFormat.time(
                                        pause.from(), session.slot().zone()) + " – "
                                + FrenchDocumentFormat.time(
                                        pause.to(), session.slot().zone()))
                        .collect(Collectors.joining(", ", text("breaks") + " ", ""));
    }

    String place(SessionFacts session) {
        if ("IN_PERSON".equals(session.place().modality())) {
            String site = session.place().siteName() + ", " + session.place().siteAddress();
            return session.place().room() == null ? site : session.place().room() + ", " + site;
        }
        String tool = session.place().provider();
        if (tool == null || tool.equals("OTHER")) {
            return text("VIDEO".equals(session.place().modality()) ? "virtual" : "platform");
        }
        return text("remote", label("source", tool));
    }

    String trainers(SessionFacts session) {
        String named = session.trainers().actual();
        if (session.trainers().replaced() != null) {
            named = text("replacing", named, session.trainers().replaced());
        }
        return session.trainers().coTrainers() == null
                ? named
                : named + ", " + session.trainers().coTrainers();
    }

    String countersignature(SessionFacts session) {
        var parts = new ArrayList<String>();
        if (session.trainers().signedAt() != null) {
            parts.add(text(
                    "trainerSigned",
                    FrenchDocumentFormat.moment(
                            session.trainers().signedAt(), session.slot().zone())));
        }
        if (session.progress().closedAt() != null) {
            parts.add(text(
                    "closed",
                    session.progress().closedBy() == null
                            ? text("someone")
                            : session.progress().closedBy(),
                    FrenchDocumentFormat.moment(
                            session.progress().closedAt(), session.slot().zone())));
        }
        return parts.isEmpty() ? text("notCountersigned") : String.join(". ", parts);
    }

    boolean countersigned(SessionFacts session) {
        return session.trainers().signedAt() != null || session.progress().closedAt() != null;
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
