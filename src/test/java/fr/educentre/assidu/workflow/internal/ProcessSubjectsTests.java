package fr.educentre.assidu.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.workflow.internal.ProcessMonitor.InstanceView;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProcessSubjectsTests {

    private static final UUID LEA = new UUID(9, 1);
    private static final Map<UUID, String> NAMES = Map.of(LEA, "Léa Roy");

    private final ProcessSubjects subjects = new ProcessSubjects(new SomeTexts(), ids -> NAMES);

    @Test
    void a_relaunch_is_of_a_learner() {
        assertThat(subjects.of(instance("relaunch:" + new UUID(9, 2), LEA), null, null, NAMES))
                .isEqualTo("Léa Roy");
    }

    @Test
    void a_request_is_of_a_half_day_too() {
        assertThat(subjects.of(instance("justification:x", LEA), "2026-11-23/AM", null, NAMES))
                .isEqualTo("Léa Roy, lun. 23 nov. 2026 workflow.subject.halfDay.AM");
    }

    @Test
    void a_learner_who_was_erased_has_no_name_any_more() {
        assertThat(subjects.of(instance("relaunch:x", LEA), null, null, Map.of()))
                .isEqualTo("workflow.subject.formerLearner");
    }

    @Test
    void work_in_the_background_is_called_by_its_kind_and_never_by_its_key() {
        assertThat(subjects.of(instance("attendance.decide:session:x", null), null, null, NAMES))
                .isEqualTo("Décision des présences");
        assertThat(subjects.of(instance("some.kind:x", null), null, null, NAMES))
                .isEqualTo("workflow.work.other");
        assertThat(subjects.of(instance(null, null), null, null, NAMES)).isEqualTo("workflow.work.other");
    }

    private static InstanceView instance(@Nullable String key, @Nullable UUID learner) {
        return new InstanceView(
                new UUID(9, 3),
                "p",
                "P",
                new InstanceView.Subject(key, learner, ""),
                Instant.EPOCH,
                "",
                new InstanceView.Trouble(null, null));
    }

    /** One text; the others say their key. */
    private static final class SomeTexts implements Texts {

        @Override
        public String get(String key, Object... arguments) {
            return key.equals("workflow.work.attendance.decide")
                    ? "Décision des présences"
                    : (arguments.length == 0 ? key : arguments[0] + " " + key);
        }

        @Override
        public Locale language() {
            return FRENCH;
        }

        @Override
        public String in(Locale locale, String key, Object... arguments) {
            return get(key, arguments);
        }
    }
}
