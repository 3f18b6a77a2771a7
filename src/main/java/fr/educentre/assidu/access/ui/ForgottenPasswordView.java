package fr.educentre.assidu.access.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.educentre.assidu.access.AccountLinks;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.VisitorAddress;

/** Asks for a link to choose another password. The answer is the same whether there is such an account or not. */
@Route(value = "mot-de-passe-oublie", autoLayout = false)
@AnonymousAllowed
class ForgottenPasswordView extends Main implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Texts texts;

    ForgottenPasswordView(Texts texts, AccountLinks links) {
        this.texts = texts;
        addClassName("assidu-login");
        var who = new TextField(texts.get("access.forgotten.who"));
        who.setWidthFull();
        who.getElement().setAttribute("autocomplete", "username");
        var answer = new Paragraph();
        answer.getElement().setAttribute("role", "status");
        var ask = new Button(texts.get("access.forgotten.ask"), click -> {
            try {
                links.forgotten(who.getValue(), VisitorAddress.current());
                answer.setText(texts.get("access.forgotten.asked"));
            } catch (Refusal refusal) {
                answer.setText(texts.get(refusal.key(), refusal.arguments().toArray()));
            }
        });
        ask.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var card = new Div(
                new H1(texts.get("access.forgotten.title")),
                new Paragraph(texts.get("access.forgotten.text")),
                who,
                answer,
                ask,
                new Anchor("login", texts.get("access.forgotten.back")));
        card.addClassName("assidu-login-card");
        add(card);
    }

    @Override
    public String getPageTitle() {
        return texts.get("access.forgotten.title");
    }
}
