package fr.educentre.assidu.access.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import fr.educentre.assidu.access.Passwords;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.LocalizedParts;
import jakarta.annotation.security.PermitAll;

/** Changes one's password; the only screen open to someone who signed in with a one-time password. */
@Route(value = "mot-de-passe", autoLayout = false)
@PermitAll
class ChangePasswordView extends Main implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final transient Passwords passwords;
    private final transient AuthenticationContext authentication;
    private final PasswordField current;
    private final PasswordField next;
    private final Paragraph problem = new Paragraph();

    ChangePasswordView(Texts texts, Passwords passwords, AuthenticationContext authentication) {
        this.texts = texts;
        this.current = LocalizedParts.passwordField(texts);
        this.next = LocalizedParts.passwordField(texts);
        this.passwords = passwords;
        this.authentication = authentication;
        addClassName("assidu-login");
        current.setLabel(texts.get("access.password.current"));
        current.setWidthFull();
        next.setLabel(texts.get("access.password.next", Passwords.SHORTEST));
        next.setWidthFull();
        problem.getElement().setAttribute("role", "alert");
        var change = new Button(texts.get("access.password.change"), click -> change());
        change.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var card = new Div(
                new H1(texts.get("access.password.title")),
                new Paragraph(texts.get("access.password.text")),
                current,
                next,
                problem,
                change);
        card.addClassName("assidu-login-card");
        add(card);
    }

    private void change() {
        try {
            passwords.change(current.getValue(), next.getValue());
            authentication.logout();
        } catch (Refusal refusal) {
            problem.setText(texts.get(refusal.key(), refusal.arguments().toArray()));
        }
    }

    @Override
    public String getPageTitle() {
        return texts.get("access.password.title");
    }
}
