package fr.educentre.assidu.attendance.internal;

import fr.educentre.assidu.attendance.Attendance.Discordance;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.training.Modality;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Where a learner's sources contradict each other. */
final class Discordances {

    private static final List<Contradiction> CONTRADICTIONS = List.of(
            new Contradiction(
                    Discordance.MARKED_PRESENT_NOT_CONNECTED,
                    sources -> sources.markedPresent() && sources.shouldHaveConnected()),
            new Contradiction(
                    Discordance.MARKED_ABSENT_BUT_CONNECTED, sources -> sources.markedAbsent() && sources.connected()),
            new Contradiction(
                    Discordance.SIGNED_BUT_MARKED_ABSENT, sources -> sources.signed() && sources.markedAbsent()),
            new Contradiction(
                    Discordance.SIGNED_NOT_CONNECTED, sources -> sources.signed() && sources.shouldHaveConnected()),
            new Contradiction(
                    Discordance.CONNECTED_NOT_SIGNED, sources -> sources.shouldHaveSigned() && sources.connected()),
            new Contradiction(
                    Discordance.MARKED_PRESENT_NOT_SIGNED,
                    sources -> sources.shouldHaveSigned() && !sources.connected() && sources.markedPresentByAPerson()));

    private Discordances() {}

    private record Contradiction(Discordance name, Predicate<Sources> holds) {}

    /**
     * What each source says of the learner.
     *
     * @param complete all that is expected of the session has come
     * @param awaited a participant who is not recognised yet may be the learner: that they are missing is not known
     */
    record Sources(
            @Nullable PersonMark mark,
            boolean distance,
            boolean connected,
            boolean signed,
            boolean othersSigned,
            boolean complete,
            boolean awaited) {

        boolean markedPresent() {
            return mark != null && mark.status().present();
        }

        boolean markedPresentByAPerson() {
            return mark != null && mark.author().person() && markedPresent();
        }

        boolean markedAbsent() {
            return mark != null && mark.status() == AttendanceStatus.ABSENT;
        }

        boolean shouldHaveConnected() {
            return distance && complete && !awaited && !connected;
        }

        boolean shouldHaveSigned() {
            return othersSigned && complete && !awaited && !signed;
        }
    }

    /** @param traced what the traces show when nobody's mark is looked at */
    static Set<Discordance> of(AttendanceFactsLoader.Situation situation, PresenceObservation traced) {
        Set<Discordance> found = of(new Sources(
                situation.mark(),
                situation.session().modality() != Modality.IN_PERSON,
                traced.connected() && traced.presence().minutes() > 0,
                traced.signed(),
                situation.context().othersSigned(),
                situation.sourceComplete(),
                situation.context().openProposal()));
        found.addAll(situation.observation().setAside());
        return found;
    }

    static Set<Discordance> of(Sources sources) {
        Set<Discordance> found = EnumSet.noneOf(Discordance.class);
        for (Contradiction contradiction : CONTRADICTIONS) {
            if (contradiction.holds().test(sources)) {
                found.add(contradiction.name());
            }
        }
        return found;
    }
}
