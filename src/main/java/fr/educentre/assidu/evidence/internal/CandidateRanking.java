package fr.educentre.assidu.evidence.internal;

import fr.educentre.assidu.evidence.Evidences.Candidate;
import fr.educentre.assidu.training.LearnerInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who among some learners a participant may be, best first, and why. Nothing here is ever certain: what is sure (an
 * identifier, an address, a person's word about it) is matched before anyone is ranked.
 */
final class CandidateRanking {

    private static final double WORTH_SHOWING = 0.6;
    private static final double INITIALS = 0.6;
    private static final double MAILBOX = 0.9;
    private static final double OWN_MAILBOX = 0.85;
    private static final double SAID = 0.6;
    private static final double SAID_BY_ALL = 0.25;
    private static final double EACH_TIME = 0.02;
    private static final int MANY_TIMES = 5;
    private static final double SAME_GROUP = 0.005;
    private static final int SHOWN = 5;
    private static final Pattern BRACKETED = Pattern.compile("(.{1,200}?)\\s*\\(([^()]{2,200})\\)\\s*");

    private CandidateRanking() {}

    /** Why someone is proposed; the key ends that of a text. */
    enum Reason {
        SAME_NAME("sameName"),
        CLOSE_NAME("closeName"),
        INITIALS("initials"),
        MAILBOX("mailbox"),
        SAME_MAILBOX("sameMailbox"),
        OWN_MAILBOX("ownMailbox"),
        SAID("said"),
        SAME_GROUP("sameGroup");

        private final String key;

        Reason(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }
    }

    /**
     * What is known of the participant.
     *
     * @param said how often people said of this same key that it is each learner
     * @param sameGroup learners of the session's own group; empty when that is not looked at
     */
    record Clues(@Nullable String name, @Nullable String email, Map<UUID, Integer> said, Set<UUID> sameGroup) {

        static Clues of(@Nullable String name, @Nullable String email) {
            return new Clues(name, email, Map.of(), Set.of());
        }
    }

    /** @param score above 0 and below 1; @param times how often people said so before */
    record Ranked(LearnerInfo learner, double score, List<Reason> reasons, int times) {}

    static List<Ranked> of(Collection<LearnerInfo> learners, Clues clues) {
        List<NormalizedName> names = names(clues.name() == null ? "" : clues.name());
        String mailbox = mailbox(clues.email());
        NormalizedName box = NormalizedName.of(mailbox);
        int allSaid = clues.said().values().stream().mapToInt(Integer::intValue).sum();
        List<Ranked> found = new ArrayList<>();
        for (LearnerInfo learner : learners) {
            Likeness likeness = likeness(learner, names, mailbox, box);
            int times = clues.said().getOrDefault(learner.id(), 0);
            double said =
                    times == 0 ? 0 : SAID + SAID_BY_ALL * times / allSaid + EACH_TIME * Math.min(times, MANY_TIMES);
            double alike = likeness.score() < WORTH_SHOWING ? 0 : likeness.score();
            double score = 1 - (1 - alike) * (1 - said);
            if (score >= WORTH_SHOWING) {
                List<Reason> reasons = new ArrayList<>();
                if (alike > 0) {
                    reasons.add(likeness.reason());
                }
                if (times > 0) {
                    reasons.add(Reason.SAID);
                }
                if (clues.sameGroup().contains(learner.id())) {
                    score += SAME_GROUP;
                    reasons.add(Reason.SAME_GROUP);
                }
                double rounded = Math.round(Math.min(Candidate.MOST, score) * 1000) / 1000.0;
                found.add(new Ranked(learner, rounded, List.copyOf(reasons), times));
            }
        }
        found.sort(Comparator.comparingDouble(Ranked::score)
                .reversed()
                .thenComparing(one -> one.learner().name())
                .thenComparing(one -> one.learner().id()));
        return List.copyOf(found.subList(0, Math.min(SHOWN, found.size())));
    }

    private record Likeness(double score, Reason reason) {

        Likeness or(double other, Reason why) {
            return other > score ? new Likeness(other, why) : this;
        }
    }

    /** As it stands and without what stands aside; of a name with brackets, also what is before them and what is in them. */
    private static List<NormalizedName> names(String name) {
        List<NormalizedName> names = new ArrayList<>();
        Matcher bracketed = BRACKETED.matcher(name);
        if (bracketed.matches()) {
            names.add(NormalizedName.of(bracketed.group(1)));
            names.add(NormalizedName.of(bracketed.group(2)));
        }
        names.add(NormalizedName.of(name));
        return names.stream()
                .flatMap(one -> Stream.of(one, one.bare()))
                .distinct()
                .toList();
    }

    private static double best(NormalizedName known, List<NormalizedName> names) {
        return names.stream().mapToDouble(known::likeness).max().orElse(0);
    }

    private static Likeness likeness(
            LearnerInfo learner, List<NormalizedName> names, String mailbox, NormalizedName box) {
        NormalizedName known = NormalizedName.of(learner.name());
        double byName = best(known, names);
        Reason why = byName == 1 ? Reason.SAME_NAME : byName <= INITIALS ? Reason.INITIALS : Reason.CLOSE_NAME;
        String own = mailbox(learner.email());
        NormalizedName ownBox = NormalizedName.of(own);
        return new Likeness(byName, why)
                .or(known.likeness(box) * MAILBOX, Reason.MAILBOX)
                .or(!own.isEmpty() && own.equals(mailbox) ? MAILBOX : 0, Reason.SAME_MAILBOX)
                .or(ownBox.words().size() > 1 ? best(ownBox, names) * OWN_MAILBOX : 0, Reason.OWN_MAILBOX);
    }

    private static String mailbox(@Nullable String email) {
        return email == null ? "" : email.strip().toLowerCase(Locale.ROOT).replaceFirst("[@+].*", "");
    }
}
