package fr.educentre.assidu.training.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.Notification.Position;
import com.vaadin.flow.router.Route;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Versioned;
import fr.educentre.assidu.shell.ui.FormField;
import fr.educentre.assidu.shell.ui.FormSpec;
import fr.educentre.assidu.shell.ui.MainLayout;
import fr.educentre.assidu.shell.ui.ManagedView;
import fr.educentre.assidu.shell.ui.MomentText;
import fr.educentre.assidu.shell.ui.RecordList;
import fr.educentre.assidu.shell.ui.SettingsTabs;
import fr.educentre.assidu.training.Modality;
import fr.educentre.assidu.training.management.SessionContent;
import fr.educentre.assidu.training.management.SessionRecords;
import fr.educentre.assidu.training.management.SessionSeries;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/** Sessions to come: planned, moved and removed while nothing is known of them. */
@Route(value = "centre/seances", layout = MainLayout.class)
@RolesAllowed("QUALITY_MANAGER")
class SessionRecordsView extends ManagedView<SessionContent> {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN_MILLIS = 10_000;

    private final transient SessionRecords sessions;
    private final transient Texts texts;

    SessionRecordsView(
            SessionRecords kept,
            SessionSeries series,
            SessionChoices choices,
            Texts texts,
            SettingsTabs tabs,
            JsonMapper json) {
        super(kept, records(texts, choices), texts, json);
        this.sessions = kept;
        this.texts = texts;
        addComponentAsFirst(tabs);
        addAction(new Button(
                texts.get("manage.series.new"),
                VaadinIcon.CALENDAR.create(),
                click -> new SeriesDialog(series, choices, texts, json, this::refresh).open()));
    }

    private static RecordList<SessionContent> records(Texts texts, SessionChoices choices) {
        var names = new PageNames(choices.names());
        return new RecordList<>(spec(texts, choices), SessionContent::title, columns(names, texts)).reading(page -> {
            names.groups(page, session -> session.course().groupId());
            names.trainers(page, session -> session.course().trainerId());
        });
    }

    /** What overlaps is planned all the same, and said. */
    @Override
    protected void saved(Versioned<SessionContent> one) {
        UUID id = one.id();
        if (id != null) {
            sessions.warnings(id)
                    .forEach(warning -> Notification.show(
                            texts.get(warning.key(), warning.arguments().toArray()), SHOWN_MILLIS, Position.MIDDLE));
        }
    }

    private static FormSpec<SessionContent> spec(Texts texts, SessionChoices choices) {
        return new FormSpec<>(
                "manage.session",
                SessionContent.class,
                List.of(
                        FormField.line("title"),
                        new FormField.Lookup("groupId", true, choices.groups()),
                        new FormField.Lookup("moduleId", false, choices.modules()),
                        new FormField.Lookup("trainerId", true, choices.trainers()),
                        new FormField.Moment("startsAt", true),
                        new FormField.Moment("endsAt", true),
                        FormField.choice("modality", Modality.class, one -> texts.get("manage.modality." + one.name())),
                        FormField.optional("room"),
                        new FormField.Lookup("siteId", false, choices.sites()),
                        new FormField.Rows(
                                "breaks",
                                List.of(new FormField.Moment("from", true), new FormField.Moment("to", true)))),
                Map.of("modality", "IN_PERSON"));
    }

    private static Map<String, Function<SessionContent, String>> columns(PageNames names, Texts texts) {
        Map<String, Function<SessionContent, String>> columns = new LinkedHashMap<>();
        columns.put("startsAt", session -> MomentText.words(session.startsAt(), texts));
        columns.put("groupId", session -> names.of(session.course().groupId()));
        columns.put("trainerId", session -> names.of(session.course().trainerId()));
        return columns;
    }
}
