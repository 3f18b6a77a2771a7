package fr.educentre.assidu.relaunch.internal;

import fr.educentre.assidu.alerts.OpenRelaunches;
import fr.educentre.assidu.relaunch.Relaunches;
import fr.educentre.assidu.shell.Texts;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class StoredRelaunches implements Relaunches, OpenRelaunches {

    private final RelaunchRepository relaunches;
    private final Texts texts;

    StoredRelaunches(RelaunchRepository relaunches, Texts texts) {
        this.relaunches = relaunches;
        this.texts = texts;
    }

    @Override
    public List<RelaunchView> ofLearner(UUID learnerId) {
        return relaunches.findByLearnerIdOrderByStartedAtDesc(learnerId).stream()
                .map(relaunch -> relaunch.view(texts))
                .toList();
    }

    @Override
    public Set<UUID> among(Collection<UUID> learnerIds) {
        return learnerIds.isEmpty()
                ? Set.of()
                : relaunches.open(learnerIds).stream().map(Relaunch::learnerId).collect(Collectors.toSet());
    }
}
