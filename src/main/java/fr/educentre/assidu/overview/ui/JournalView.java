package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fr.educentre.assidu.journal.Journal;
import fr.educentre.assidu.journal.Journal.Head;
import fr.educentre.assidu.journal.Journal.Verification;
import fr.educentre.assidu.overview.JournalWords;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.MainLayout;
import fr.educentre.assidu.shell.ui.StatusBadge;
import fr.educentre.assidu.shell.ui.StatusBadge.Tone;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** Verifies the journal, and says in words what was found and where. */
@Route(value = JournalView.PATH, layout = MainLayout.class)
@RolesAllowed({"ADMIN", "QUALITY_MANAGER", "AUDITOR"})
class JournalView extends ScreenBody implements HasDynamicTitle {

    static final String PATH = "journal";
    private static final long serialVersionUID = 1L;
    private static final String NUMBER = "[1-9]\\d{0,17}";
    private static final String HASH = "[0-9a-fA-F]{64}";

    private final transient Texts texts;
    private final transient Journal journal;
    private final transient JournalWords words;
    private final TextField number = new TextField();
    private final TextField hash = new TextField();
    private final Div result = new Div();

    JournalView(Texts texts, Journal journal, JournalWords words) {
        this.texts = texts;
        this.journal = journal;
        this.words = words;
        number.setLabel(texts.get("journal.noted.seq"));
        hash.setLabel(texts.get("journal.noted.hash"));
        hash.setWidth("min(100%, 40rem)");
        var verify = new Button(texts.get("journal.verify"), click -> verify());
        verify.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        result.getElement().setAttribute("role", "status");
        add(
                new Paragraph(texts.get("journal.intro")),
                new H2(texts.get("journal.noted.title")),
                new Paragraph(texts.get("journal.noted.text")),
                new Div(number),
                new Div(hash),
                new Div(verify),
                result);
    }

    private void verify() {
        String seq = number.getValue().strip();
        String given = hash.getValue().strip();
        boolean none = seq.isEmpty() && given.isEmpty();
        check(number, none || seq.matches(NUMBER), "journal.noted.seq.wrong");
        check(hash, none || given.matches(HASH), "journal.noted.hash.wrong");
        if (!number.isInvalid() && !hash.isInvalid()) {
            show(journal.verify(none ? List.of() : List.of(new Head(Long.parseLong(seq), given))));
        }
    }

    private void check(TextField field, boolean good, String problem) {
        field.setInvalid(!good);
        field.setErrorMessage(good ? null : texts.get(problem));
    }

    private void show(Verification found) {
        result.removeAll();
        result.add(
                found.holds()
                        ? new StatusBadge(Tone.GOOD, texts.get("journal.state.holds"))
                        : new StatusBadge(Tone.BAD, texts.get("journal.state.broken")),
                new Paragraph(words.summary(found)));
        var list = new UnorderedList();
        list.addClassName("assidu-list");
        found.findings().forEach(finding -> list.add(new ListItem(words.finding(finding))));
        if (!found.holds()) {
            result.add(list);
        }
        var head = new Paragraph(texts.get("journal.head", String.valueOf(found.length()), found.head()));
        head.getStyle().set("overflow-wrap", "anywhere");
        result.add(head);
    }

    @Override
    public String getPageTitle() {
        return texts.get("journal.title");
    }
}
