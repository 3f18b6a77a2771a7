package fr.educentre.assidu.training.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Route;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.MainLayout;
import fr.educentre.assidu.shell.ui.ManagedView;
import fr.educentre.assidu.shell.ui.MomentText;
import fr.educentre.assidu.shell.ui.PageLabels;
import fr.educentre.assidu.shell.ui.RecordList;
import fr.educentre.assidu.shell.ui.SettingsTabs;
import fr.educentre.assidu.shell.ui.SiteTimes;
import fr.educentre.assidu.training.WorkingCalendars;
import fr.educentre.assidu.training.management.SessionContent;
import fr.educentre.assidu.training.management.SessionRecords;
import fr.educentre.assidu.training.management.SessionSeries;
import jakarta.annotation.security.RolesAllowed;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** Sessions to come: planned, moved and removed while nothing is known of them. */
@Route(value = "centre/seances", layout = MainLayout.class)
@RolesAllowed("QUALITY_MANAGER")
class SessionRecordsView extends ManagedView<SessionContent> {

    private static final long serialVersionUID = 1L;

    @Autowired
    SessionRecordsView(
            SessionRecords records,
            SessionSeries series,
            SessionChoices choices,
            WorkingCalendars calendars,
            Texts texts,
            SettingsTabs tabs,
            JsonMapper json) {
        this(new WarnedSessions(records, texts), new Named(choices, calendars), choices, texts, json);
        addComponentAsFirst(tabs);
        addAction(new Button(
                texts.get("manage.series.new"),
                VaadinIcon.CALENDAR.create(),
                click -> new SeriesDialog(series, choices, texts, json, this::refresh).open()));
    }

    private SessionRecordsView(
            WarnedSessions sessions, Named named, SessionChoices choices, Texts texts, JsonMapper json) {
        super(
                sessions,
                new RecordList<>(
                                SessionForm.one(texts, choices, Map.of()), SessionContent::title, columns(named, texts))
                        .reading(named::load),
                texts,
                json);
    }

    /** Whom and what the sessions of a page name; the clocks of their sites. */
    private static final class Named {

        private final PageLabels groups;
        private final PageLabels trainers;
        private final WorkingCalendars calendars;
        private final Map<UUID, ZoneId> zones = new HashMap<>();

        Named(SessionChoices choices, WorkingCalendars calendars) {
            this.groups = new PageLabels(choices.groups());
            this.trainers = new PageLabels(choices.trainers());
            this.calendars = calendars;
        }

        void load(List<SessionContent> page) {
            groups.load(page.stream().map(one -> one.course().groupId()).toList());
            trainers.load(page.stream().map(one -> one.course().trainerId()).toList());
            calendars
                    .of(page.stream()
                            .map(one -> one.course().siteId())
                            .filter(Objects::nonNull)
                            .distinct()
                            .toList())
                    .forEach((site, days) -> zones.put(site, days.zone()));
        }

        String when(SessionContent session, Texts texts) {
            ZoneId zone = zones.get(session.course().siteId());
            return zone == null
                    ? MomentText.words(session.startsAt(), texts)
                    : SiteTimes.at(OffsetDateTime.parse(session.startsAt()).toInstant(), zone, texts);
        }
    }

    private static Map<String, Function<SessionContent, String>> columns(Named named, Texts texts) {
        Map<String, Function<SessionContent, String>> columns = new LinkedHashMap<>();
        columns.put("startsAt", session -> named.when(session, texts));
        columns.put("groupId", session -> named.groups.of(session.course().groupId()));
        columns.put("trainerId", session -> named.trainers.of(session.course().trainerId()));
        return columns;
    }
}
