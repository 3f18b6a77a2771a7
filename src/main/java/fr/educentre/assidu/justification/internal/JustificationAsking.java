package fr.educentre.assidu.justification.internal;

import fr.educentre.assidu.access.ActorJournal;
import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.AbsenceCases;
import fr.educentre.assidu.attendance.AbsenceCases.AbsenceCase;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.justification.JustificationRequests;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.training.Learners;
import fr.educentre.assidu.training.management.LearnerRecords;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks as the reminder of the process does, now; a referent the learners of their own groups. */
@Service
@AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT})
class JustificationAsking implements JustificationRequests {

    private final Learners learners;
    private final LearnerRecords records;
    private final AbsenceCases cases;
    private final JustificationRequestMessages messages;
    private final ActorJournal journal;
    private final Clock clock;

    JustificationAsking(
            Learners learners,
            LearnerRecords records,
            AbsenceCases cases,
            JustificationRequestMessages messages,
            ActorJournal journal,
            Clock clock) {
        this.learners = learners;
        this.records = records;
        this.cases = cases;
        this.messages = messages;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    @Transactional
    public int ask(UUID learnerId) {
        boolean reachable = learners.get(learnerId).email() != null;
        records.requireFollowed(learnerId);
        List<Instant> deadlines = cases.ofLearner(learnerId).stream()
                .filter(JustificationRequestSteps::waits)
                .map(AbsenceCase::deadline)
                .filter(deadline -> deadline.isAfter(clock.instant()))
                .distinct()
                .sorted()
                .toList();
        if (deadlines.isEmpty()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "refusal.justification.nothingToAsk");
        }
        if (!reachable) {
            throw new Refusal(Refusal.Kind.CONFLICT, "refusal.justification.noAddress");
        }
        int mails = (int) deadlines.stream()
                .filter(deadline -> messages.askAgain(learnerId, deadline))
                .count();
        if (mails == 0) {
            throw new Refusal(Refusal.Kind.CONFLICT, "refusal.justification.askedToday");
        }
        journal.record(JournalRecord.of("justification.asked", "learner", learnerId.toString())
                .learner(learnerId)
                .after(Map.of("mails", mails)));
        return mails;
    }
}
