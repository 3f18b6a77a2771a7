package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import fr.educentre.assidu.overview.AttendanceFigures;
import fr.educentre.assidu.overview.AttendanceObjective;
import fr.educentre.assidu.overview.AttendanceObjective.Outlook;
import fr.educentre.assidu.overview.Dashboards;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.training.LearnerInfo;
import java.time.ZoneId;
import java.util.Locale;

/** Both rates, each with what it is made of, and the objective beside: reached, possible, or out of reach. */
@org.springframework.stereotype.Component
class SpaceFigures implements SpaceBlock {

    private final Texts texts;
    private final Dashboards dashboards;
    private final AttendanceObjective objective;

    SpaceFigures(Texts texts, Dashboards dashboards, AttendanceObjective objective) {
        this.texts = texts;
        this.dashboards = dashboards;
        this.objective = objective;
    }

    @Override
    public int place() {
        return 30;
    }

    @Override
    public Component of(LearnerInfo learner, ZoneId zone, Runnable again) {
        Locale locale = texts.language();
        AttendanceFigures figures = dashboards.ofLearner(learner.id()).figures();
        var tiles = new Div(
                ScreenBody.tile(
                        texts.get("overview.figure.attendance"),
                        ReaderFormats.percent(figures.attendance().attendanceRateToDate(), locale),
                        texts.get(
                                "overview.space.rate.attendance",
                                ReaderFormats.duration(figures.attendance().observedMinutes()),
                                ReaderFormats.duration(figures.attendance().taughtMinutesToDate()),
                                ReaderFormats.duration(figures.attendance().unknownMinutes()))),
                ScreenBody.tile(
                        texts.get("overview.space.rate.completion"),
                        ReaderFormats.percent(figures.hours().hoursCompletionRate(), locale),
                        texts.get(
                                "overview.space.rate.completion.note",
                                ReaderFormats.duration(figures.hours().creditedMinutes()),
                                ReaderFormats.duration(figures.hours().agreedMinutes()))));
        tiles.addClassName("assidu-tiles");
        return new SpacePart(
                texts.get("overview.space.rates"), tiles, new Paragraph(line(objective.of(learner.id(), figures))));
    }

    private String line(Outlook outlook) {
        return texts.get(
                "overview.space.objective." + outlook.standing(),
                ReaderFormats.percent(outlook.objective(), texts.language()),
                ReaderFormats.percent(outlook.best(), texts.language()));
    }
}
