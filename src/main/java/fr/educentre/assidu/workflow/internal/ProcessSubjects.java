package fr.educentre.assidu.workflow.internal;

import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.workflow.LearnerNames;
import fr.educentre.assidu.workflow.internal.ProcessMonitor.InstanceView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom or what a process is about, in the reader's words: no key that only the engine knows. */
@Component
class ProcessSubjects {

    private static final int DAY = 10;

    private final Texts texts;
    private final LearnerNames learners;

    ProcessSubjects(Texts texts, LearnerNames learners) {
        this.texts = texts;
        this.learners = learners;
    }

    Map<UUID, String> learners(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : learners.of(ids);
    }

    /**
     * @param halfDay as {@code 2026-11-23/AM}
     * @param title of a task that a rule asks for
     */
    String of(InstanceView instance, @Nullable String halfDay, @Nullable String title, Map<UUID, String> names) {
        List<String> said = new ArrayList<>();
        UUID learner = instance.subject().learnerId();
        if (learner != null) {
            said.add(names.getOrDefault(learner, texts.get("workflow.subject.formerLearner")));
        }
        if (halfDay != null && halfDay.length() > DAY) {
            said.add(texts.get(
                    "workflow.subject.halfDay." + halfDay.substring(DAY + 1),
                    ReaderFormats.date(LocalDate.parse(halfDay.substring(0, DAY)), texts.language())));
        }
        if (title != null && !title.isBlank()) {
            said.add(title);
        }
        return said.isEmpty() ? work(instance.subject().businessKey()) : String.join(", ", said);
    }

    /** Work in the background by the name of its kind, which its key begins with. */
    private String work(@Nullable String key) {
        String kind = "workflow.work." + (key == null ? "" : key.split(":", 2)[0]);
        String said = texts.get(kind);
        return said.equals(kind) ? texts.get("workflow.work.other") : said;
    }
}
