package fr.educentre.assidu.messaging.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.EmailField;
import fr.educentre.assidu.messaging.internal.MailServer;
import fr.educentre.assidu.messaging.internal.MessageState;
import fr.educentre.assidu.messaging.internal.TrialMail;
import fr.educentre.assidu.shell.InvalidContent;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.SiteTimes;
import fr.educentre.assidu.shell.ui.StatusBadge;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How the mail server is doing: what last left, what it did not take, what waits for somebody; and a test of it. */
class MailServerCard extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final transient MailServer server;
    private final transient TrialMail trial;
    private final transient Runnable sent;
    private final H2 title = new H2();
    private final Paragraph answer = new Paragraph();
    private final EmailField address = new EmailField();

    /** @param sent run after a trial mail was written */
    MailServerCard(Texts texts, MailServer server, TrialMail trial, Runnable sent) {
        this.trial = trial;
        this.sent = sent;
        this.texts = texts;
        this.server = server;
        addClassName("assidu-card");
        MailServer.Health health = server.health();
        title.setText(texts.get("messaging.server.title"));
        add(title, badge(health), new Paragraph(said(health)));
        if (health.failed() > 0) {
            add(new Anchor(
                    MessagesView.PATH + "?" + MessagesPanel.STATE + "=" + MessageState.FAILED,
                    texts.get("messaging.server.failed", health.failed())));
        }
        answer.getElement().setAttribute("role", "status");
        address.setLabel(texts.get("messaging.server.trial.address"));
        var line = new Div(
                new Button(texts.get("messaging.server.test"), click -> test()),
                address,
                new Button(texts.get("messaging.server.trial"), click -> send()));
        line.addClassName("assidu-filters");
        add(line, answer);
    }

    /** For a place that has a title and a frame already. */
    MailServerCard withoutFrame() {
        remove(title);
        removeClassName("assidu-card");
        return this;
    }

    private StatusBadge badge(MailServer.Health health) {
        if (health.lastSentAt() == null && health.triedAgain() == 0 && health.failed() == 0) {
            return new StatusBadge(StatusBadge.Tone.NEUTRAL, texts.get("messaging.server.untried"));
        }
        return health.triedAgain() > 0
                ? new StatusBadge(StatusBadge.Tone.BAD, texts.get("messaging.server.notTaking"))
                : health.failed() > 0
                        ? new StatusBadge(StatusBadge.Tone.WAITING, texts.get("messaging.server.someFailed"))
                        : new StatusBadge(StatusBadge.Tone.GOOD, texts.get("messaging.server.good"));
    }

    private String said(MailServer.Health health) {
        String last = health.lastSentAt() == null
                ? texts.get("messaging.server.nothingSent")
                : texts.get("messaging.server.lastSent", at(health.lastSentAt()));
        return health.triedSince() == null
                ? last
                : last + " " + texts.get("messaging.server.tried", health.triedAgain(), at(health.triedSince()));
    }

    private String at(@Nullable Instant time) {
        return time == null ? "" : SiteTimes.at(time, texts);
    }

    private void send() {
        try {
            trial.send(address.getValue());
            answer.setText(texts.get("messaging.server.trial.written", address.getValue()));
            sent.run();
        } catch (InvalidContent invalid) {
            answer.setText(texts.get("messaging.server.trial.invalid"));
        }
    }

    private void test() {
        answer.setText(server.test()
                .map(problem -> texts.get("messaging.server.testFailed", problem))
                .orElseGet(() -> texts.get("messaging.server.testPassed")));
    }
}
