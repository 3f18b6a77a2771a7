package fr.educentre.assidu.training.ui;

import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.SiteTimes;
import fr.educentre.assidu.training.Planning.Week;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.SessionState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** How the planning says days and sessions. */
@Component
class PlanningWords {

    private static final String BETWEEN = " · ";

    private final Texts texts;

    PlanningWords(Texts texts) {
        this.texts = texts;
    }

    String week(Week week) {
        return texts.get(
                "planning.week",
                ReaderFormats.day(week.monday(), texts.language()),
                ReaderFormats.date(week.sunday(), texts.language()));
    }

    String day(LocalDate day, boolean today) {
        String said = ReaderFormats.day(day, texts.language());
        return today ? texts.get("planning.today.marked", said) : said;
    }

    /** Short: the rest is said when it is opened. */
    String inCell(SessionInfo session) {
        String said = SiteTimes.time(session.startsAt(), session.zone(), texts) + " " + session.title();
        return session.state().held() ? said : said + BETWEEN + state(session);
    }

    /** All of it, as it is read out. */
    String whole(SessionInfo session) {
        List<String> parts = new ArrayList<>(List.of(
                SiteTimes.slot(session.startsAt(), session.endsAt(), session.zone(), texts),
                session.title(),
                session.groupName(),
                session.trainer().name()));
        if (session.room() != null) {
            parts.add(session.room());
        }
        parts.add(session.siteName());
        parts.add(state(session));
        return String.join(BETWEEN, parts);
    }

    private String state(SessionInfo session) {
        SessionState state = session.state();
        return texts.get("planning.state." + state);
    }
}
