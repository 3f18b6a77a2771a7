package fr.educentre.assidu.justification.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import fr.educentre.assidu.justification.Justifications;
import fr.educentre.assidu.justification.Justifications.JustificationView;
import fr.educentre.assidu.justification.internal.OwnJustifications;
import fr.educentre.assidu.justification.internal.SignedLinkJustification.Complement;
import fr.educentre.assidu.justification.internal.SignedLinkJustification.Line;
import fr.educentre.assidu.justification.internal.SignedLinkJustification.Page;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.EmptyState;
import fr.educentre.assidu.shell.ui.SiteTimes;
import fr.educentre.assidu.training.Centre;
import fr.educentre.assidu.training.SessionInfo;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** What is missing from the learner who is signed in, and how they bring it; absences to come are announced the same way. */
@org.springframework.stereotype.Component
public class OwnAbsences {

    private final Texts texts;
    private final OwnJustifications own;
    private final Justifications justifications;
    private final Centre centre;
    private final Clock clock;

    OwnAbsences(Texts texts, OwnJustifications own, Justifications justifications, Centre centre, Clock clock) {
        this.texts = texts;
        this.own = own;
        this.justifications = justifications;
        this.centre = centre;
        this.clock = clock;
    }

    /**
     * Questions asked, then absences to justify, what is due first before the rest; then what was sent and waits.
     *
     * @param zone of the learner's site
     * @param done run once something was sent
     */
    public Component missing(ZoneId zone, Runnable done) {
        Page page = own.page();
        var box = new Div();
        box.addClassName("assidu-space-part");
        for (Complement asked : page.complements()) {
            box.add(answerable(asked, page, done));
        }
        List<Line> lines = page.lines().stream()
                .filter(line -> page.complements().stream()
                        .noneMatch(asked ->
                                asked.sessions().contains(line.session().id())))
                .sorted(Comparator.comparing(Line::deadline))
                .toList();
        if (!lines.isEmpty()) {
            var list = new UnorderedList();
            list.addClassName("assidu-list");
            lines.forEach(line -> list.add(item(line, page, done)));
            box.add(list);
        }
        if (page.complements().isEmpty() && lines.isEmpty()) {
            box.add(new EmptyState(
                    texts.get("justification.own.nothing"), texts.get("justification.own.nothing.text")));
        }
        sent(zone).forEach(box::add);
        return box;
    }

    /** Opens the form for days to come. @param done run once it was sent */
    public Button announce(ZoneId zone, Runnable done) {
        return new Button(texts.get("justification.own.announce"), VaadinIcon.CALENDAR_CLOCK.create(), click -> {
            var dialog = dialog("justification.own.announce");
            JustificationForm form = form(List.of(), List.of(), zone, dialog, done);
            form.announcing(LocalDate.ofInstant(clock.instant(), zone));
            dialog.add(new Paragraph(texts.get("justification.own.announce.text")), form);
            dialog.open();
        });
    }

    private Component answerable(Complement asked, Page page, Runnable done) {
        var card = new ComplementCard(texts, asked, page.zone(), true);
        List<SessionInfo> about = open(page).stream()
                .filter(session -> asked.sessions().contains(session.id()))
                .toList();
        page.lines().stream()
                .filter(line -> asked.sessions().contains(line.session().id()))
                .map(Line::deadline)
                .min(Comparator.naturalOrder())
                .ifPresent(deadline -> card.add(new Paragraph(until(deadline, page.zone()))));
        var answer = primary("justification.own.answer");
        answer.addClickListener(click -> justify(page, about, asked.sent().reasonCode(), done));
        card.add(answer);
        return card;
    }

    private ListItem item(Line line, Page page, Runnable done) {
        SessionInfo session = line.session();
        String slot = SiteTimes.slot(session.startsAt(), session.endsAt(), session.zone(), texts);
        var item = new ListItem(new Div(new Span(slot + " · " + session.title())));
        item.addClassName("assidu-card");
        if (line.open()) {
            var justify = primary("justification.own.justify");
            justify.setAriaLabel(texts.get("justification.own.justify.of", slot));
            justify.addClickListener(click -> justify(page, List.of(session), "", done));
            item.add(new Paragraph(until(line.deadline(), session.zone())), justify);
        } else {
            item.add(new Paragraph(texts.get(
                    "justification.page.late",
                    centre.organisation().name(),
                    centre.organisation().contact().phone())));
        }
        return item;
    }

    private String until(Instant deadline, ZoneId zone) {
        return texts.get("justification.page.deadline", SiteTimes.at(deadline, zone, texts));
    }

    /** What was sent and nobody has decided yet. */
    private List<Component> sent(ZoneId zone) {
        return own.sent().stream()
                .filter(one -> "SUBMITTED".equals(one.state()))
                .<Component>map(one -> {
                    var line = new Paragraph(texts.get(
                            "justification.own.waiting",
                            one.reason().reasonLabel(),
                            days(one, zone),
                            SiteTimes.at(
                                    Objects.requireNonNullElse(one.document().submittedAt(), clock.instant()),
                                    zone,
                                    texts)));
                    line.addClassName("assidu-muted");
                    return line;
                })
                .toList();
    }

    private String days(JustificationView one, ZoneId zone) {
        Instant from = one.absence().from();
        Instant to = one.absence().to();
        if (from == null || to == null) {
            return texts.get(
                    "justification.own.sessions", one.absence().sessionIds().size());
        }
        return texts.get(
                "justification.own.days",
                ReaderFormats.date(LocalDate.ofInstant(from, zone), texts.language()),
                ReaderFormats.date(LocalDate.ofInstant(to.minusSeconds(1), zone), texts.language()));
    }

    private void justify(Page page, Collection<SessionInfo> ticked, String reasonCode, Runnable done) {
        var dialog = dialog("justification.page.title");
        JustificationForm form = form(open(page), ticked, page.zone(), dialog, done);
        form.again(reasonCode);
        dialog.add(form);
        dialog.open();
    }

    private static List<SessionInfo> open(Page page) {
        return page.lines().stream().filter(Line::open).map(Line::session).toList();
    }

    private JustificationForm form(
            List<SessionInfo> open, Collection<SessionInfo> ticked, ZoneId zone, Dialog dialog, Runnable done) {
        return new JustificationForm(
                texts,
                open,
                ticked,
                justifications.reasons(),
                zone,
                UI.getCurrent().getLocale(),
                filled -> {
                    own.submit(filled);
                    dialog.close();
                    Notification.show(texts.get("justification.page.sent.title"));
                    done.run();
                });
    }

    private Dialog dialog(String title) {
        var dialog = new Dialog(texts.get(title));
        dialog.setWidth("min(40rem, 95vw)");
        var cancel = new Button(texts.get("justification.own.cancel"), click -> dialog.close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        dialog.getFooter().add(cancel);
        return dialog;
    }

    private Button primary(String key) {
        var button = new Button(texts.get(key));
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }
}
