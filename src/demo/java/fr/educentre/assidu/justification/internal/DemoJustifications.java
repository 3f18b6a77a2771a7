package fr.educentre.assidu.justification.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.attendance.AbsenceCases;
import fr.educentre.assidu.attendance.AbsenceCases.AbsenceCase;
import fr.educentre.assidu.attendance.JustificationState;
import fr.educentre.assidu.justification.Justifications.Submission;
import fr.educentre.assidu.shell.DemoPlan;
import fr.educentre.assidu.shell.DemoStep;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.Learners;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import fr.educentre.assidu.workflow.TaskKind.Decision;
import fr.educentre.assidu.workflow.TaskList;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Absences of the last weeks justified in every way, at sessions of the demonstration's trainer: some wait for the
 * trainer, two hold a medical document, others were decided. All other absences stay as they are.
 */
@Component
@Profile("demo")
class DemoJustifications implements DemoStep {

    private static final String TRAINER = "formateur";
    private static final String REFERENT = "referent";
    private static final List<String> WAITING = List.of("SUMMONS", "TRANSPORT", "FAMILY_EVENT", "OTHER");
    private static final List<String> APPROVED = List.of("SUMMONS", "BEREAVEMENT", "TRANSPORT", "SUMMONS", "OTHER");
    private static final List<String> REFUSED = List.of("OTHER", "TRANSPORT", "OTHER");
    private static final String CHECK = "verifier-document";
    private static final String MEDICAL = "SICKNESS";
    private static final String REFUSAL = "Le document ne porte pas sur la date de la séance";

    private final Sessions sessions;
    private final Learners learners;
    private final AbsenceCases cases;
    private final JustificationSubmission filing;
    private final TaskList tasks;
    private final TaskService engine;
    private final DemoAccounts accounts;
    private final Clock clock;

    DemoJustifications(
            Sessions sessions,
            Learners learners,
            AbsenceCases cases,
            JustificationSubmission filing,
            TaskList tasks,
            TaskService engine,
            DemoAccounts accounts,
            Clock clock) {
        this.sessions = sessions;
        this.learners = learners;
        this.cases = cases;
        this.filing = filing;
        this.tasks = tasks;
        this.engine = engine;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 600;
    }

    @Override
    @Transactional
    public void run(DemoPlan plan) {
        Actor trainer = accounts.signedIn(TRAINER);
        Actor referent = accounts.signedIn(REFERENT);
        Iterator<Missed> absences =
                absences(Objects.requireNonNull(trainer.personId())).iterator();
        each(WAITING, absences, id -> {});
        each(List.of(MEDICAL), absences, id -> {});
        each(List.of(MEDICAL), absences, id -> decide(referent, id, Decision.APPROVE, ""));
        each(APPROVED, absences, id -> {
            check(referent, id);
            decide(trainer, id, Decision.APPROVE, "");
        });
        each(REFUSED, absences, id -> decide(trainer, id, Decision.REFUSE, REFUSAL));
    }

    private void each(List<String> reasons, Iterator<Missed> absences, Consumer<UUID> then) {
        for (String reason : reasons) {
            if (absences.hasNext()) {
                then.accept(file(absences.next(), reason));
            }
        }
    }

    private UUID file(Missed missed, String reason) {
        LearnerInfo learner = missed.learner();
        SessionInfo session = missed.session();
        boolean medical = reason.equals(MEDICAL);
        byte[] document = DemoDocument.of(List.of(
                medical ? "Avis d'arrêt de travail, volet sans diagnostic" : "Attestation",
                learner.name(),
                "Le " + FrenchPhrases.day(session.startsAt(), session.zone()),
                "Document fictif de la démonstration"));
        var submission = new Submission(
                learner.id(),
                new Submission.Absence(List.of(session.id()), null, null),
                new Submission.Reason(reason, null),
                new Submission.Document(medical ? "arret.pdf" : "attestation.pdf", document, medical),
                learner.name());
        return filing.file(submission, new Filer(learner.name(), null, false, true))
                .id();
    }

    /** A document of private life is looked at before the trainer decides. */
    private void check(Actor referent, UUID justification) {
        if (CHECK.equals(task(justification).getTaskDefinitionKey())) {
            decide(referent, justification, Decision.APPROVE, "");
        }
    }

    private void decide(Actor actor, UUID justification, Decision decision, String comment) {
        tasks.complete(actor, task(justification).getId(), decision, comment);
    }

    private Task task(UUID justification) {
        return engine.createTaskQuery()
                .processInstanceBusinessKey(AbsenceProcessKeys.review(justification))
                .singleResult();
    }

    /** Latest first, one a learner, those in difficulty last: their alerts stay. */
    private List<Missed> absences(UUID trainer) {
        List<SessionInfo> held = held(trainer);
        Set<UUID> expected = new HashSet<>();
        sessions.expected(held.stream().map(SessionInfo::id).toList())
                .values()
                .forEach(list -> list.forEach(one -> expected.add(one.learner().id())));
        Map<UUID, LearnerInfo> known = learners.byIds(expected);
        Map<UUID, List<AbsenceCase>> all = cases.ofLearners(expected);
        List<Missed> found = new ArrayList<>();
        for (SessionInfo session : held) {
            for (LearnerInfo learner : known.values()) {
                all.getOrDefault(learner.id(), List.of()).stream()
                        .filter(absence -> absence.missed().sessionId().equals(session.id()))
                        .filter(absence -> absence.state() == JustificationState.TO_JUSTIFY
                                || absence.state() == JustificationState.UNJUSTIFIED)
                        .forEach(absence -> found.add(new Missed(learner, session)));
            }
        }
        found.sort(Comparator.comparing(Missed::inDifficulty)
                .thenComparing(missed -> missed.session().startsAt(), Comparator.reverseOrder())
                .thenComparing(missed -> missed.learner().externalId()));
        Set<UUID> taken = new HashSet<>();
        found.removeIf(missed -> !taken.add(missed.learner().id()));
        return found;
    }

    private List<SessionInfo> held(UUID trainer) {
        var query = new Sessions.Query(null, trainer, null, null, clock.instant(), Set.of());
        List<SessionInfo> found = new ArrayList<>();
        PageOf<SessionInfo> some;
        int page = 0;
        do {
            some = sessions.search(query, page++, PageOf.MAX_SIZE);
            found.addAll(some.items());
        } while (some.items().size() == PageOf.MAX_SIZE);
        return found;
    }

    private record Missed(LearnerInfo learner, SessionInfo session) {
        boolean inDifficulty() {
            return DemoPlan.inDifficulty(learner.externalId());
        }
    }
}
