package fr.educentre.assidu.training.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.training.ExpectedLearner;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.SessionInfo;
import java.util.List;

/** Who is expected at a session: somebody more, somebody less. */
final class ParticipantsDialog extends Dialog {

    private static final long serialVersionUID = 1L;
    private static final int MILLIS = 6000;

    private final transient PlanningServices services;
    private final transient Texts texts;
    private final transient SessionInfo session;
    private final transient Runnable changed;
    private final Div expected = new Div();
    private final ComboBox<LearnerInfo> added = new ComboBox<>();
    private final TextField reason = new TextField();

    ParticipantsDialog(PlanningServices services, SessionInfo session, Runnable changed) {
        this.services = services;
        this.texts = services.texts();
        this.session = session;
        this.changed = changed;
        setHeaderTitle(texts.get("planning.participants.title", session.title()));
        setWidth("min(40rem, 96vw)");
        added.setLabel(texts.get("planning.participants.add"));
        added.setItemLabelGenerator(learner -> learner.name() + " · " + learner.externalId());
        added.setItems(query -> {
            int size = Math.max(1, query.getLimit());
            return services
                    .learners()
                    .search(query.getFilter().orElse(""), null, null, query.getOffset() / size, size)
                    .items()
                    .stream();
        });
        reason.setLabel(texts.get("planning.reason.optional"));
        reason.setHelperText(texts.get("planning.participants.reason.help"));
        reason.setMaxLength(500);
        var add = new Button(texts.get("planning.participants.add.act"), click -> addChosen());
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var adding = new Div(added, reason, add);
        adding.addClassName("assidu-filters");
        add(adding, expected);
        getFooter().add(new Button(texts.get("shell.close"), click -> close()));
        show();
    }

    private void show() {
        List<ExpectedLearner> all = services.sessions().expected(session.id());
        expected.removeAll();
        expected.add(new H3(texts.get("planning.participants.expected", all.size())));
        if (all.isEmpty()) {
            expected.add(new Paragraph(texts.get("planning.participants.none")));
            return;
        }
        var list = new UnorderedList();
        list.addClassName("assidu-list");
        all.forEach(one -> list.add(line(one.learner())));
        expected.add(list);
    }

    private ListItem line(LearnerInfo learner) {
        var remove = new Button(
                texts.get("planning.participants.remove"),
                click -> attempt(() -> {
                    services.planning().removeParticipant(session.id(), learner.id(), written());
                    done(
                            "planning.participants.removed",
                            learner,
                            () -> services.planning().addParticipant(session.id(), learner.id(), null));
                }));
        remove.setAriaLabel(texts.get("planning.participants.remove.who", learner.name()));
        remove.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        return new ListItem(new Span(learner.name() + " "), remove);
    }

    private void addChosen() {
        LearnerInfo learner = added.getValue();
        if (learner == null) {
            added.focus();
            return;
        }
        attempt(() -> {
            services.planning().addParticipant(session.id(), learner.id(), written());
            added.clear();
            done(
                    "planning.participants.added",
                    learner,
                    () -> services.planning().removeParticipant(session.id(), learner.id(), null));
        });
    }

    private String written() {
        return reason.getValue().strip();
    }

    private void done(String key, LearnerInfo learner, Runnable undo) {
        show();
        changed.run();
        UndoOffer.show(texts, texts.get(key, learner.name()), () -> {
            undo.run();
            show();
            changed.run();
        });
    }

    private void attempt(Runnable act) {
        try {
            act.run();
        } catch (Refusal refusal) {
            Notification.show(
                    texts.get(refusal.key(), refusal.arguments().toArray()), MILLIS, Notification.Position.MIDDLE);
        }
    }
}
