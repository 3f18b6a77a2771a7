package fr.educentre.assidu.training.ui;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.shell.ui.MainLayout;
import jakarta.annotation.security.RolesAllowed;

/** The way to the first kind of thing that the reader may keep. */
@Route(value = "centre", layout = MainLayout.class)
@RolesAllowed({"ADMIN", "QUALITY_MANAGER"})
class CentreView extends Main implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;

    private final transient CurrentActor current;

    CentreView(CurrentActor current) {
        this.current = current;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.forwardTo(CentreTabs.Place.of(current.get().role()).getFirst().path());
    }
}
