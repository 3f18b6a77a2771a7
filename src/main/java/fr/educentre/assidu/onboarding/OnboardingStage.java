package fr.educentre.assidu.onboarding;

import fr.educentre.assidu.shell.OnboardingStep;
import fr.educentre.assidu.shell.ui.OnboardingPart;
import java.util.List;

/**
 * One step, as far as it is.
 *
 * @param parts of the step, in the order in which they are best done
 */
public record OnboardingStage(OnboardingStep step, Progress progress, List<OnboardingPart> parts) {

    public OnboardingStage {
        parts = List.copyOf(parts);
    }

    /** How far a step is. */
    public enum Progress {
        TO_DO,
        /** Something of it is there, something that it waits for is not. */
        BEGUN,
        DONE,
        /** Somebody said that the centre does without, or does it later. */
        PUT_ASIDE
    }

    static OnboardingStage of(OnboardingStep step, List<OnboardingPart> parts, boolean putAside) {
        boolean done = parts.stream()
                .map(OnboardingPart::standing)
                .allMatch(standing -> standing.done() || !standing.required());
        boolean begun = parts.stream().anyMatch(part -> part.standing().done());
        Progress progress =
                done ? Progress.DONE : putAside ? Progress.PUT_ASIDE : begun ? Progress.BEGUN : Progress.TO_DO;
        return new OnboardingStage(step, progress, parts);
    }

    /** Whether something waits there. */
    public boolean isOpen() {
        return progress == Progress.TO_DO || progress == Progress.BEGUN;
    }
}
