package fr.educentre.assidu.shell.ui;

import com.vaadin.flow.component.Component;
import fr.educentre.assidu.shell.OnboardingStep;
import fr.educentre.assidu.shell.Wording;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * One thing to enter or set when a centre begins.
 *
 * @param key of its texts, under {@code onboarding.part}
 * @param content a new component each time, given what to run when something was changed there
 */
public record OnboardingPart(
        OnboardingStep step, String key, Standing standing, Set<String> roles, Function<Runnable, Component> content) {

    /** Brings the parts that a module knows of; implemented by modules. */
    public interface Contributor {

        /** As they stand now, in the order in which they are best done. */
        List<OnboardingPart> onboarding();
    }

    /**
     * How far it is.
     *
     * @param required whether its step waits for it
     * @param found what is there, in words
     */
    public record Standing(boolean required, boolean done, Wording found) {

        public static Standing required(boolean done, Wording found) {
            return new Standing(true, done, found);
        }

        public static Standing optional(boolean done, Wording found) {
            return new Standing(false, done, found);
        }
    }
}
