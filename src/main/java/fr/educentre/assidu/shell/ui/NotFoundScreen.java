package fr.educentre.assidu.shell.ui;

import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.router.RouteNotFoundError;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.educentre.assidu.shell.Texts;

/** No screen is there, or none that the reader may open: which of the two is not told. */
@Tag(Tag.MAIN)
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class NotFoundScreen extends RouteNotFoundError implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Texts texts;

    NotFoundScreen(Texts texts) {
        this.texts = texts;
        getElement().getClassList().add("assidu-view");
        getElement()
                .appendChild(new EmptyState(
                                texts.get("shell.notFound.title"),
                                texts.get("shell.notFound.text"),
                                new Anchor("", texts.get("shell.home")))
                        .getElement());
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        return HttpStatusCode.NOT_FOUND.getCode();
    }

    @Override
    public String getPageTitle() {
        return texts.get("shell.notFound.title");
    }
}
