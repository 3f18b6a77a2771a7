package fr.educentre.assidu.evidence.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import fr.educentre.assidu.evidence.Identities;
import fr.educentre.assidu.evidence.Identities.Seen;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.SiteTimes;
import fr.educentre.assidu.shell.ui.StatusBadge;
import fr.educentre.assidu.shell.ui.StatusBadge.Tone;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A participant: as the source names them, where they were seen, who they may be and why. */
class ParticipantCard extends Div {

    private static final long serialVersionUID = 1L;
    private static final int SESSIONS = 2;
    private static final int CANDIDATES = 3;
    /** Where the grid goes when a line is entered. */
    private static final String FIRST_BY_KEYBOARD = "focus-target";

    /** What can be done about a participant. */
    interface Actions extends Serializable {

        void confirm(Seen participant, UUID learnerId, String learnerName);

        void dismiss(Seen participant);

        void undo(Collection<UUID> proposalIds);

        void chooseAnother(Seen participant);
    }

    private final transient Texts texts;
    private final transient Seen seen;

    /** @param actions null for those who only read */
    ParticipantCard(Texts texts, Seen seen, @Nullable Actions actions) {
        this.texts = texts;
        this.seen = seen;
        addClassName("assidu-identity");
        add(who());
        if (seen.state() == Identities.State.OPEN) {
            add(candidates(actions), actions == null ? new Div() : otherwise(actions));
        } else {
            add(decision(), actions == null ? new Div() : undo(actions));
        }
    }

    private Div who() {
        var name = new Element("strong");
        name.setText(seen.participant().personName());
        String key = seen.participant().email() != null
                ? seen.participant().email()
                : seen.participant().personKey();
        var source = new Span(texts.get("evidence.source." + seen.participant().source())
                + (seen.participant().lasting()
                                && !key.equals(seen.participant().personName())
                        ? " · " + key
                        : ""));
        source.addClassName("assidu-muted");
        var reach = seen.participant().lasting()
                ? new StatusBadge(Tone.GOOD, texts.get("evidence.identities.lasting"))
                : new StatusBadge(Tone.NEUTRAL, texts.get("evidence.identities.nameOnly"));
        reach.addClassName("assidu-wrap");
        var who = new Div();
        who.getElement().appendChild(name);
        who.add(source, sessions(), reach);
        return who;
    }

    private Component sessions() {
        var list = new UnorderedList();
        for (Identities.SeenAt at : seen.sessions().stream().limit(SESSIONS).toList()) {
            String when = SiteTimes.at(at.startsAt().toInstant(), at.startsAt().getOffset(), texts);
            list.add(new ListItem(new Anchor("seances/" + at.sessionId(), when + " · " + at.title())));
        }
        int more = seen.sessions().size() - SESSIONS;
        if (more > 0) {
            list.add(new ListItem(texts.get("evidence.identities.sessions.more", more)));
        }
        return list;
    }

    private Div candidates(@Nullable Actions actions) {
        var column = new Div();
        if (!seen.note().isEmpty() || seen.candidates().isEmpty()) {
            var note = new Span(seen.note());
            note.addClassName("assidu-muted");
            column.add(note);
        }
        if (!seen.candidates().isEmpty()) {
            var list = new OrderedList();
            seen.candidates().stream()
                    .limit(CANDIDATES)
                    .forEach(candidate -> list.add(new ListItem(candidate(candidate, actions))));
            column.add(list);
        }
        return column;
    }

    private Div candidate(Identities.Ranked candidate, @Nullable Actions actions) {
        var line = new Div();
        line.addClassName("assidu-candidate");
        if (actions == null) {
            line.add(new Span(candidate.name()));
        } else {
            var itIs = new Button(
                    texts.get("evidence.identities.itIs", candidate.name()),
                    click -> actions.confirm(seen, candidate.learnerId(), candidate.name()));
            itIs.addThemeVariants(ButtonVariant.LUMO_SMALL);
            if (candidate == seen.candidates().getFirst()) {
                itIs.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
                itIs.getElement().setAttribute(FIRST_BY_KEYBOARD, "");
            }
            itIs.setAriaLabel(texts.get(
                    "evidence.identities.itIs.label", seen.participant().personName(), candidate.name()));
            line.add(itIs);
        }
        String why =
                texts.get("shell.says", texts.get("evidence.likelihood." + candidate.likelihood()), candidate.why());
        if (candidate.sessions() < seen.sessions().size()) {
            why += texts.get("shell.separator")
                    + texts.get(
                            "evidence.identities.partly",
                            candidate.sessions(),
                            seen.sessions().size());
        }
        var reason = new Span(why);
        reason.addClassName("assidu-candidate-why");
        line.add(reason);
        return line;
    }

    private Div otherwise(Actions actions) {
        var other = new Button(texts.get("evidence.identities.other"), click -> actions.chooseAnother(seen));
        other.setAriaLabel(
                texts.get("evidence.identities.other.label", seen.participant().personName()));
        var nobody = new Button(texts.get("evidence.identities.nobody"), click -> actions.dismiss(seen));
        nobody.setAriaLabel(
                texts.get("evidence.identities.nobody.label", seen.participant().personName()));
        if (seen.candidates().isEmpty()) {
            other.getElement().setAttribute(FIRST_BY_KEYBOARD, "");
        }
        for (Button button : List.of(other, nobody)) {
            button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        }
        return new Div(other, nobody);
    }

    private Div decision() {
        boolean confirmed = seen.state() == Identities.State.CONFIRMED;
        var what = new StatusBadge(
                confirmed ? Tone.GOOD : Tone.NEUTRAL,
                confirmed
                        ? texts.get(
                                "evidence.identities.confirmed",
                                String.valueOf(seen.match().learnerName()))
                        : texts.get("evidence.identities.dismissed"));
        var by = new Span(
                seen.decision().decidedAt() == null
                        ? ""
                        : texts.get(
                                "evidence.identities.decidedBy",
                                String.valueOf(seen.decision().decidedBy()),
                                SiteTimes.at(seen.decision().decidedAt(), texts)));
        by.addClassName("assidu-muted");
        return new Div(what, by);
    }

    private Div undo(Actions actions) {
        var undo =
                new Button(texts.get("evidence.identities.undo.decision"), click -> actions.undo(seen.proposalIds()));
        undo.addThemeVariants(ButtonVariant.LUMO_SMALL);
        undo.getElement().setAttribute(FIRST_BY_KEYBOARD, "");
        undo.setAriaLabel(
                texts.get("evidence.identities.undo.label", seen.participant().personName()));
        return new Div(undo);
    }
}
