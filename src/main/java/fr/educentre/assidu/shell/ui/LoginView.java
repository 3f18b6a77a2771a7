package fr.educentre.assidu.shell.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.educentre.assidu.shell.LoginHint;
import fr.educentre.assidu.shell.Texts;
import org.springframework.beans.factory.ObjectProvider;

@Route(value = "login", autoLayout = false)
@AnonymousAllowed
class LoginView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final LoginForm form;

    LoginView(Texts texts, ObjectProvider<LoginHint> hints) {
        this.texts = texts;
        this.form = LocalizedParts.loginForm(texts);
        addClassName("assidu-login");
        form.setAction("login");
        form.setForgotPasswordButtonVisible(true);
        form.addForgotPasswordListener(asked -> getUI().ifPresent(ui -> ui.navigate("mot-de-passe-oublie")));
        var card = new Div(new H1(texts.get("shell.app")), new Paragraph(texts.get("shell.tagline")), form);
        card.addClassName("assidu-login-card");
        hints.orderedStream().forEach(brought -> {
            var hint = new Paragraph(texts.get(brought.textKey()));
            hint.addClassName("assidu-login-hint");
            card.add(hint);
        });
        add(card);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        form.setError(event.getLocation().getQueryParameters().getParameters().containsKey("error"));
    }

    @Override
    public String getPageTitle() {
        return texts.get("shell.login.title") + " – Assidu";
    }
}
