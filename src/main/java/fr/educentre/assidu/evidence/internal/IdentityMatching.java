package fr.educentre.assidu.evidence.internal;

import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.NewTrace;
import fr.educentre.assidu.shell.WrittenAddress;
import fr.educentre.assidu.training.Centre;
import fr.educentre.assidu.training.ContactInfo;
import fr.educentre.assidu.training.ExpectedLearner;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.Learners;
import fr.educentre.assidu.training.Sessions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whose traces are whose, surest first: an identifier we issued, the e-mail address, what a person said of the same
 * address or identifier before (an alias). A name alone only proposes.
 */
@Component
class IdentityMatching {

    private final Learners learners;
    private final Sessions sessions;
    private final Centre centre;
    private final ProposalStore proposals;
    private final AliasStore aliases;
    private final CandidateFinder candidates;

    IdentityMatching(
            Learners learners,
            Sessions sessions,
            Centre centre,
            ProposalStore proposals,
            AliasStore aliases,
            CandidateFinder candidates) {
        this.learners = learners;
        this.sessions = sessions;
        this.centre = centre;
        this.proposals = proposals;
        this.aliases = aliases;
        this.candidates = candidates;
    }

    /** Someone, with all that their traces tell of who it is. */
    private record Person(
            ParticipantKey key,
            @Nullable String issuedId,
            @Nullable String email,
            @Nullable String name) {

        boolean lasting() {
            return StableParticipantKey.of(key.personKey(), issuedId, email, name);
        }
    }

    Map<ParticipantKey, IdentityMatch> identify(Collection<NewTrace> traces) {
        Map<ParticipantKey, Person> people = people(traces);
        if (people.isEmpty()) {
            return Map.of();
        }
        Directory directory = directory(people.values());
        Map<ParticipantKey, IdentityMatch> found = new LinkedHashMap<>();
        people.forEach((key, person) -> found.put(key, identify(person, directory)));
        return found;
    }

    private static Map<ParticipantKey, Person> people(Collection<NewTrace> traces) {
        Map<ParticipantKey, Person> people = new LinkedHashMap<>();
        for (NewTrace trace : traces) {
            ParticipantKey key = ParticipantKey.of(trace);
            var told = new Person(
                    key,
                    trace.person().issuedId(),
                    folded(trace.person().email()),
                    trace.person().name());
            people.merge(
                    key,
                    told,
                    (a, b) -> new Person(
                            key,
                            a.issuedId() == null ? b.issuedId() : a.issuedId(),
                            a.email() == null ? b.email() : a.email(),
                            a.name() == null ? b.name() : a.name()));
        }
        return people;
    }

    private IdentityMatch identify(Person person, Directory directory) {
        IdentityClues clues = directory.clues(person);
        return IdentityPolicy.first(clues).orElseGet(() -> open(person, clues, directory));
    }

    private IdentityMatch open(Person person, IdentityClues clues, Directory directory) {
        var said = directory.said().getOrDefault(person.key().personKey(), Map.of());
        var like = candidates.among(clues.expected(), person.name(), person.email(), said);
        return new IdentityMatch.Open(
                like, clues.takenBack() ? UnmatchedReason.TAKEN_BACK : like.isEmpty() ? UnmatchedReason.UNKNOWN : "");
    }

    /** All that has to be looked up, in a bounded number of statements. */
    private Directory directory(Collection<Person> people) {
        Set<UUID> ids = new HashSet<>();
        Set<String> externalIds = new HashSet<>();
        Set<String> emails = new HashSet<>();
        Set<UUID> sessionIds = new HashSet<>();
        Set<String> keys = new HashSet<>();
        Map<EvidenceSource, List<String>> lasting = new HashMap<>();
        for (Person person : people) {
            if (person.issuedId() != null) {
                uuid(person.issuedId()).ifPresentOrElse(ids::add, () -> externalIds.add(person.issuedId()));
            }
            if (person.email() != null) {
                emails.add(person.email());
            }
            if (person.key().sessionId() != null) {
                sessionIds.add(person.key().sessionId());
                keys.add(person.key().personKey());
                if (person.lasting()) {
                    lasting.computeIfAbsent(person.key().source(), source -> new ArrayList<>())
                            .add(person.key().personKey());
                }
            }
        }
        Map<EvidenceSource, Map<String, List<UUID>>> known = new HashMap<>();
        lasting.forEach((source, some) -> known.put(source, aliases.lasting(source, some)));
        Map<ParticipantKey, ProposalStore.StoredProposal> decided = new HashMap<>();
        if (!sessionIds.isEmpty()) {
            for (ProposalStore.StoredProposal kept : proposals.ofSessions(sessionIds)) {
                decided.put(ParticipantKey.of(kept.proposal()), kept);
            }
        }
        return new Directory(
                ids.isEmpty() ? Map.of() : learners.byIds(ids),
                externalIds.isEmpty() ? Map.of() : learners.byExternalIds(externalIds),
                emails.isEmpty() ? Map.of() : learners.byEmails(emails),
                sessionIds.isEmpty() ? Map.of() : sessions.expected(sessionIds),
                trainers(sessionIds),
                decided,
                known,
                proposals.confirmations(keys));
    }

    private Map<UUID, Set<String>> trainers(Set<UUID> sessionIds) {
        Map<UUID, Set<String>> known = new HashMap<>();
        Map<UUID, Set<String>> found = new HashMap<>();
        if (!sessionIds.isEmpty()) {
            sessions.byIds(sessionIds)
                    .forEach((id, session) -> found.put(
                            id, known.computeIfAbsent(session.trainer().id(), this::namesOf)));
        }
        return found;
    }

    /** The trainer's address and identifier. */
    private Set<String> namesOf(UUID trainerId) {
        Set<String> names = new HashSet<>(Set.of(trainerId.toString()));
        centre.trainer(trainerId)
                .map(ContactInfo::email)
                .map(IdentityMatching::folded)
                .ifPresent(names::add);
        return names;
    }

    private record Directory(
            Map<UUID, LearnerInfo> byId,
            Map<String, LearnerInfo> byExternalId,
            Map<String, LearnerInfo> byEmail,
            Map<UUID, List<ExpectedLearner>> expected,
            Map<UUID, Set<String>> trainers,
            Map<ParticipantKey, ProposalStore.StoredProposal> decided,
            Map<EvidenceSource, Map<String, List<UUID>>> aliases,
            Map<String, Map<UUID, Integer>> said) {

        IdentityClues clues(Person person) {
            UUID sessionId = person.key().sessionId();
            return new IdentityClues(
                    sessionId != null,
                    decided.get(person.key()),
                    person.issuedId() == null ? null : byIssuedId(person.issuedId()),
                    person.email() == null ? null : byEmail.get(person.email()),
                    sessionId == null ? List.of() : expected.getOrDefault(sessionId, List.of()),
                    sessionId != null && isTrainer(sessionId, person),
                    alias(person));
        }

        @Nullable
        LearnerInfo byIssuedId(String issuedId) {
            return uuid(issuedId).map(byId::get).orElseGet(() -> byExternalId.get(issuedId));
        }

        boolean isTrainer(UUID sessionId, Person person) {
            Set<String> names = trainers.getOrDefault(sessionId, Set.of());
            return (person.email() != null && names.contains(person.email()))
                    || (person.issuedId() != null && names.contains(person.issuedId()));
        }

        /** Only where everybody who confirmed said the same. */
        Optional<UUID> alias(Person person) {
            List<UUID> said = person.lasting()
                    ? aliases.getOrDefault(person.key().source(), Map.of())
                            .getOrDefault(person.key().personKey(), List.of())
                    : List.of();
            return said.size() == 1 ? Optional.of(said.getFirst()) : Optional.empty();
        }
    }

    private static @Nullable String folded(@Nullable String email) {
        return email == null || email.isBlank() ? null : WrittenAddress.folded(email);
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
