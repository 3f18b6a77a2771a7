package fr.educentre.assidu.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Div;
import fr.educentre.assidu.onboarding.OnboardingStage.Progress;
import fr.educentre.assidu.shell.OnboardingStep;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.shell.ui.OnboardingPart;
import fr.educentre.assidu.shell.ui.OnboardingPart.Standing;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OnboardingStageTests {

    private static final Standing MISSING = Standing.required(false, Wording.NONE);
    private static final Standing ENTERED = Standing.required(true, Wording.NONE);
    private static final Standing WITHOUT = Standing.optional(false, Wording.NONE);
    private static final Standing EXTRA = Standing.optional(true, Wording.NONE);

    @Test
    void a_step_waits_for_all_that_it_requires_and_for_nothing_else() {
        assertThat(progress(false, MISSING, WITHOUT)).isEqualTo(Progress.TO_DO);
        assertThat(progress(false, MISSING, EXTRA)).isEqualTo(Progress.BEGUN);
        assertThat(progress(false, MISSING, ENTERED)).isEqualTo(Progress.BEGUN);
        assertThat(progress(false, ENTERED, WITHOUT)).isEqualTo(Progress.DONE);
    }

    @Test
    void what_was_put_aside_is_no_longer_asked_for_and_what_is_done_is_done_all_the_same() {
        assertThat(progress(true, MISSING, EXTRA)).isEqualTo(Progress.PUT_ASIDE);
        assertThat(stage(true, MISSING).isOpen()).isFalse();
        assertThat(stage(false, MISSING).isOpen()).isTrue();
        assertThat(progress(true, ENTERED)).isEqualTo(Progress.DONE);
    }

    private static Progress progress(boolean putAside, Standing... standings) {
        return stage(putAside, standings).progress();
    }

    private static OnboardingStage stage(boolean putAside, Standing... standings) {
        List<OnboardingPart> parts = Stream.of(standings)
                .map(standing -> new OnboardingPart(
                        OnboardingStep.SITES, "sites", standing, Set.of("ADMIN"), changed -> new Div()))
                .toList();
        return OnboardingStage.of(OnboardingStep.SITES, parts, putAside);
    }
}
