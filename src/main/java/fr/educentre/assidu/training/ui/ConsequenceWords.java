package fr.educentre.assidu.training.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.training.management.EnrolmentConsequences;
import fr.educentre.assidu.training.management.EnrolmentConsequences.NoticeDue;
import fr.educentre.assidu.training.management.NewEnrolmentEvent;

/** What follows from an event, in sentences. */
final class ConsequenceWords {

    private final Texts texts;

    ConsequenceWords(Texts texts) {
        this.texts = texts;
    }

    /** What, and from which day on. */
    String summary(NewEnrolmentEvent event) {
        return texts.get(
                "manage.event.summary",
                texts.get("dashboards.entry.ENROLMENT_EVENT." + event.kind().name()),
                ReaderFormats.date(event.on(), texts.language()));
    }

    /** All that will follow. */
    UnorderedList list(NewEnrolmentEvent event, EnrolmentConsequences consequences) {
        var list = new UnorderedList();
        list.add(new ListItem(texts.get(
                event.kind().stops() ? "manage.event.sessions.freed" : "manage.event.sessions.back",
                consequences.sessions())));
        if (event.kind().stops()) {
            list.add(new ListItem(texts.get("manage.event.relaunches", consequences.relaunches())));
        }
        addTodo(list, consequences);
        return list;
    }

    /** What is left for people to do once it is declared. */
    UnorderedList left(EnrolmentConsequences consequences) {
        var list = new UnorderedList();
        addTodo(list, consequences);
        return list;
    }

    private void addTodo(UnorderedList list, EnrolmentConsequences consequences) {
        if (consequences.certificate()) {
            list.add(withSource(texts.get("manage.event.certificate"), texts.get("manage.event.certificate.source")));
        }
        consequences.notices().forEach(notice -> list.add(notice(notice)));
    }

    private ListItem notice(NoticeDue notice) {
        String key = "manage.event.notice." + notice.reason().name();
        var by = notice.by();
        String when = by == null
                ? texts.get("manage.event.atOnce")
                : texts.get("manage.event.by", ReaderFormats.date(by, texts.language()));
        return withSource(texts.get(key, notice.recipient(), when), texts.get(key + ".source"));
    }

    private static ListItem withSource(String what, String source) {
        var note = new Paragraph(source);
        note.addClassName("assidu-muted");
        return new ListItem(new Paragraph(what), note);
    }
}
