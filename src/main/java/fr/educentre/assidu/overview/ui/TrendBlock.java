package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.Component;
import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.overview.HomeQueries;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.TrendChart;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Attendance of the last weeks beside the weeks before them. */
@org.springframework.stereotype.Component
class TrendBlock implements HomeBlock {

    private static final int WEEKS = 8;

    private final Texts texts;
    private final HomeQueries figures;
    private final VisibleSessions sessions;

    TrendBlock(Texts texts, HomeQueries figures, VisibleSessions sessions) {
        this.texts = texts;
        this.figures = figures;
        this.sessions = sessions;
    }

    @Override
    public Set<Role> roles() {
        return EnumSet.of(Role.TRAINER, Role.REFERENT, Role.QUALITY_MANAGER, Role.AUDITOR);
    }

    @Override
    public int place() {
        return 60;
    }

    @Override
    public boolean wide() {
        return false;
    }

    /** It moves by the week: it is read when home opens and not while it is followed. */
    @Override
    public Look look(Actor actor) {
        return new Look("", () -> HomeCards.card(texts, texts.get("overview.home.trend"), chart(), "preuves"));
    }

    private Component chart() {
        HomeQueries.Trend trend = figures.trend(sessions.trainerId(), WEEKS);
        var format = DateTimeFormatter.ofPattern("d MMM", texts.language());
        return new TrendChart(
                texts.get("overview.home.trend"),
                trend.weeks().stream().map(format::format).toList(),
                List.of(
                        new TrendChart.Line(texts.get("overview.home.trend.recent"), percents(trend.recent())),
                        new TrendChart.Line(texts.get("overview.home.trend.before"), percents(trend.before()))));
    }

    private static List<@Nullable Double> percents(List<@Nullable Double> rates) {
        List<@Nullable Double> percents = new ArrayList<>();
        for (Double rate : rates) {
            percents.add(rate == null ? null : Math.round(rate * 1000) / 10.0);
        }
        return percents;
    }
}
