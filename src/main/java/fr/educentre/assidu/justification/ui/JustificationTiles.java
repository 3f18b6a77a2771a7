package fr.educentre.assidu.justification.ui;

import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.attendance.JustificationState;
import fr.educentre.assidu.justification.internal.AbsenceQueries;
import fr.educentre.assidu.shell.HomeTiles;
import fr.educentre.assidu.shell.MenuBadge;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Absences under review, and those still without a justification. */
@Component
class JustificationTiles implements HomeTiles, MenuBadge {

    private static final Set<String> READERS = Set.of("QUALITY_MANAGER", "REFERENT", "TRAINER");

    private final AbsenceQueries absences;
    private final CurrentActor current;

    JustificationTiles(AbsenceQueries absences, CurrentActor current) {
        this.absences = absences;
        this.current = current;
    }

    @Override
    public List<HomeTile> of(String role) {
        if (!READERS.contains(role)) {
            return List.of();
        }
        return List.of(
                new HomeTile(30, "justification.tile.UNDER_REVIEW", count(), "absences?etat=UNDER_REVIEW"),
                new HomeTile(
                        32,
                        "justification.tile.TO_JUSTIFY",
                        absences.count(current.get(), JustificationState.TO_JUSTIFY),
                        "absences?etat=TO_JUSTIFY"));
    }

    @Override
    public String path() {
        return "absences";
    }

    @Override
    public long count() {
        return current.find()
                .filter(actor -> READERS.contains(actor.role().name()))
                .map(actor -> absences.count(actor, JustificationState.UNDER_REVIEW))
                .orElse(0L);
    }

    @Override
    public String labelKey() {
        return "justification.badge";
    }
}
