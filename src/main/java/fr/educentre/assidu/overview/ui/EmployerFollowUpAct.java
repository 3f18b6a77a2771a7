package fr.educentre.assidu.overview.ui;

import fr.educentre.assidu.overview.EmployerFollowUps;
import fr.educentre.assidu.overview.FollowUpLink;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.RecordAction;
import fr.educentre.assidu.training.FollowedLearners.Follower;
import fr.educentre.assidu.training.ui.EmployerAct;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The link of follow-up, from the form of an employer. */
@Component
class EmployerFollowUpAct implements EmployerAct {

    private final Texts texts;
    private final EmployerFollowUps followUps;

    EmployerFollowUpAct(Texts texts, EmployerFollowUps followUps) {
        this.texts = texts;
        this.followUps = followUps;
    }

    @Override
    public RecordAction action() {
        return RecordAction.opening("overview.followUp.open", this::open);
    }

    private void open(UUID employerId) {
        new FollowUpDialog(texts, texts.get("overview.followUp.employer"), new FollowUpDialog.Followed() {
                    @Override
                    public List<Follower> people() {
                        return followUps.contacts(employerId);
                    }

                    @Override
                    public List<FollowUpLink> links() {
                        return followUps.links(employerId);
                    }

                    @Override
                    public void send(Follower to, boolean english) {
                        followUps.send(employerId, to.address(), english);
                    }

                    @Override
                    public void revoke(UUID link) {
                        followUps.revoke(employerId, link);
                    }
                })
                .open();
    }
}
