package fr.educentre.assidu.overview;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import fr.educentre.assidu.shell.ui.MainLayout;
import jakarta.annotation.security.PermitAll;

/** The frame with nothing in it: what any screen costs before it shows anything. */
@PermitAll
@Route(value = EmptyScreen.PATH, layout = MainLayout.class)
class EmptyScreen extends Div {

    static final String PATH = "banc/vide";
}
