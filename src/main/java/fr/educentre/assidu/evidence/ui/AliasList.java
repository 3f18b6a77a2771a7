package fr.educentre.assidu.evidence.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.dom.Element;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.evidence.Identities;
import fr.educentre.assidu.evidence.Identities.Alias;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.EmptyState;
import fr.educentre.assidu.shell.ui.SiteTimes;
import fr.educentre.assidu.shell.ui.StatusBadge;
import fr.educentre.assidu.shell.ui.StatusBadge.Tone;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What people said participants are, with what rests on it; it can be withdrawn. */
class AliasList extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final transient Identities identities;
    private final transient CurrentActor actor;
    private final transient Runnable decided;
    private final boolean acting;
    private final Grid<Alias> grid = new Grid<>();
    private transient Identities.AliasQuery asked = new Identities.AliasQuery(true, null);

    AliasList(Texts texts, Identities identities, CurrentActor actor, boolean acting, Runnable decided) {
        this.texts = texts;
        this.identities = identities;
        this.actor = actor;
        this.acting = acting;
        this.decided = decided;
        setWidthFull();
        grid.addComponentColumn(this::line)
                .setHeader(texts.get("evidence.aliases.column"))
                .setFlexGrow(1);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addThemeName("wrap-cell-content");
        grid.setHeight("65vh");
        grid.setEmptyStateComponent(
                new EmptyState(texts.get("evidence.aliases.empty.title"), texts.get("evidence.aliases.empty.text")));
        grid.setItems(DataProvider.fromCallbacks(
                query -> identities.aliases(asked, query.getPage(), query.getPageSize()).items().stream(),
                query -> (int) identities.aliases(asked, 0, 1).totalElements()));
        add(grid);
    }

    void show(Identities.AliasQuery query) {
        asked = query;
        grid.getDataProvider().refreshAll();
    }

    private Div line(Alias alias) {
        var line = new Div(who(alias), reach(alias), action(alias));
        line.addClassName("assidu-identity");
        return line;
    }

    private Div who(Alias alias) {
        var name = new Element("strong");
        name.setText(shown(alias));
        var source = new Span(texts.get("evidence.source." + alias.participant().source())
                + (alias.lasting() ? " · " + alias.participant().personKey() : ""));
        source.addClassName("assidu-muted");
        var who = new Div();
        who.getElement().appendChild(name);
        who.add(
                source,
                new Anchor(
                        "apprenants/" + alias.learner().learnerId(),
                        texts.get("evidence.aliases.is", alias.learner().learnerName())));
        return who;
    }

    private Div reach(Alias alias) {
        StatusBadge badge;
        if (alias.withdrawal().withdrawnAt() != null) {
            badge = new StatusBadge(Tone.NEUTRAL, texts.get("evidence.aliases.withdrawn"));
        } else if (alias.use().contradicted()) {
            badge = new StatusBadge(Tone.BAD, texts.get("evidence.aliases.contradicted"));
        } else if (alias.lasting()) {
            badge = new StatusBadge(Tone.GOOD, texts.get("evidence.aliases.automatic"));
        } else {
            badge = new StatusBadge(Tone.NEUTRAL, texts.get("evidence.aliases.ranking"));
        }
        badge.addClassName("assidu-wrap");
        var reach = new Div(
                badge,
                new Span(texts.get("evidence.aliases.sessions", alias.use().sessions())),
                muted(
                        "evidence.aliases.confirmedBy",
                        alias.confirmation().confirmedBy(),
                        alias.confirmation().confirmedAt()));
        if (alias.withdrawal().withdrawnAt() != null) {
            reach.add(muted(
                    "evidence.aliases.withdrawnBy",
                    alias.withdrawal().withdrawnBy(),
                    alias.withdrawal().withdrawnAt()));
        }
        return reach;
    }

    private Span muted(String key, @Nullable String by, Instant at) {
        var text = new Span(texts.get(key, String.valueOf(by), SiteTimes.at(at, texts)));
        text.addClassName("assidu-muted");
        return text;
    }

    private Div action(Alias alias) {
        var action = new Div();
        if (acting && alias.withdrawal().withdrawnAt() == null) {
            var withdraw = new Button(texts.get("evidence.aliases.withdraw"), click -> ask(alias));
            withdraw.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_ERROR);
            withdraw.getElement().setAttribute("focus-target", "");
            withdraw.setAriaLabel(texts.get("evidence.aliases.withdraw.label", shown(alias)));
            action.add(withdraw);
        }
        return action;
    }

    private void ask(Alias alias) {
        var dialog = new ConfirmDialog();
        dialog.setHeader(texts.get("evidence.aliases.withdraw.title", shown(alias)));
        dialog.setText(texts.get(
                "evidence.aliases.withdraw.text",
                shown(alias),
                alias.learner().learnerName(),
                alias.use().sessions()));
        dialog.setConfirmText(texts.get("evidence.aliases.withdraw.confirm"));
        dialog.setConfirmButtonTheme("error primary");
        dialog.setCancelable(true);
        dialog.setCancelText(texts.get("evidence.aliases.withdraw.keep"));
        dialog.addConfirmListener(confirmed -> withdraw(alias));
        dialog.open();
    }

    private void withdraw(Alias alias) {
        try {
            identities.withdrawAlias(alias.id(), actor.nameOrSystem());
            Notification.show(texts.get("evidence.aliases.withdraw.done"));
        } catch (Refusal refusal) {
            Notification.show(
                    texts.get(refusal.key(), refusal.arguments().toArray()), 10_000, Notification.Position.MIDDLE);
        }
        grid.getDataProvider().refreshAll();
        decided.run();
    }

    private static String shown(Alias alias) {
        return alias.participant().personName() == null
                        || alias.participant().personName().isBlank()
                ? alias.participant().personKey()
                : alias.participant().personName();
    }
}
