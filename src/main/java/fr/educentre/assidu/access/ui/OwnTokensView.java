package fr.educentre.assidu.access.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fr.educentre.assidu.access.ApiTokens;
import fr.educentre.assidu.access.ApiTokens.TokenView;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.EmptyState;
import fr.educentre.assidu.shell.ui.MainLayout;
import fr.educentre.assidu.shell.ui.SiteTimes;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The tokens by which programs act as whoever signed in: made, seen with their last use, taken back. */
@Route(value = "mes-jetons", layout = MainLayout.class)
@PermitAll
class OwnTokensView extends Main implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient ApiTokens tokens;
    private final transient Texts texts;
    private final Div list = new Div();

    OwnTokensView(ApiTokens tokens, Texts texts, JsonMapper json) {
        this.tokens = tokens;
        this.texts = texts;
        addClassName("assidu-view");
        var add = new Button(
                texts.get("access.tokens.new"),
                VaadinIcon.PLUS.create(),
                click -> new NewTokenDialog(tokens, texts, json, this::show).open());
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var bar = new Div(add);
        bar.addClassName("assidu-toolbar");
        list.addClassName("assidu-columns");
        add(new Paragraph(texts.get("access.tokens.about")), bar, list);
        show();
    }

    private void show() {
        list.removeAll();
        List<TokenView> own = tokens.own();
        if (own.isEmpty()) {
            list.add(new EmptyState(texts.get("access.tokens.empty.title"), texts.get("access.tokens.empty.text")));
        }
        own.forEach(token -> list.add(card(token)));
    }

    private Div card(TokenView token) {
        var until = token.validUntil();
        var used = token.lastUsedAt();
        var revoke = new Button(texts.get("access.tokens.revoke"), VaadinIcon.TRASH.create(), click -> revoke(token));
        revoke.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        revoke.setAriaLabel(texts.get("access.tokens.revoke.one", token.name()));
        var card = new Div(
                new H2(token.name()),
                new Paragraph(texts.get("access.tokens.scope." + token.scope().name())),
                new Paragraph(
                        until == null
                                ? texts.get("access.tokens.endless")
                                : texts.get("access.tokens.until", ReaderFormats.date(until, texts.language()))),
                new Paragraph(
                        used == null
                                ? texts.get("access.tokens.unused")
                                : texts.get("access.tokens.used", SiteTimes.at(used, texts))),
                revoke);
        card.addClassName("assidu-card");
        return card;
    }

    private void revoke(TokenView token) {
        try {
            tokens.revoke(token.id());
            Notification.show(texts.get("access.tokens.revoked", token.name()));
        } catch (Refusal refusal) {
            Notification.show(texts.get(refusal.key(), refusal.arguments().toArray()));
        }
        show();
    }

    /** How a program sends it. */
    static Code header(String value) {
        return new Code("Authorization: Bearer " + value);
    }

    @Override
    public String getPageTitle() {
        return texts.get("access.tokens.screen");
    }
}
