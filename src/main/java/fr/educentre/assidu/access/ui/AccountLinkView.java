package fr.educentre.assidu.access.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.educentre.assidu.access.AccountLinks;
import fr.educentre.assidu.access.Passwords;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.LocalizedParts;
import fr.educentre.assidu.shell.ui.VisitorAddress;

/** Where the owner of an account chooses a password, by a link that works once. Opening it uses nothing up. */
@Route(value = "c", autoLayout = false)
@AnonymousAllowed
class AccountLinkView extends Main implements HasUrlParameter<String>, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final transient AccountLinks links;
    private final Div card = new Div();
    private final Paragraph problem = new Paragraph();

    AccountLinkView(Texts texts, AccountLinks links) {
        this.texts = texts;
        this.links = links;
        addClassName("assidu-login");
        card.addClassName("assidu-login-card");
        problem.getElement().setAttribute("role", "alert");
        add(card);
    }

    @Override
    public void setParameter(BeforeEvent event, String token) {
        card.removeAll();
        try {
            links.login(token, VisitorAddress.current())
                    .ifPresentOrElse(
                            login -> ask(login, token),
                            () -> card.add(
                                    new H1(texts.get("access.link.over.title")),
                                    new Paragraph(texts.get("access.link.over.text")),
                                    new Anchor("mot-de-passe-oublie", texts.get("access.forgotten.title"))));
        } catch (Refusal braked) {
            card.add(
                    new H1(texts.get("access.link.title")),
                    new Paragraph(texts.get(braked.key(), braked.arguments().toArray())));
        }
    }

    private void ask(String login, String token) {
        PasswordField chosen = LocalizedParts.passwordField(texts);
        chosen.setLabel(texts.get("access.password.next", Passwords.SHORTEST));
        chosen.setWidthFull();
        chosen.getElement().setAttribute("autocomplete", "new-password");
        var save = new Button(texts.get("access.link.choose"), click -> choose(token, chosen.getValue()));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        card.add(
                new H1(texts.get("access.link.title")),
                new Paragraph(texts.get("access.link.text", login)),
                chosen,
                problem,
                save);
    }

    private void choose(String token, String password) {
        try {
            links.choose(token, password);
            card.removeAll();
            card.add(
                    new H1(texts.get("access.link.done.title")),
                    new Paragraph(texts.get("access.link.done.text")),
                    new Anchor("login", texts.get("shell.login.title")));
        } catch (Refusal refusal) {
            problem.setText(texts.get(refusal.key(), refusal.arguments().toArray()));
        }
    }

    @Override
    public String getPageTitle() {
        return texts.get("access.link.title");
    }
}
