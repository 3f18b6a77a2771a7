package fr.educentre.assidu.documents.internal;

import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Ownership;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.documents.DocumentKind;
import fr.educentre.assidu.documents.DocumentRequest;
import fr.educentre.assidu.documents.internal.DocumentDraft.About;
import fr.educentre.assidu.documents.internal.DocumentDraft.Certified;
import fr.educentre.assidu.documents.internal.SheetFacts.LineFacts;
import fr.educentre.assidu.documents.internal.SheetFacts.SessionFacts;
import fr.educentre.assidu.documents.internal.SheetModel.Countersignature;
import fr.educentre.assidu.documents.internal.SheetModel.Fact;
import fr.educentre.assidu.documents.internal.SheetModel.Line;
import fr.educentre.assidu.documents.internal.SheetModel.Rectification;
import fr.educentre.assidu.shell.InvalidContent;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.training.Centre;
import fr.educentre.assidu.training.Learners;
import fr.educentre.assidu.training.OrganisationInfo;
import java.time.Clock;
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

/** Composes attendance sheets, of a session or of a learner, out of what was read. */
@Component
class SheetComposer implements DocumentComposer {

    private static final Map<String, String> ROLES = Map.of(
            "TRAINER", "formateur",
            "REFERENT", "référent pédagogique",
            "QUALITY_MANAGER", "responsable qualité",
            "ADMIN", "administrateur");

    private final SheetReader reader;
    private final SheetTexts wording;
    private final Centre centre;
    private final Learners learners;
    private final Ownership ownership;
    private final CurrentActor actor;
    private final Clock clock;

    SheetComposer(
            SheetReader reader,
            SheetTexts wording,
            Centre centre,
            Learners learners,
            Ownership ownership,
            CurrentActor actor,
            Clock clock) {
        this.reader = reader;
        this.wording = wording;
        this.centre = centre;
        this.learners = learners;
        this.ownership = ownership;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    public DocumentKind kind() {
        return DocumentKind.ATTENDANCE_SHEET;
    }

    /** The sheet of a session names others: never for a learner. */
    @Override
    public void requireReadable(DocumentRequest request) {
        var who = actor.get();
        if (request.of().session() != null) {
            ownership.requireSession(who, request.of().session());
            if (who.is(Role.LEARNER)) {
                throw Refusal.notYours();
            }
        } else if (request.of().learner() != null) {
            ownership.requireLearner(who, request.of().learner());
        } else {
            throw new InvalidContent("session", "refusal.documents.sheetOf");
        }
    }

    @Override
    public String subject(DocumentRequest request) {
        return request.of().session() != null
                ? ofSession(request.of().session()).subject()
                : ofLearner(required(request.of().learner()), begun(request)).subject();
    }

    @Override
    public DocumentDraft compose(DocumentRequest request) {
        return request.of().session() != null
                ? sessionSheet(request.of().session())
                : learnerSheet(required(request.of().learner()), begun(request));
    }

    @Override
    public void requireIssuable(DocumentRequest request, DocumentDraft draft) {
        if (request.of().session() != null) {
            var session = reader.ofSession(request.of().session()).sessions().getFirst();
            if (clock.instant().isBefore(session.slot().startsAt())) {
                throw new Refusal(Refusal.Kind.CONFLICT, "refusal.documents.beforeStart");
            }
        }
    }

    private DocumentDraft sessionSheet(UUID sessionId) {
        var organisation = centre.organisation();
        var facts = reader.ofSession(sessionId);
        var session = facts.sessions().getFirst();
        if (!session.held()) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT,
                    "refusal.documents.notHeld." + session.progress().storedState(),
                    session.progress().changeReason() == null
                            ? wording.text("noReason")
                            : session.progress().changeReason());
        }
        return new DocumentDraft(
                ofSession(sessionId),
                wording.filed(session.title(), FrenchDocumentFormat.date(session.day())),
                new DocumentDraft.Content(
                        "sheet-session",
                        ofSession(organisation, facts, session),
                        certified(facts, session.title(), List.of(session))),
                new About(null, null, sessionId, session.group().id()),
                drawn(facts),
                organisation,
                session.slot().zone());
    }

    private DocumentDraft learnerSheet(UUID learnerId, SheetFacts facts) {
        var organisation = centre.organisation();
        var learner = learners.get(learnerId);
        var first = facts.sessions().getFirst();
        var between = List.of(
                FrenchDocumentFormat.date(first.day()),
                FrenchDocumentFormat.date(facts.sessions().getLast().day()));
        return new DocumentDraft(
                ofLearner(learnerId, facts),
                wording.filed(learner.name(), Wording.of("documents.sheet.period", between.toArray())),
                new DocumentDraft.Content(
                        "sheet-learner",
                        ofLearner(organisation, facts, learner.name(), wording.text("period", between.toArray())),
                        certified(facts, learner.name(), facts.sessions())),
                new About(learnerId, null, null, null),
                drawn(facts),
                organisation,
                first.slot().zone());
    }

    private static DocumentDraft.Filing ofSession(UUID sessionId) {
        return filing("sheet:session:" + sessionId, "");
    }

    /** By the days of its sessions, whatever the period was asked as. */
    private static DocumentDraft.Filing ofLearner(UUID learnerId, SheetFacts facts) {
        return filing(
                "sheet:learner:" + learnerId,
                ":" + facts.sessions().getFirst().day() + ":"
                        + facts.sessions().getLast().day());
    }

    private static DocumentDraft.Filing filing(String scope, String days) {
        return new DocumentDraft.Filing("ATTENDANCE_SHEET", "FE", "feuille-emargement", scope, scope + days);
    }

    private SheetFacts begun(DocumentRequest request) {
        var facts = reader.ofLearner(required(request.of().learner()), request.from(), request.to());
        if (facts.lines().isEmpty()) {
            throw Refusal.invalid("refusal.documents.noSession");
        }
        return facts;
    }

    private static UUID required(@Nullable UUID id) {
        return Objects.requireNonNull(id);
    }

    /** Of what is not decided nothing counts yet. */
    private static List<DocumentLine> drawn(SheetFacts facts) {
        var days = facts.sessions().stream().collect(Collectors.toMap(SessionFacts::id, SessionFacts::day));
        return facts.lines().stream()
                .map(line -> new DocumentLine(
                        DocumentLine.Item.session(
                                line.sessionId(), line.decision().version()),
                        line.learner().id(),
                        Objects.requireNonNull(days.get(line.sessionId())),
                        new DocumentLine.Minutes(observed(line), credited(line)),
                        null))
                .toList();
    }

    private SheetModel ofSession(OrganisationInfo organisation, SheetFacts facts, SessionFacts session) {
        var lines = lines(facts, Map.of(session.id(), session));
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
        long present = facts.lines().stream().filter(LineFacts::present).count();
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
                                FrenchDocumentFormat.decimalHours(observed(facts)),
                                FrenchDocumentFormat.decimalHours(credited(facts))),
                        String.valueOf(observed(facts)),
                        String.valueOf(credited(facts))),
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
                                FrenchDocumentFormat.decimalHours(taught),
                                FrenchDocumentFormat.decimalHours(credited(facts))),
                        String.valueOf(observed(facts)),
                        String.valueOf(credited(facts))),
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
                            wording.arrival(line, session),
                            wording.departure(line, session),
                            wording.minutes(line, observed(line)),
                            wording.minutes(line, credited(line)))));
        }
        return lines;
    }

    private List<String> warnings(SheetFacts facts) {
        var warnings = new ArrayList<String>();
        for (SessionFacts session : facts.sessions()) {
            if (clock.instant().isBefore(session.slot().startsAt())) {
                warnings.add(wording.text("beforeStart"));
            }
        }
        var now = clock.instant();
        var zones = facts.sessions().stream().collect(Collectors.toMap(SessionFacts::id, Function.identity()));
        long incomplete = facts.lines().stream()
                .filter(line -> wording.gap(line, Objects.requireNonNull(zones.get(line.sessionId())), now) != null)
                .count();
        if (incomplete > 0) {
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
                certified("observedHours", FrenchDocumentFormat.decimalHours(observed(facts))),
                certified("creditedHours", FrenchDocumentFormat.decimalHours(credited(facts))));
    }

    private static Certified certified(String key, String printed) {
        return Certified.of("documents.sheet." + key, printed);
    }

    private static long observed(SheetFacts facts) {
        return facts.lines().stream().mapToLong(SheetComposer::observed).sum();
    }

    private static long credited(SheetFacts facts) {
        return facts.lines().stream().mapToLong(SheetComposer::credited).sum();
    }

    /** As its line prints it, so that whoever adds up the lines finds the total. */
    private static int observed(LineFacts line) {
        return line.decided() ? line.minutes().observed() : 0;
    }

    private static int credited(LineFacts line) {
        return line.decided() ? line.minutes().credited() : 0;
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
