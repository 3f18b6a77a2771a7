package fr.educentre.assidu.messaging.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.EmailField;
import fr.educentre.assidu.messaging.Outbox.MessageView;
import fr.educentre.assidu.messaging.Outbox.RecipientKind;
import fr.educentre.assidu.messaging.internal.MessageQueries;
import fr.educentre.assidu.messaging.internal.MessageState;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.SiteTimes;
import fr.educentre.assidu.shell.ui.StatusBadge;

/** One message: its text as it left or will leave, why it was written, and what can still be done. */
class MessageDetail extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final transient MessageQueries correspondence;
    private final transient MessageView message;
    private final transient Runnable changed;

    MessageDetail(
            Texts texts, MessageQueries correspondence, MessageView message, boolean mayChange, Runnable changed) {
        this.texts = texts;
        this.correspondence = correspondence;
        this.message = message;
        this.changed = changed;
        add(
                new H2(message.content().subject()),
                badge(texts, message.delivery().state()),
                facts(),
                text(message.content().text()));
        if (mayChange) {
            add(actions());
        }
    }

    static StatusBadge badge(Texts texts, String state) {
        StatusBadge.Tone tone = switch (MessageState.valueOf(state)) {
            case QUEUED, SENDING -> StatusBadge.Tone.WAITING;
            case SENT -> StatusBadge.Tone.GOOD;
            case FAILED -> StatusBadge.Tone.BAD;
            case STOPPED -> StatusBadge.Tone.NEUTRAL;
        };
        return new StatusBadge(tone, texts.get("messaging.state." + state));
    }

    private boolean needsSomeone() {
        return MessageState.FAILED.name().equals(message.delivery().state())
                && !message.delivery().settled();
    }

    static Component text(String text) {
        var body = new Pre(text);
        body.getStyle().set("white-space", "pre-wrap").set("font-family", "inherit");
        return body;
    }

    private Component facts() {
        var facts = new DescriptionList();
        add(
                facts,
                "messaging.fact.to",
                message.recipient().name() + " <" + message.recipient().address() + ">");
        add(
                facts,
                "messaging.fact.kind",
                texts.get("messaging.kind." + message.recipient().kind()));
        add(facts, "messaging.fact.why", message.why());
        if (message.delivery().problem() != null) {
            add(facts, "messaging.fact.problem", message.delivery().problem());
        }
        if (needsSomeone()) {
            add(facts, "messaging.fact.what", texts.get("messaging.task.advice"));
        } else if (message.delivery().settled()) {
            add(facts, "messaging.fact.settled", texts.get("messaging.settled"));
        }
        if (message.delivery().sentAt() != null) {
            add(facts, "messaging.fact.sentAt", SiteTimes.at(message.delivery().sentAt(), texts));
        }
        return facts;
    }

    private void add(DescriptionList facts, String labelKey, String value) {
        facts.add(new DescriptionList.Term(texts.get(labelKey)), new DescriptionList.Description(value));
    }

    private Component actions() {
        var actions = new Div();
        actions.addClassName("assidu-filters");
        MessageState state = MessageState.valueOf(message.delivery().state());
        if (state == MessageState.FAILED) {
            actions.add(button("messaging.resend", () -> correspondence.resend(message.id())));
            if (message.recipient().kind() != RecipientKind.LEARNER) {
                actions.add(otherAddress());
            }
        }
        if (needsSomeone()) {
            actions.add(button("messaging.settle", () -> correspondence.settle(message.id(), "")));
        }
        if (state == MessageState.FAILED || state == MessageState.QUEUED) {
            actions.add(button("messaging.stop", () -> correspondence.stop(message.id())));
        }
        return actions;
    }

    private Component otherAddress() {
        var address = new EmailField(texts.get("messaging.address"));
        address.setValue(message.recipient().address());
        return new Div(
                address, button("messaging.resendTo", () -> correspondence.resendTo(message.id(), address.getValue())));
    }

    private Button button(String labelKey, Runnable action) {
        return new Button(texts.get(labelKey), click -> {
            try {
                action.run();
            } catch (Refusal refusal) {
                Notification.show(texts.get(refusal.key(), refusal.arguments().toArray()));
            }
            changed.run();
        });
    }
}
