package fr.educentre.assidu.attendance.internal;

import fr.educentre.assidu.attendance.Attendance.Discordance;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.training.Modality;
import java.util.EnumSet;
import java.util.Set;

/** Where a learner's sources contradict each other. */
final class Discordances {

    private Discordances() {}

    /** @param traced what the traces show when nobody's mark is looked at */
    static Set<Discordance> of(AttendanceFactsLoader.Situation situation, PresenceObservation traced) {
        Set<Discordance> found = EnumSet.noneOf(Discordance.class);
        found.addAll(situation.observation().setAside());
        PersonMark mark = situation.mark();
        boolean distance = situation.session().modality() != Modality.IN_PERSON;
        boolean connected = traced.connected() && traced.presence().minutes() > 0;
        if (mark != null && mark.status().present() && distance && situation.sourceComplete() && !connected) {
            found.add(Discordance.MARKED_PRESENT_NOT_CONNECTED);
        }
        if (mark != null && mark.status() == AttendanceStatus.ABSENT && connected) {
            found.add(Discordance.MARKED_ABSENT_BUT_CONNECTED);
        }
        if (traced.signed() && mark != null && mark.status() == AttendanceStatus.ABSENT) {
            found.add(Discordance.SIGNED_BUT_MARKED_ABSENT);
        }
        if (traced.signed() && distance && situation.sourceComplete() && !connected) {
            found.add(Discordance.SIGNED_NOT_CONNECTED);
        }
        if (situation.context().othersSigned() && !traced.signed() && situation.sourceComplete()) {
            if (connected) {
                found.add(Discordance.CONNECTED_NOT_SIGNED);
            } else if (mark != null && mark.author().person() && mark.status().present()) {
                found.add(Discordance.MARKED_PRESENT_NOT_SIGNED);
            }
        }
        return found;
    }
}
