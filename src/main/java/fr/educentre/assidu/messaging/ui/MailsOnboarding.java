package fr.educentre.assidu.messaging.ui;

import fr.educentre.assidu.messaging.internal.MailServer;
import fr.educentre.assidu.messaging.internal.TrialMail;
import fr.educentre.assidu.shell.OnboardingStep;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.shell.ui.OnboardingPart;
import fr.educentre.assidu.shell.ui.OnboardingPart.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Mails leave: the server answers, and takes what it is given. */
@Component
@Order(50)
class MailsOnboarding implements OnboardingPart.Contributor {

    private final MailServer server;
    private final TrialMail trial;
    private final Texts texts;

    MailsOnboarding(MailServer server, TrialMail trial, Texts texts) {
        this.server = server;
        this.trial = trial;
        this.texts = texts;
    }

    @Override
    public List<OnboardingPart> onboarding() {
        Instant last = server.health().lastSentAt();
        return List.of(new OnboardingPart(
                OnboardingStep.MAILS,
                "mails",
                Standing.required(last != null, Wording.NONE),
                Set.of("ADMIN", "QUALITY_MANAGER"),
                changed -> new MailServerCard(texts, server, trial, changed).withoutFrame()));
    }
}
