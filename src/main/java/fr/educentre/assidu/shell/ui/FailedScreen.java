package fr.educentre.assidu.shell.ui;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.InternalServerError;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.educentre.assidu.shell.DatabaseAway;
import fr.educentre.assidu.shell.SecretAddress;
import fr.educentre.assidu.shell.Texts;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A screen that failed while it was opened: what went wrong is in the log alone. */
@Tag(Tag.MAIN)
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class FailedScreen extends InternalServerError implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(FailedScreen.class);

    private final transient Texts texts;
    private String what = "shell.error";

    FailedScreen(Texts texts) {
        this.texts = texts;
        getElement().getClassList().add("assidu-view");
    }

    private void show() {
        getElement().removeAllChildren();
        getElement()
                .appendChild(new EmptyState(
                                texts.get(what + ".title"),
                                texts.get(what + ".text"),
                                new Anchor("", texts.get("shell.home")))
                        .getElement());
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        boolean away = DatabaseAway.causes(parameter.getException());
        what = away ? "shell.away" : "shell.error";
        show();
        LOG.error(
                "The screen {} could not be opened",
                SecretAddress.masked(event.getLocation().getPath()),
                parameter.getException());
        if (!away) {
            return HttpStatusCode.INTERNAL_SERVER_ERROR.getCode();
        }
        Optional.ofNullable(VaadinResponse.getCurrent())
                .ifPresent(answer -> answer.setHeader("Retry-After", String.valueOf(DatabaseAway.RETRY_AFTER)));
        return HttpStatusCode.SERVICE_UNAVAILABLE.getCode();
    }

    @Override
    public String getPageTitle() {
        return texts.get(what + ".title");
    }
}
