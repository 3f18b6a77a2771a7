package fr.educentre.assidu.justification.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.educentre.assidu.justification.internal.SignedLinkJustification;
import fr.educentre.assidu.justification.internal.SignedLinkJustification.Line;
import fr.educentre.assidu.justification.internal.SignedLinkJustification.Page;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.shell.ui.ReaderLanguage;
import fr.educentre.assidu.shell.ui.SiteTimes;
import fr.educentre.assidu.shell.ui.StatusBadge;
import fr.educentre.assidu.shell.ui.StatusBadge.Tone;
import fr.educentre.assidu.shell.ui.VisitorAddress;
import fr.educentre.assidu.training.SessionInfo;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The learner's page behind the signed link of a mail: no account, one thing to do, on a phone first. */
@Route(value = "j/:token", autoLayout = false)
@AnonymousAllowed
class JustifyPage extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final transient SignedLinkJustification justification;
    private String token = "";

    JustifyPage(Texts texts, SignedLinkJustification justification) {
        this.texts = texts;
        this.justification = justification;
        addClassName("assidu-public");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        token = event.getRouteParameters().get("token").orElse("");
        show(false);
    }

    private void show(boolean justSent) {
        removeAll();
        add(language());
        Optional<Page> opened;
        try {
            opened = justification.open(token, VisitorAddress.current());
        } catch (Refusal braked) {
            add(
                    new H1(texts.get("justification.page.title")),
                    new Paragraph(texts.get(braked.key(), braked.arguments().toArray())));
            return;
        }
        if (opened.isEmpty()) {
            add(
                    new H1(texts.get("justification.page.invalid.title")),
                    new Paragraph(texts.get(
                            "justification.page.invalid.text", justification.organisation(), justification.phone())));
            return;
        }
        Page page = opened.get();
        add(new H1(texts.get("justification.page.title")));
        add(new Paragraph(texts.get("justification.page.hello", page.firstName())));
        if (justSent) {
            var sent = new Div(
                    new H2(texts.get("justification.page.sent.title")),
                    new Paragraph(texts.get("justification.page.sent.text")));
            sent.addClassName("assidu-card");
            sent.getElement().setAttribute("role", "status");
            add(sent);
        } else if (page.anythingOpen()) {
            form(page);
            return;
        } else if (page.tooLate()) {
            add(new Paragraph(
                    texts.get("justification.page.late", justification.organisation(), justification.phone())));
        } else {
            add(
                    new H2(texts.get("justification.page.nothing.title")),
                    new Paragraph(texts.get(
                            "justification.page.nothing.text", justification.organisation(), justification.phone())));
        }
        status(page);
    }

    private void form(Page page) {
        Locale locale = getLocale();
        List<Line> open = page.lines().stream().filter(Line::open).toList();
        Instant deadline =
                open.stream().map(Line::deadline).min(Comparator.naturalOrder()).orElseThrow();
        var until = new Paragraph(texts.get("justification.page.deadline", SiteTimes.at(deadline, page.zone(), texts)));
        until.getStyle().set("font-weight", "700");
        page.complements().forEach(one -> add(new ComplementCard(texts, one, page.zone(), false)));
        List<SessionInfo> ticked =
                open.stream().filter(Line::asked).map(Line::session).toList();
        var form = new JustificationForm(
                texts,
                open.stream().map(Line::session).toList(),
                ticked,
                page.reasons(),
                page.zone(),
                locale,
                filled -> {
                    justification.submit(token, filled);
                    show(true);
                });
        page.complements().stream()
                .findFirst()
                .ifPresent(one -> form.again(one.sent().reasonCode()));
        add(until, form);
        if (page.lines().size() > open.size()) {
            status(page);
        }
    }

    private void status(Page page) {
        if (page.lines().isEmpty()) {
            return;
        }
        add(new H2(texts.get("justification.page.status")));
        for (Line line : page.lines()) {
            var card = new Div(
                    new Span(SiteTimes.at(
                                    line.session().startsAt(), line.session().zone(), texts)
                            + " · " + line.session().title() + " "),
                    new StatusBadge(tone(line), texts.get("justification.absence." + line.state())));
            card.addClassName("assidu-card");
            if (line.note() != null) {
                card.add(new Paragraph(Wording.shown(line.note(), texts)));
            }
            add(card);
        }
    }

    private Button language() {
        var button = new Button(texts.get("justification.page.language"), click -> {
            UI ui = UI.getCurrent();
            ReaderLanguage.choose(Locale.ENGLISH.equals(ui.getLocale()) ? Locale.FRENCH : Locale.ENGLISH);
            show(false);
        });
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        return button;
    }

    private static Tone tone(Line line) {
        return switch (line.state()) {
            case TO_JUSTIFY -> Tone.NOTICE;
            case UNDER_REVIEW -> Tone.WAITING;
            case JUSTIFIED -> Tone.GOOD;
            case UNJUSTIFIED -> Tone.BAD;
        };
    }

    @Override
    public String getPageTitle() {
        return texts.get("justification.page.title") + " – " + texts.get("shell.app");
    }
}
