package fr.educentre.assidu.justification.internal;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface JustificationRepository extends JpaRepository<Justification, UUID> {

    List<Justification> findByLearnerIdOrderByCreatedAtDesc(UUID learnerId);

    List<Justification> findByLearnerIdAndStateInOrderByCreatedAtDesc(UUID learnerId, Collection<ReviewState> states);
}
