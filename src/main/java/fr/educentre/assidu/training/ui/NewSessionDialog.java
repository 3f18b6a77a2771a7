package fr.educentre.assidu.training.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import fr.educentre.assidu.jdbc.TimeOrderedId;
import fr.educentre.assidu.shell.Managed.Change;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Versioned;
import fr.educentre.assidu.shell.ui.RecordEditor;
import fr.educentre.assidu.training.management.SessionContent;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Plans one session over the planning: the half-day and what its row stands for are filled in, the rest is asked. */
final class NewSessionDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    /** How long a half-day is taught, unless it is changed. */
    private static final int HOURS = 3;

    /** Where a session is to be put. */
    record Place(LocalDate day, LocalTime start, Map<String, Object> row) {

        private Map<String, Object> blank() {
            Map<String, Object> blank = new HashMap<>(row);
            blank.put("startsAt", day.atTime(start).toString());
            blank.put("endsAt", day.atTime(start.plusHours(HOURS)).toString());
            return blank;
        }
    }

    /** @param planned told what was planned */
    NewSessionDialog(PlanningServices services, Place place, Consumer<SessionContent> planned) {
        Texts texts = services.texts();
        setHeaderTitle(texts.get("manage.session.new"));
        setWidth("min(46rem, 96vw)");
        setCloseOnOutsideClick(false);
        var editor = new RecordEditor<>(
                new Once(new WarnedSessions(services.records(), texts)),
                SessionForm.one(texts, services.choices(), place.blank()),
                texts,
                services.json(),
                kept -> {
                    close();
                    planned.accept(kept.content());
                });
        add(editor);
        var save = new Button(texts.get("manage.save"), click -> editor.save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(texts.get("shell.cancel"), click -> close()), save);
    }

    /** One new session, by one key however often it is saved. */
    private record Once(WarnedSessions sessions, UUID key) implements RecordEditor.Keeper<SessionContent> {

        Once(WarnedSessions sessions) {
            this(sessions, TimeOrderedId.next());
        }

        @Override
        public Optional<Versioned<SessionContent>> find() {
            return Optional.empty();
        }

        @Override
        public Versioned<SessionContent> keep(@Nullable Integer version, SessionContent content) {
            return sessions.add(key, content);
        }

        @Override
        public List<Change> history() {
            return List.of();
        }
    }
}
