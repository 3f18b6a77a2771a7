package fr.educentre.assidu.relaunch.internal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface RelaunchRepository extends JpaRepository<Relaunch, UUID> {

    Optional<Relaunch> findByAlertId(UUID alertId);

    List<Relaunch> findByLearnerIdOrderByStartedAtDesc(UUID learnerId);

    @Query("select r from Relaunch r where r.learnerId in :learnerIds and r.endedAt is null")
    List<Relaunch> open(Collection<UUID> learnerIds);
}
