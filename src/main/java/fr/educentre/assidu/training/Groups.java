package fr.educentre.assidu.training;

import fr.educentre.assidu.shell.PageOf;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Groups, for other modules. */
public interface Groups {

    Optional<GroupInfo> find(UUID id);

    /** @throws fr.educentre.assidu.shell.Refusal NOT_FOUND */
    GroupInfo get(UUID id);

    /** By name. */
    default PageOf<GroupInfo> search(@Nullable UUID visibleToTrainer, int page, int size) {
        return search(null, visibleToTrainer, page, size);
    }

    /**
     * By name.
     *
     * @param q beginnings of words of the name or the code
     */
    PageOf<GroupInfo> search(@Nullable String q, @Nullable UUID visibleToTrainer, int page, int size);

    /** Groups the learner is or was a member of, by name. */
    List<GroupInfo> everOf(UUID learnerId);

    /** Members on that day, by last name. */
    List<LearnerInfo> members(UUID groupId, LocalDate on);

    /** Everyone who is or was a member, by last name. */
    List<LearnerInfo> everMembers(UUID groupId);

    /** The group a learner belongs to on that day, latest membership first; one query for all. */
    Map<UUID, GroupInfo> groupsOf(Collection<UUID> learnerIds, LocalDate on);

    /** Company periods and closures of the groups. */
    Map<UUID, List<OutsidePeriod>> outsidePeriods(Collection<UUID> groupIds);

    /** A stretch of days outside every window, both ends included. */
    record OutsidePeriod(Kind kind, LocalDate from, LocalDate to) {
        /** Why no training is expected. */
        public enum Kind {
            COMPANY,
            CLOSURE
        }
    }
}
