package fr.educentre.assidu.documents.internal;

import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.OpenTo;
import fr.educentre.assidu.access.Ownership;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.documents.AttendanceSheets;
import fr.educentre.assidu.documents.IssuedFile;
import fr.educentre.assidu.documents.internal.DocumentDraft.About;
import fr.educentre.assidu.documents.internal.DocumentDraft.Certified;
import fr.educentre.assidu.documents.internal.SheetFacts.LineFacts;
import fr.educentre.assidu.documents.internal.SheetFacts.SessionFacts;
import fr.educentre.assidu.documents.internal.SheetModel.Countersignature;
import fr.educentre.assidu.documents.internal.SheetModel.Fact;
import fr.educentre.assidu.documents.internal.SheetModel.Line;
import fr.educentre.assidu.documents.internal.SheetModel.Rectification;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.training.Centre;
import fr.educentre.assidu.training.Learners;
import fr.educentre.assidu.training.OrganisationInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Composes attendance sheets out of what was read and has them issued. */
@Component
class SheetService implements AttendanceSheets {

    private static final Map<String, String> ROLES = Map.of(
            "TRAINER", "formateur",
            "REFERENT", "référent pédagogique",
            "QUALITY_MANAGER", "responsable qualité",
            "ADMIN", "administrateur");

    private final SheetReader reader;
    private final SheetTexts wording;
    private final DocumentIssuer issuing;
    private final Centre centre;
    private final Learners learners;
    private final Ownership ownership;
    private final CurrentActor actor;
    private final Clock clock;

    SheetService(
            SheetReader reader,
            SheetTexts wording,
            DocumentIssuer issuing,
            Centre centre,
            Learners learners,
            Ownership ownership,
            CurrentActor actor,
            Clock clock) {
        this.reader = reader;
        this.wording = wording;
        this.issuing = issuing;
        this.centre = centre;
        this.learners = learners;
        this.ownership = ownership;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    @OpenTo(value = OpenTo.Audience.SIGNED_IN, because = "whose session it is decides")
    public IssuedFile ofSession(UUID sessionId) {
        var who = actor.get();
        ownership.requireSession(who, sessionId);
        if (who.is(Role.LEARNER)) {
            throw Refusal.notYours();
        }
        var organisation = centre.organisation();
        var facts = reader.ofSession(sessionId);
        var session = facts.sessions().getFirst();
        return issuing.issue(new DocumentDraft(
                new DocumentDraft.Filing("ATTENDANCE_SHEET", "FE", "feuille-emargement", "sheet:session:" + sessionId),
                wording.filed(session.title(), FrenchDocumentFormat.date(session.day())),
                new DocumentDraft.Content(
                        "sheet-session",
                        ofSession(organisation, facts, session),
                        certified(facts, session.title(), List.of(session))),
                new About(null, null, sessionId, session.group().id()),
                organisation,
                session.slot().zone()));
    }

    @Override
    @OpenTo(value = OpenTo.Audience.SIGNED_IN, because = "whose learner it is decides")
    public IssuedFile ofLearner(UUID learnerId, @Nullable LocalDate from, @Nullable LocalDate to) {
        ownership.requireLearner(actor.get(), learnerId);
        if (from != null && to != null && to.isBefore(from)) {
            throw Refusal.malformed("refusal.documents.period");
        }
        var organisation = centre.organisation();
        var learner = learners.get(learnerId);
        var facts = reader.ofLearner(learnerId, from, to);
        if (facts.lines().isEmpty()) {
            throw Refusal.invalid("refusal.documents.noSession");
        }
        var first = facts.sessions().getFirst();
        var last = facts.sessions().getLast();
        var between = List.of(
                FrenchDocumentFormat.date(from == null ? first.day() : from),
                FrenchDocumentFormat.date(to == null ? last.day() : to));
        String period = wording.text("period", between.toArray());
        return issuing.issue(new DocumentDraft(
                new DocumentDraft.Filing(
                        "ATTENDANCE_SHEET",
                        "FE",
                        "feuille-emargement",
                        "sheet:learner:" + learnerId + ":" + from + ":" + to),
                wording.filed(learner.name(), Wording.of("documents.sheet.period", between.toArray())),
                new DocumentDraft.Content(
                        "sheet-learner",
                        ofLearner(organisation, facts, learner.name(), period),
                        certified(facts, learner.name(), facts.sessions())),
                new About(learnerId, null, null, null),
                organisation,
                first.slot().zone()));
    }

    private SheetModel ofSession(OrganisationInfo organisation, SheetFacts facts, SessionFacts session) {
        var lines = session.held() ? lines(facts, Map.of(session.id(), session)) : List.<Line>of();
        var about = List.of(
                new Fact(wording.text("programme"), session.group().programme()),
                new Fact(
                        wording.text("date"),
                        FrenchDocumentFormat.day(session.day()) + " (" + wording.halfDay(session) + ")"),
                new Fact(
                        wording.text("module"),
                        session.group().module() == null
                                ? session.title()
                                : session.group().module()),
                new Fact(
                        wording.text("hours"),
                        wording.hours(session) + " (" + zone(session.slot().zone()) + ")"),
                new Fact(wording.text("session"), session.title()),
                new Fact(wording.text("pauses"), wording.breaks(session)),
                new Fact(wording.text("group"), session.group().name()),
                new Fact(
                        wording.text("taught"),
                        wording.text(
                                "taughtValue",
                                session.slot().taughtMinutes(),
                                FrenchDocumentFormat.decimalHours(session.slot().taughtMinutes()))),
                new Fact(wording.text("trainer"), wording.trainers(session)),
                new Fact(
                        wording.text("place"),
                        wording.place(session) + " – "
                                + wording.label("modality", session.place().modality())));
        long present = facts.lines().stream().filter(line -> counted(line) > 0).count();
        return new SheetModel(
                new SheetModel.Heading(
                        Letterhead.of(organisation),
                        wording.text("title"),
                        session.title() + ", " + FrenchDocumentFormat.day(session.day()) + ", "
                                + wording.hours(session),
                        pairs(about),
                        warnings(facts)),
                lines,
                new SheetModel.Sum(
                        wording.text(
                                "totalSession",
                                present,
                                lines.size(),
                                FrenchDocumentFormat.decimalHours(observed(facts))),
                        String.valueOf(observed(facts))),
                rectifications(facts),
                List.of(new Countersignature(
                        wording.trainers(session), wording.countersignature(session), wording.countersigned(session))));
    }

    private SheetModel ofLearner(OrganisationInfo organisation, SheetFacts facts, String name, String period) {
        var sessions = facts.sessions();
        var funded = facts.fundings().values().stream()
                .flatMap(List::stream)
                .map(SheetFacts.FundingFacts::label)
                .distinct()
                .collect(Collectors.joining(" ; "));
        var about = List.of(
                new Fact(
                        wording.text("learner"),
                        name + " (" + facts.lines().getFirst().learner().key() + ")"),
                new Fact(
                        wording.text("programme"),
                        distinct(sessions, one -> one.group().programme())),
                new Fact(wording.text("funder"), funded.isEmpty() ? wording.text("noFunder") : funded),
                new Fact(
                        wording.text("group"),
                        distinct(sessions, one -> one.group().name())),
                new Fact(
                        wording.text(
                                "trainers",
                                sessions.stream()
                                        .map(one -> one.trainers().actual())
                                        .distinct()
                                        .count()),
                        distinct(sessions, one -> one.trainers().actual())),
                new Fact(
                        wording.text("timesIn"),
                        distinct(sessions, session -> zone(session.slot().zone()))));
        long taught =
                sessions.stream().mapToLong(one -> one.slot().taughtMinutes()).sum();
        return new SheetModel(
                new SheetModel.Heading(
                        Letterhead.of(organisation),
                        wording.text("title"),
                        name + ", " + period,
                        pairs(about),
                        warnings(facts)),
                lines(facts, sessions.stream().collect(Collectors.toMap(SessionFacts::id, Function.identity()))),
                new SheetModel.Sum(
                        wording.text(
                                "totalLearner",
                                sessions.size(),
                                FrenchDocumentFormat.decimalHours(observed(facts)),
                                FrenchDocumentFormat.decimalHours(taught)),
                        String.valueOf(observed(facts))),
                rectifications(facts),
                List.of());
    }

    private List<Line> lines(SheetFacts facts, Map<UUID, SessionFacts> sessions) {
        var now = clock.instant();
        var lines = new ArrayList<Line>();
        for (LineFacts line : facts.lines()) {
            var session = Objects.requireNonNull(sessions.get(line.sessionId()));
            var fundings = line.learner().enrolmentId() == null
                    ? List.<SheetFacts.FundingFacts>of()
                    : facts.fundings().getOrDefault(line.learner().enrolmentId(), List.of());
            var covering = fundings.stream()
                    .filter(funding -> funding.covers(session.day()))
                    .map(SheetFacts.FundingFacts::label)
                    .toList();
            lines.add(new Line(
                    new Line.Trainee(
                            line.learner().name(),
                            line.learner().key(),
                            covering.isEmpty() ? List.of(wording.text("noFunder")) : covering),
                    wording.cell(session),
                    new Line.Outcome(wording.status(line.status(), session, now), wording.marks(line)),
                    new Line.Proof(wording.proofs(line, session), wording.gap(line, session, now)),
                    new Line.Times(
                            wording.arrival(line, session), wording.departure(line, session), wording.observed(line))));
        }
        return lines;
    }

    private List<String> warnings(SheetFacts facts) {
        var warnings = new ArrayList<String>();
        for (SessionFacts session : facts.sessions()) {
            if (!session.held()) {
                warnings.add(wording.text(
                        "notHeld." + session.progress().storedState(),
                        session.progress().changeReason() == null
                                ? wording.text("noReason")
                                : session.progress().changeReason()));
            } else if (clock.instant().isBefore(session.slot().startsAt())) {
                warnings.add(wording.text("beforeStart"));
            }
        }
        var now = clock.instant();
        var zones = facts.sessions().stream().collect(Collectors.toMap(SessionFacts::id, Function.identity()));
        long incomplete = facts.lines().stream()
                .filter(line -> wording.gap(line, Objects.requireNonNull(zones.get(line.sessionId())), now) != null)
                .count();
        if (incomplete > 0 && facts.sessions().stream().anyMatch(SessionFacts::held)) {
            warnings.add(wording.text("incomplete", incomplete, facts.lines().size()));
        }
        return warnings;
    }

    private List<Rectification> rectifications(SheetFacts facts) {
        var sessions = facts.sessions().stream().collect(Collectors.toMap(SessionFacts::id, Function.identity()));
        return facts.corrections().stream()
                .map(correction -> {
                    var session = Objects.requireNonNull(sessions.get(correction.sessionId()));
                    String role = correction.author().role() == null
                            ? null
                            : ROLES.get(correction.author().role());
                    return new Rectification(
                            FrenchDocumentFormat.moment(
                                    correction.author().at(), session.slot().zone()),
                            role == null
                                    ? correction.author().by()
                                    : correction.author().by() + " (" + role + ")",
                            session.title() + ", " + FrenchDocumentFormat.date(session.day()),
                            correction.learner(),
                            wording.text(
                                    "was",
                                    wording.label("status", correction.status().before()),
                                    correction.minutes().before()),
                            wording.text(
                                    "was",
                                    wording.label("status", correction.status().after()),
                                    correction.minutes().after()),
                            correction.author().reason() == null
                                    ? wording.text("noReason")
                                    : wording.reason(correction.author().reason()));
                })
                .toList();
    }

    private List<Certified> certified(SheetFacts facts, String subject, List<SessionFacts> sessions) {
        return List.of(
                certified("subject", subject),
                certified("programme", distinct(sessions, one -> one.group().programme())),
                certified(
                        "date",
                        FrenchDocumentFormat.date(sessions.getFirst().day()) + " – "
                                + FrenchDocumentFormat.date(sessions.getLast().day())),
                certified("lines", String.valueOf(facts.lines().size())),
                certified("observedHours", FrenchDocumentFormat.decimalHours(observed(facts))));
    }

    private static Certified certified(String key, String printed) {
        return Certified.of("documents.sheet." + key, printed);
    }

    private static long observed(SheetFacts facts) {
        return facts.lines().stream().mapToLong(SheetService::counted).sum();
    }

    /** Of someone absent there may be a connection too short to count; its line shows it. */
    private static int counted(LineFacts line) {
        return "ABSENT".equals(line.status()) ? 0 : line.minutes().observed();
    }

    private static String zone(ZoneId zone) {
        return // "heure : La Réunion", where the locale's data has no better
        zone.getDisplayName(TextStyle.FULL_STANDALONE, Locale.FRANCE).replace(" : ", " de ") + ", " + zone.getId();
    }

    private static String distinct(List<SessionFacts> sessions, Function<SessionFacts, String> value) {
        return sessions.stream().map(value).distinct().collect(Collectors.joining(" ; "));
    }

    private static List<List<Fact>> pairs(List<Fact> facts) {
        var rows = new ArrayList<List<Fact>>();
        for (int i = 0; i < facts.size(); i += 2) {
            rows.add(facts.subList(i, Math.min(i + 2, facts.size())));
        }
        return rows;
    }
}
