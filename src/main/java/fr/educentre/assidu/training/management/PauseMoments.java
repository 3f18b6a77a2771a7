package fr.educentre.assidu.training.management;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** A break as it is stored. */
@Embeddable
record PauseMoments(
        @Column(name = "from_at") Instant from,
        @Column(name = "to_at") Instant to) {}
