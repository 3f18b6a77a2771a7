package fr.educentre.assidu.overview.ui;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.overview.HomeQueries;
import fr.educentre.assidu.shell.HomeTiles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Sessions of the day, those that await data and those that nobody closed. */
@Component
class SessionTiles implements HomeTiles {

    private final VisibleSessions sessions;
    private final HomeQueries figures;

    SessionTiles(VisibleSessions sessions, HomeQueries figures) {
        this.sessions = sessions;
        this.figures = figures;
    }

    @Override
    public List<HomeTile> of(String role) {
        if (role.equals(Role.ADMIN.name())) {
            return List.of();
        }
        LocalDate day = sessions.day();
        List<HomeTile> tiles = new ArrayList<>();
        tiles.add(new HomeTile(
                5,
                "overview.tile.today",
                sessions.count(new SessionFilter(null, day, day, null)),
                "seances?du=" + day + "&au=" + day));
        HomeQueries.Over over = figures.over(sessions.trainerId());
        tiles.add(new HomeTile(35, "overview.tile.awaiting", over.awaitingData(), "seances?etat=AWAITING_DATA"));
        tiles.add(new HomeTile(37, "overview.tile.unclosed", over.toClose(), "seances?etat=OPEN&au=" + day));
        if (role.equals(Role.AUDITOR.name())) {
            tiles.add(new HomeTile(39, "overview.tile.closed", over.closed(), "seances?etat=CLOSED"));
        }
        return tiles;
    }
}
