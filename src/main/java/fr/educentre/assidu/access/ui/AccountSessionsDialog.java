package fr.educentre.assidu.access.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import fr.educentre.assidu.access.AccountSessions;
import fr.educentre.assidu.access.AccountSessions.AccountSession;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.SiteTimes;
import java.util.List;
import java.util.UUID;

/** From where an account is signed in, each with a button that ends it. */
class AccountSessionsDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient AccountSessions sessions;
    private final transient Texts texts;
    private final UUID account;
    private final Div list = new Div();

    AccountSessionsDialog(AccountSessions sessions, Texts texts, UUID account) {
        this.sessions = sessions;
        this.texts = texts;
        this.account = account;
        setHeaderTitle(texts.get("manage.account.sessions"));
        setWidth("min(36rem, 96vw)");
        add(list);
        getFooter().add(new Button(texts.get("manage.close"), click -> close()));
        show();
    }

    private void show() {
        list.removeAll();
        List<AccountSession> open = sessions.of(account);
        if (open.isEmpty()) {
            list.add(new Paragraph(texts.get("manage.account.sessions.none")));
        }
        open.forEach(session -> list.add(card(session)));
    }

    private Div card(AccountSession session) {
        String browser = BrowserWords.of(session.browser(), texts);
        var end = new Button(texts.get("manage.account.sessions.end"), click -> end(session));
        end.setAriaLabel(texts.get("manage.account.sessions.end.one", browser, session.address()));
        var card = new Div(
                new H3(browser),
                new Paragraph(texts.get("manage.account.sessions.from", session.address())),
                new Paragraph(texts.get(
                        "manage.account.sessions.since",
                        SiteTimes.at(session.startedAt(), texts),
                        SiteTimes.at(session.lastSeenAt(), texts))),
                end);
        card.addClassName("assidu-card");
        return card;
    }

    private void end(AccountSession session) {
        try {
            sessions.end(account, session.id());
            Notification.show(texts.get("manage.account.sessions.ended"));
        } catch (Refusal refusal) {
            Notification.show(texts.get(refusal.key(), refusal.arguments().toArray()));
        }
        show();
    }
}
