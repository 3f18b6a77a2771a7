package fr.educentre.assidu.relaunch.internal;

import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.training.management.EnrolmentEvents.LearnerStopped;
import fr.educentre.assidu.training.management.FollowUps;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who interrupted or left their course is reminded of it no longer. */
@Component
class StoppedLearners implements FollowUps {

    private final RelaunchRepository relaunches;
    private final RelaunchEnd ending;

    StoppedLearners(RelaunchRepository relaunches, RelaunchEnd ending) {
        this.relaunches = relaunches;
        this.ending = ending;
    }

    @EventListener
    @Transactional
    void on(LearnerStopped stopped) {
        relaunches
                .open(List.of(stopped.learnerId()))
                .forEach(relaunch ->
                        ending.end(relaunch, Relaunch.State.ENDED, Wording.of("relaunch.end.stopped", stopped.by())));
    }

    @Override
    public int underWay(UUID learnerId) {
        return relaunches.open(List.of(learnerId)).size();
    }
}
