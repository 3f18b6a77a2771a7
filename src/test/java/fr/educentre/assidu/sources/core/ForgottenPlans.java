package fr.educentre.assidu.sources.core;

import fr.educentre.assidu.testing.BetweenTests;
import org.springframework.stereotype.Component;

/** Tests begin at the same time again and again: a job planned in the one before would be counted on. */
@Component
class ForgottenPlans implements BetweenTests {

    private final ProcessingTrigger trigger;

    ForgottenPlans(ProcessingTrigger trigger) {
        this.trigger = trigger;
    }

    @Override
    public void reset() {
        trigger.forgetPlans();
    }
}
