package fr.educentre.assidu.training.management;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** An activity of a module, and where it stands in it. */
@Embeddable
record ActivityPlace(
        @Column(name = "activity_id", nullable = false) String activityId,
        @Column(nullable = false) int position) {}
