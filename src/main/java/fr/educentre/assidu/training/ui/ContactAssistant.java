package fr.educentre.assidu.training.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import fr.educentre.assidu.jdbc.TimeOrderedId;
import fr.educentre.assidu.shell.Managed.Change;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Versioned;
import fr.educentre.assidu.shell.ui.FormField;
import fr.educentre.assidu.shell.ui.FormSpec;
import fr.educentre.assidu.shell.ui.RecordEditor;
import fr.educentre.assidu.training.management.LearnerContacts;
import fr.educentre.assidu.training.management.NewContact;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Opens the form that logs a call, meeting or visit, wherever one reads of a learner. */
@Component
public class ContactAssistant {

    private final LearnerContacts contacts;
    private final Texts texts;
    private final JsonMapper json;
    private final Clock clock;

    ContactAssistant(LearnerContacts contacts, Texts texts, JsonMapper json, Clock clock) {
        this.contacts = contacts;
        this.texts = texts;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param zone of the learner's site: what is typed is meant by its time
     * @param logged run once one was logged
     */
    public void open(UUID learnerId, String name, ZoneId zone, Runnable logged) {
        var dialog = new Dialog(texts.get("training.contact.title", name));
        var editor = new RecordEditor<>(new Logging(learnerId), spec(zone), texts, json, kept -> {
            dialog.close();
            Notification.show(texts.get("training.contact.logged"));
            logged.run();
        });
        dialog.setWidth("min(36rem, 96vw)");
        dialog.setCloseOnOutsideClick(false);
        var warning = new Paragraph(texts.get("training.contact.noHealth"));
        warning.addClassName("assidu-muted");
        dialog.add(warning, editor);
        var save = new Button(texts.get("training.contact.log"), click -> editor.save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        dialog.getFooter().add(new Button(texts.get("shell.cancel"), click -> dialog.close()), save);
        dialog.open();
    }

    private FormSpec<NewContact> spec(ZoneId zone) {
        return new FormSpec<>(
                "training.contact",
                NewContact.class,
                List.of(
                        FormField.choice(
                                "kind",
                                NewContact.Kind.class,
                                kind -> texts.get("dashboards.entry.CONTACT." + kind.name())),
                        new FormField.Moment("at", true),
                        FormField.choice(
                                "outcome",
                                NewContact.Outcome.class,
                                outcome -> texts.get("training.contact.outcome." + outcome.name())),
                        new FormField.Paragraph("note"),
                        new FormField.Day("next", false)),
                Map.of(
                        "kind",
                        NewContact.Kind.CALL.name(),
                        "at",
                        LocalDateTime.ofInstant(clock.instant(), zone)
                                .truncatedTo(ChronoUnit.MINUTES)
                                .toString()));
    }

    /** A contact is logged once. */
    private final class Logging implements RecordEditor.Keeper<NewContact> {

        private final UUID learnerId;
        private final UUID key = TimeOrderedId.next();

        Logging(UUID learnerId) {
            this.learnerId = learnerId;
        }

        @Override
        public Optional<Versioned<NewContact>> find() {
            return Optional.empty();
        }

        @Override
        public Versioned<NewContact> keep(@Nullable Integer version, NewContact content) {
            contacts.log(key, learnerId, content);
            return new Versioned<>(key, 0, content);
        }

        @Override
        public List<Change> history() {
            return List.of();
        }
    }
}
