package fr.educentre.assidu.messaging.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.OpenTo;
import fr.educentre.assidu.access.Ownership;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.journal.Journal;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.messaging.GroupMessages;
import fr.educentre.assidu.messaging.MailComposer;
import fr.educentre.assidu.messaging.Outbox.MessageView.Content;
import fr.educentre.assidu.shell.ContentChecks;
import fr.educentre.assidu.shell.FieldProblem;
import fr.educentre.assidu.shell.InvalidContent;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.training.GroupInfo;
import fr.educentre.assidu.training.Groups;
import fr.educentre.assidu.training.LearnerInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT, Role.TRAINER})
class StoredGroupMessages implements GroupMessages {

    private static final String TEMPLATE = "mot-du-centre";

    private final MailComposer mails;
    private final LetterPreview previews;
    private final Groups groups;
    private final Ownership ownership;
    private final CurrentActor current;
    private final ContentChecks checks;
    private final Journal journal;

    StoredGroupMessages(
            MailComposer mails,
            LetterPreview previews,
            Groups groups,
            Ownership ownership,
            CurrentActor current,
            ContentChecks checks,
            Journal journal) {
        this.mails = mails;
        this.previews = previews;
        this.groups = groups;
        this.ownership = ownership;
        this.current = current;
        this.checks = checks;
        this.journal = journal;
    }

    @Override
    @OpenTo(value = OpenTo.Audience.SIGNED_IN, because = "it only tells, of whoever asks")
    public boolean offered(UUID groupId) {
        if (!current.get().is(Role.QUALITY_MANAGER, Role.REFERENT, Role.TRAINER)) {
            return false;
        }
        try {
            writer(groupId);
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Content preview(UUID groupId, UUID learnerId, Letter letter) {
        Actor actor = writer(groupId);
        check(letter, List.of());
        LearnerInfo learner = required(groupId, Set.of(learnerId)).getFirst();
        return previews.of(TEMPLATE, values(learner, letter, actor));
    }

    @Override
    @Transactional
    public Written write(UUID key, UUID groupId, Collection<UUID> learnerIds, Letter letter) {
        Actor actor = writer(groupId);
        Set<UUID> asked = new LinkedHashSet<>(learnerIds);
        check(
                letter,
                asked.isEmpty()
                        ? List.of(new FieldProblem("learners", "messaging.letter.nobody"))
                        : asked.size() > MOST
                                ? List.of(new FieldProblem("learners", "messaging.letter.tooMany", MOST))
                                : List.of());
        List<String> without = new ArrayList<>();
        int written = 0;
        for (LearnerInfo learner : required(groupId, asked)) {
            boolean sent = mails.about(learner)
                    .with(values(learner, letter, actor))
                    .send(
                            "letter:" + key + ":" + learner.id(),
                            TEMPLATE,
                            Wording.of("messaging.why.letter", actor.displayName()),
                            "group:" + groupId)
                    .isPresent();
            if (sent) {
                written++;
            } else {
                without.add(learner.name());
            }
        }
        journal.record(JournalRecord.of("group.written", "group", groupId.toString())
                .by(actor.displayName(), actor.role().name())
                .after(Map.of(
                        "subject", letter.subject().strip(), "messages", written, "withoutAddress", without.size())));
        return new Written(written, without);
    }

    /** Whose groups these are: those one teaches, those one follows. */
    private Actor writer(UUID groupId) {
        Actor actor = current.get();
        ownership.requireGroup(actor, groupId);
        if (actor.is(Role.REFERENT) && !follows(actor, groups.get(groupId))) {
            throw Refusal.notYours();
        }
        return actor;
    }

    private static boolean follows(Actor referent, GroupInfo group) {
        return group.referent() != null && group.referent().id().equals(referent.personId());
    }

    private void check(Letter letter, List<FieldProblem> others) {
        List<FieldProblem> problems = new ArrayList<>(checks.problems(letter));
        problems.addAll(others);
        if (!problems.isEmpty()) {
            throw new InvalidContent(problems);
        }
    }

    private List<LearnerInfo> required(UUID groupId, Set<UUID> asked) {
        Map<UUID, LearnerInfo> members =
                groups.everMembers(groupId).stream().collect(Collectors.toMap(LearnerInfo::id, Function.identity()));
        if (!members.keySet().containsAll(asked)) {
            throw new InvalidContent("learners", "messaging.letter.notOfGroup");
        }
        return asked.stream().map(members::get).toList();
    }

    private static Map<String, String> values(LearnerInfo learner, Letter letter, Actor author) {
        return Map.of(
                "prenom",
                learner.firstName(),
                "objet",
                letter.subject().strip(),
                "texte",
                letter.text().strip(),
                "auteur",
                author.displayName());
    }
}
