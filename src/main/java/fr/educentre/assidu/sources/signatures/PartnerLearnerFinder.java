package fr.educentre.assidu.sources.signatures;

import fr.educentre.assidu.shell.WrittenAddress;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.Learners;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Learners by what a partner says of them: the identifier we gave it, else the e-mail address. Never a name. */
public record PartnerLearnerFinder(
        Map<UUID, LearnerInfo> byId, Map<String, LearnerInfo> byExternalId, Map<String, LearnerInfo> byEmail) {

    public static PartnerLearnerFinder of(Learners learners, Collection<String> issuedIds, Collection<String> emails) {
        Set<UUID> ids = new HashSet<>();
        Set<String> externalIds = new HashSet<>();
        issuedIds.forEach(one -> PartnerIdentifiers.uuid(one).ifPresentOrElse(ids::add, () -> externalIds.add(one)));
        return new PartnerLearnerFinder(
                ids.isEmpty() ? Map.of() : learners.byIds(ids),
                externalIds.isEmpty() ? Map.of() : learners.byExternalIds(externalIds),
                emails.isEmpty()
                        ? Map.of()
                        : learners.byEmails(emails.stream()
                                .map(WrittenAddress::folded)
                                .distinct()
                                .toList()));
    }

    public Optional<LearnerInfo> find(@Nullable String issuedId, @Nullable String email) {
        return byIssuedId(issuedId).or(() -> byEmail(email));
    }

    Optional<LearnerInfo> byIssuedId(@Nullable String issuedId) {
        return issuedId == null
                ? Optional.empty()
                : PartnerIdentifiers.uuid(issuedId)
                        .map(byId::get)
                        .or(() -> Optional.ofNullable(byExternalId.get(issuedId)));
    }

    Optional<LearnerInfo> byEmail(@Nullable String email) {
        return email == null ? Optional.empty() : Optional.ofNullable(byEmail.get(WrittenAddress.folded(email)));
    }
}
