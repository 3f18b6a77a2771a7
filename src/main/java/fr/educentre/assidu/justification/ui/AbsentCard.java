package fr.educentre.assidu.justification.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import fr.educentre.assidu.justification.AbsentPeople.AbsentPerson;
import fr.educentre.assidu.justification.AbsentPeople.Call;
import fr.educentre.assidu.justification.AbsentPeople.CallOutcome;
import fr.educentre.assidu.justification.AbsentPeople.Missed;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.PhoneLink;
import fr.educentre.assidu.shell.ui.StatusBadge;
import java.io.Serializable;

/** Somebody who is missing for a half-day: whom to call, what was said, and what came of the calls, one tap each. */
class AbsentCard extends ListItem {

    private static final long serialVersionUID = 1L;

    /** What the reader may do. */
    interface Acts extends Serializable {

        /** Calls are noted by who follows the learner. */
        boolean mayCall();

        /** Who comes in is marked by quality managers, and by the trainers of the session, who are shown no other. */
        boolean mayMark();

        void called(AbsentPerson person, CallOutcome outcome);

        void calledWithNote(AbsentPerson person);

        void takeBack(AbsentPerson person, Call call);

        void arrived(AbsentPerson person, Missed missed);
    }

    private final transient Texts texts;
    private final transient AbsentPerson person;
    private final transient AbsentWords words;
    private final transient Acts acts;

    AbsentCard(Texts texts, AbsentPerson person, Acts acts) {
        this.texts = texts;
        this.person = person;
        this.words = new AbsentWords(texts, person);
        this.acts = acts;
        addClassNames("assidu-card", "assidu-absent");
        add(head(), new Paragraph(words.groups() + " · " + words.sessions()));
        add(person.phones().isEmpty() ? muted(texts.get("justification.absents.phone.none")) : phones());
        add(muted(words.mails() + " · " + words.answer()));
        if (!person.calls().isEmpty()) {
            add(calls());
        }
        if (acts.mayCall() || acts.mayMark()) {
            add(actions());
        }
    }

    private Component head() {
        var name = new Anchor("apprenants/" + person.learnerId(), person.name());
        name.addClassName("assidu-absent-name");
        var head = new Div(name, new StatusBadge(words.tone(), words.status()));
        head.addClassName("assidu-absent-head");
        return head;
    }

    private Component phones() {
        var list = new UnorderedList();
        list.addClassName("assidu-list");
        for (var phone : person.phones()) {
            String whose = words.phone(phone);
            list.add(new ListItem(
                    new Span(whose + " "),
                    new PhoneLink(
                            phone.number(), texts.get("justification.absents.phone.call", whose, phone.number()))));
        }
        return list;
    }

    private Component calls() {
        var list = new UnorderedList();
        list.addClassName("assidu-list");
        for (Call call : person.calls()) {
            var item = new ListItem(new Span(words.call(call) + " "));
            if (acts.mayCall()) {
                var undo = new Button(texts.get("justification.absents.undo"), click -> acts.takeBack(person, call));
                undo.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
                undo.setAriaLabel(
                        texts.get("justification.absents.undo.of", words.outcome(call.outcome()), person.name()));
                item.add(undo);
            }
            list.add(item);
        }
        return list;
    }

    private Component actions() {
        var actions = new Div();
        actions.addClassName("assidu-absent-actions");
        if (acts.mayCall()) {
            for (CallOutcome outcome : CallOutcome.values()) {
                actions.add(button(words.outcome(outcome), () -> acts.called(person, outcome)));
            }
            actions.add(button(texts.get("justification.absents.withNote"), () -> acts.calledWithNote(person)));
        }
        if (acts.mayMark()) {
            person.open()
                    .ifPresent(missed -> actions.add(
                            button(texts.get("justification.absents.arrived"), () -> acts.arrived(person, missed))));
        }
        return actions;
    }

    private Button button(String text, Runnable act) {
        var button = new Button(text, click -> act.run());
        button.setAriaLabel(texts.get("shell.says", text, person.name()));
        return button;
    }

    private static Paragraph muted(String text) {
        var paragraph = new Paragraph(text);
        paragraph.addClassName("assidu-muted");
        return paragraph;
    }
}
