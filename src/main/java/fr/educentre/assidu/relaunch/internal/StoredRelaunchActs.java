package fr.educentre.assidu.relaunch.internal;

import fr.educentre.assidu.access.ActorJournal;
import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.relaunch.RelaunchActs;
import fr.educentre.assidu.relaunch.Relaunches.RelaunchView;
import fr.educentre.assidu.shell.FieldProblem;
import fr.educentre.assidu.shell.InvalidContent;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.shell.WrittenText;
import fr.educentre.assidu.training.management.LearnerRecords;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
@AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT})
class StoredRelaunchActs implements RelaunchActs {

    private static final ZoneId CENTRE = ZoneId.of("Europe/Paris");
    private static final int LONGEST_PAUSE_DAYS = 90;

    private final RelaunchRepository relaunches;
    private final RelaunchControl control;
    private final RelaunchEnd ending;
    private final LearnerRecords learners;
    private final CurrentActor current;
    private final ActorJournal journal;
    private final Texts texts;
    private final Clock clock;

    StoredRelaunchActs(
            RelaunchRepository relaunches,
            RelaunchControl control,
            RelaunchEnd ending,
            LearnerRecords learners,
            CurrentActor current,
            ActorJournal journal,
            Texts texts,
            Clock clock) {
        this.relaunches = relaunches;
        this.control = control;
        this.ending = ending;
        this.learners = learners;
        this.current = current;
        this.journal = journal;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public RelaunchView pause(UUID relaunchId, String reason, @Nullable LocalDate until) {
        Relaunch relaunch = followed(relaunchId);
        check(reason, until);
        if (!relaunch.mayPause()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "refusal.relaunch.notRunning");
        }
        control.pause(relaunch, until);
        return done("relaunch.paused", relaunch, reason, until);
    }

    @Override
    public RelaunchView resume(UUID relaunchId, String reason) {
        Relaunch relaunch = followed(relaunchId);
        check(reason, null);
        if (!relaunch.isPaused()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "refusal.relaunch.notPaused");
        }
        control.resume(relaunch);
        return done("relaunch.resumed", relaunch, reason, null);
    }

    @Override
    public RelaunchView skip(UUID relaunchId, String reason) {
        Relaunch relaunch = followed(relaunchId);
        check(reason, null);
        if (!relaunch.mayPause()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "refusal.relaunch.notRunning");
        }
        control.skip(relaunch);
        return done("relaunch.skipped", relaunch, reason, null);
    }

    @Override
    public RelaunchView handOver(UUID relaunchId, String reason, @Nullable UUID to) {
        Relaunch relaunch = followed(relaunchId);
        check(reason, null);
        if (!relaunch.open() || relaunch.isPaused()) {
            throw new Refusal(
                    Refusal.Kind.CONFLICT, relaunch.isPaused() ? "refusal.relaunch.paused" : "refusal.relaunch.over");
        }
        control.handOver(relaunch, to);
        return done("relaunch.handedOver", relaunch, reason, null);
    }

    @Override
    public RelaunchView end(UUID relaunchId, String reason) {
        Relaunch relaunch = followed(relaunchId);
        check(reason, null);
        if (!relaunch.open()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "refusal.relaunch.over");
        }
        ending.end(
                relaunch,
                Relaunch.State.ENDED,
                Wording.of("relaunch.end.byHand", current.nameOrSystem(), WrittenText.line(reason)));
        return done("relaunch.ended", relaunch, reason, null);
    }

    private RelaunchView done(String what, Relaunch relaunch, String reason, @Nullable LocalDate until) {
        Map<String, Object> after = new HashMap<>(Map.of("reason", WrittenText.line(reason)));
        if (until != null) {
            after.put("until", until.toString());
        }
        journal.record(JournalRecord.of(what, "relaunch", relaunch.id().toString())
                .learner(relaunch.learnerId())
                .after(after));
        return relaunch.view(texts);
    }

    private void check(String reason, @Nullable LocalDate until) {
        List<FieldProblem> problems = new ArrayList<>();
        RelaunchReason.check(reason, problems);
        LocalDate today = LocalDate.ofInstant(clock.instant(), CENTRE);
        if (until != null && (!until.isAfter(today) || until.isAfter(today.plusDays(LONGEST_PAUSE_DAYS)))) {
            problems.add(new FieldProblem("until", "check.relaunch.until", LONGEST_PAUSE_DAYS));
        }
        if (!problems.isEmpty()) {
            throw new InvalidContent(problems);
        }
    }

    private Relaunch followed(UUID id) {
        Relaunch relaunch = relaunches.findById(id).orElseThrow(() -> Refusal.notFound("relaunch"));
        learners.requireFollowed(relaunch.learnerId());
        return relaunch;
    }
}
