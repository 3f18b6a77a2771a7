package fr.educentre.assidu.training.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import fr.educentre.assidu.jdbc.TimeOrderedId;
import fr.educentre.assidu.shell.Managed.Change;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Versioned;
import fr.educentre.assidu.shell.ui.FormField;
import fr.educentre.assidu.shell.ui.FormSpec;
import fr.educentre.assidu.shell.ui.RecordEditor;
import fr.educentre.assidu.training.management.EnrolmentConsequences;
import fr.educentre.assidu.training.management.EnrolmentEventPreview;
import fr.educentre.assidu.training.management.EnrolmentEvents;
import fr.educentre.assidu.training.management.NewEnrolmentEvent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Declares what happens to an enrolment, in three steps: what and when, what will follow, what is left to do. */
final class EnrolmentEventDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient EnrolmentEvents events;
    private final transient EnrolmentEventPreview preview;
    private final transient Texts texts;
    private final transient ConsequenceWords words;
    private final transient RecordEditor<NewEnrolmentEvent> editor;
    private final transient Subject subject;
    private final transient Runnable declared;
    private final UUID key = TimeOrderedId.next();

    /** What was entered in the first step, and what would follow. */
    private transient @Nullable Planned planned;

    /** Whose enrolment it is. */
    record Subject(UUID enrolmentId, UUID learnerId, UUID groupId, String name) {}

    private record Planned(NewEnrolmentEvent event, EnrolmentConsequences consequences) {}

    EnrolmentEventDialog(EventTools tools, Subject subject, Runnable declared) {
        this.events = tools.events();
        this.preview = tools.preview();
        this.texts = tools.texts();
        this.words = new ConsequenceWords(texts);
        this.subject = subject;
        this.declared = declared;
        this.editor = new RecordEditor<>(new Planning(), spec(texts), texts, tools.json(), kept -> showConsequences());
        setHeaderTitle(texts.get("manage.event.title", subject.name()));
        setWidth("min(42rem, 96vw)");
        setCloseOnOutsideClick(false);
        ask();
    }

    private static FormSpec<NewEnrolmentEvent> spec(Texts texts) {
        return new FormSpec<>(
                "manage.event",
                NewEnrolmentEvent.class,
                List.of(
                        FormField.choice(
                                "kind",
                                NewEnrolmentEvent.Kind.class,
                                kind -> texts.get("dashboards.entry.ENROLMENT_EVENT." + kind.name())),
                        new FormField.Day("on", true),
                        new FormField.Day("lastPresence", false),
                        new FormField.Paragraph("reason")),
                Map.of());
    }

    private void ask() {
        removeAll();
        getFooter().removeAll();
        add(step(1), new Paragraph(texts.get("manage.event.about")), editor);
        getFooter()
                .add(
                        new Button(texts.get("shell.cancel"), click -> close()),
                        primary("manage.event.next", editor::save));
    }

    private void showConsequences() {
        Planned now = planned;
        if (now == null) {
            return;
        }
        removeAll();
        getFooter().removeAll();
        add(step(2), new Paragraph(words.summary(now.event())));
        add(words.list(now.event(), now.consequences()));
        getFooter()
                .add(
                        new Button(texts.get("manage.event.back"), click -> ask()),
                        primary("manage.event.declare", () -> declare(now)));
    }

    private void declare(Planned now) {
        try {
            events.declare(key, subject.enrolmentId(), now.event());
        } catch (Refusal refusal) {
            var problem =
                    new Paragraph(texts.get(refusal.key(), refusal.arguments().toArray()));
            problem.getElement().setAttribute("role", "alert");
            add(problem);
            return;
        }
        removeAll();
        getFooter().removeAll();
        var done = new Paragraph(texts.get("manage.event.done", words.summary(now.event())));
        done.getElement().setAttribute("role", "status");
        add(step(3), done, words.left(now.consequences()), links());
        getFooter().add(new Button(texts.get("manage.close"), click -> close()));
        declared.run();
    }

    private UnorderedList links() {
        return new UnorderedList(
                new ListItem(new Anchor("apprenants/" + subject.learnerId(), texts.get("manage.event.link.learner"))),
                new ListItem(
                        new Anchor("seances?groupe=" + subject.groupId(), texts.get("manage.event.link.sessions"))),
                new ListItem(new Anchor("preuves", texts.get("manage.event.link.certificate"))));
    }

    private H3 step(int number) {
        return new H3(texts.get("manage.event.step." + number));
    }

    private Button primary(String label, Runnable act) {
        var button = new Button(texts.get(label), click -> act.run());
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }

    /** Nothing is kept by the first step: what would follow is asked for. */
    private final class Planning implements RecordEditor.Keeper<NewEnrolmentEvent> {

        @Override
        public Optional<Versioned<NewEnrolmentEvent>> find() {
            return Optional.empty();
        }

        @Override
        public Versioned<NewEnrolmentEvent> keep(@Nullable Integer version, NewEnrolmentEvent event) {
            planned = new Planned(event, preview.of(subject.enrolmentId(), event));
            return new Versioned<>(key, 0, event);
        }

        @Override
        public List<Change> history() {
            return List.of();
        }
    }
}
