package fr.educentre.assidu.training.management;

import fr.educentre.assidu.access.records.ManagedEntity;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A session, as far as it is planned; the day it was first planned on never changes. */
@Entity
class TrainingSession extends ManagedEntity<SessionContent> {

    private String externalId;
    private String title;
    private UUID groupId;
    private @Nullable UUID moduleId;

    @ManyToOne(optional = false)
    @JoinColumn(name = "site_id")
    private Site site;

    private UUID trainerId;

    /** Null unless somebody replaces the planned one. */
    private @Nullable UUID actualTrainerId;

    @ElementCollection
    @CollectionTable(name = "session_co_trainer", joinColumns = @JoinColumn(name = "session_id"))
    @Column(name = "trainer_id")
    private List<UUID> coTrainerIds = new ArrayList<>();

    private LocalDate plannedOn;
    private Instant startsAt;
    private Instant endsAt;

    @ElementCollection
    @CollectionTable(name = "session_break", joinColumns = @JoinColumn(name = "session_id"))
    private Set<PauseMoments> breaks = new HashSet<>();

    private int taughtMinutes;

    @Embedded
    private SessionVenue venue;

    private String storedState = "PLANNED";
    private @Nullable String changeReason;
    private @Nullable String changeCausedBy;
    private @Nullable UUID movedToId;
    private @Nullable UUID catchUpOfId;

    @SuppressWarnings("NullAway.Init")
    protected TrainingSession() {}

    @Override
    protected SessionContent content() {
        ZoneId zone = zone();
        return new SessionContent(
                title,
                new SessionCourse(groupId, moduleId, site.id(), trainerId, coTrainerIds),
                SiteTime.write(startsAt, zone),
                SiteTime.write(endsAt, zone),
                sortedBreaks()
                        .map(pause ->
                                new SessionPause(SiteTime.write(pause.from(), zone), SiteTime.write(pause.to(), zone)))
                        .toList(),
                venue);
    }

    /** Its site is set before; moments were found to be some. */
    @Override
    protected void put(SessionContent content) {
        ZoneId zone = zone();
        title = content.title();
        groupId = content.course().groupId();
        moduleId = content.course().moduleId();
        if (!content.course().trainerId().equals(trainerId)) {
            // Another is planned: who replaced the former one replaces nobody now.
            actualTrainerId = null;
        }
        trainerId = content.course().trainerId();
        coTrainerIds.clear();
        coTrainerIds.addAll(content.course().coTrainerIds());
        startsAt = SiteTime.read(content.startsAt(), zone).orElseThrow();
        endsAt = SiteTime.read(content.endsAt(), zone).orElseThrow();
        breaks.clear();
        content.breaks()
                .forEach(pause -> breaks.add(new PauseMoments(
                        breaks.size() + 1,
                        SiteTime.read(pause.from(), zone).orElseThrow(),
                        SiteTime.read(pause.to(), zone).orElseThrow())));
        taughtMinutes = minutes(startsAt, endsAt)
                - breaks.stream()
                        .mapToInt(pause -> minutes(pause.from(), pause.to()))
                        .sum();
        venue = content.venue();
        if (plannedOn == null) {
            plannedOn = LocalDate.ofInstant(startsAt, zone);
            externalId = "S-" + id();
        }
    }

    @Nullable
    UUID madeUpFor() {
        return catchUpOfId;
    }

    void heldAt(Site place) {
        site = place;
    }

    void unheld(String state, String reason, String causedBy, @Nullable UUID movedTo) {
        storedState = state;
        changeReason = reason;
        changeCausedBy = causedBy;
        movedToId = movedTo;
    }

    void held() {
        storedState = "PLANNED";
        changeReason = null;
        changeCausedBy = null;
        movedToId = null;
    }

    void replaceTrainer(UUID by) {
        actualTrainerId = by.equals(trainerId) ? null : by;
    }

    /** It is held in place of that one, for those who are added alone. */
    void makeUpFor(UUID missed) {
        catchUpOfId = missed;
    }

    UUID givenBy() {
        return actualTrainerId == null ? trainerId : actualTrainerId;
    }

    @Nullable
    UUID heldInstead() {
        return movedToId;
    }

    /** Cancelled or postponed. */
    boolean isUnheld() {
        return "CANCELLED".equals(storedState) || "POSTPONED".equals(storedState);
    }

    boolean isPlanned() {
        return "PLANNED".equals(storedState);
    }

    /** As it is, at another moment. */
    SessionContent movedTo(Instant start) {
        ZoneId zone = zone();
        Duration by = Duration.between(startsAt, start);
        return content()
                .at(
                        SiteTime.write(start, zone),
                        SiteTime.write(endsAt.plus(by), zone),
                        sortedBreaks()
                                .map(pause -> new SessionPause(
                                        SiteTime.write(pause.from().plus(by), zone),
                                        SiteTime.write(pause.to().plus(by), zone)))
                                .toList());
    }

    private Stream<PauseMoments> sortedBreaks() {
        return breaks.stream().sorted(Comparator.comparingInt(PauseMoments::position));
    }

    ZoneId zone() {
        return ZoneId.of(site.content().fields().zone());
    }

    private static int minutes(Instant from, Instant to) {
        return (int) Duration.between(from, to).toMinutes();
    }
}
