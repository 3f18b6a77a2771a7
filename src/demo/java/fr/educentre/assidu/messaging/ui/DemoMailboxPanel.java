package fr.educentre.assidu.messaging.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import fr.educentre.assidu.messaging.DemoMailbox;
import fr.educentre.assidu.messaging.DemoMailbox.ReceivedMail;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.EmptyState;
import fr.educentre.assidu.shell.ui.SiteTimes;
import java.util.List;

/** The mails the demonstration's own server received, newest first. */
class DemoMailboxPanel extends Div {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 50;

    DemoMailboxPanel(Texts texts, DemoMailbox mailbox) {
        add(new Paragraph(texts.get("messaging.demo.text")));
        List<ReceivedMail> mails = mailbox.newest(SHOWN);
        if (mails.isEmpty()) {
            add(new EmptyState(texts.get("messaging.demo.empty.title"), texts.get("messaging.demo.empty.text")));
        }
        for (ReceivedMail mail : mails) {
            String when = SiteTimes.at(mail.receivedAt(), texts);
            var details =
                    new Details(when + " · " + mail.to() + " · " + mail.subject(), MessageDetail.text(mail.text()));
            details.setWidthFull();
            add(details);
        }
    }
}
