package fr.educentre.assidu.training.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.shared.Registration;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.training.ExpectedLearner;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.SessionInfo;
import java.util.List;

/** A session of the planning: what it is, and what may be done with it. */
final class PlannedSessionDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    PlannedSessionDialog(
            PlanningServices services, SessionActs acts, PlanningWords words, SessionInfo session, Runnable changed) {
        Texts texts = services.texts();
        setHeaderTitle(session.title());
        setWidth("min(34rem, 96vw)");
        Runnable after = () -> {
            close();
            changed.run();
        };
        add(new Paragraph(words.whole(session)));
        add(new Paragraph(new Anchor("seances/" + session.id(), texts.get("planning.open"))));
        List<Button> offered = acts.of(session, after);
        var buttons = new Div();
        buttons.addClassName("assidu-form-choice");
        offered.forEach(buttons::add);
        if (!offered.isEmpty() && session.state().held()) {
            offered.getFirst().addClickShortcut(Key.KEY_M, KeyModifier.ALT).listenOn(this);
            buttons.add(catchUp(services, acts, session, after));
        }
        add(buttons);
        getFooter().add(new Button(texts.get("shell.close"), click -> close()));
    }

    /** Another screen is another matter. */
    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        Registration leaving = attached.getUI().addBeforeLeaveListener(leave -> close());
        addDetachListener(detached -> {
            detached.unregisterListener();
            leaving.remove();
        });
    }

    /** For one of those expected: whom it is asked first. */
    private static Div catchUp(PlanningServices services, SessionActs acts, SessionInfo session, Runnable changed) {
        Texts texts = services.texts();
        var who = new ComboBox<LearnerInfo>(texts.get("planning.catchUp.who"));
        who.setItemLabelGenerator(LearnerInfo::name);
        who.setItems(services.sessions().expected(session.id()).stream()
                .map(ExpectedLearner::learner)
                .toList());
        var place = new Div(who);
        place.addClassName("assidu-filters");
        who.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                acts.askCatchUp(session, change.getValue(), changed);
            }
        });
        return place;
    }
}
