package fr.educentre.assidu.training.management;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** A break as it is stored, and where it stands among others. */
@Embeddable
record PauseMoments(
        @Column(nullable = false) int position,
        @Column(name = "from_at", nullable = false) Instant from,
        @Column(name = "to_at", nullable = false) Instant to) {}
