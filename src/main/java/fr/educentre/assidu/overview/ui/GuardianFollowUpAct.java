package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.icon.VaadinIcon;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.overview.FollowUpLink;
import fr.educentre.assidu.overview.GuardianFollowUps;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.training.FollowedLearners.Follower;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.management.LearnerRecords;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The link of follow-up, from the page of a minor. */
@Component
class GuardianFollowUpAct {

    private final Texts texts;
    private final GuardianFollowUps followUps;
    private final LearnerRecords records;
    private final CurrentActor current;

    GuardianFollowUpAct(Texts texts, GuardianFollowUps followUps, LearnerRecords records, CurrentActor current) {
        this.texts = texts;
        this.followUps = followUps;
        this.records = records;
        this.current = current;
    }

    /** Where the reader follows the learner, and somebody answers for them who can be written to. */
    Optional<Button> of(LearnerInfo learner) {
        if (!records.mayChange(current.get(), learner.id())
                || followUps.guardians(learner.id()).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Button(texts.get("overview.followUp.open"), VaadinIcon.LINK.create(), click -> open(learner.id())));
    }

    private void open(UUID learnerId) {
        new FollowUpDialog(texts, texts.get("overview.followUp.guardian"), new FollowUpDialog.Followed() {
                    @Override
                    public List<Follower> people() {
                        return followUps.guardians(learnerId);
                    }

                    @Override
                    public List<FollowUpLink> links() {
                        return followUps.links(learnerId);
                    }

                    @Override
                    public void send(Follower to, boolean english) {
                        followUps.send(learnerId, to.id(), english);
                    }

                    @Override
                    public void revoke(UUID link) {
                        followUps.revoke(learnerId, link);
                    }
                })
                .open();
    }
}
