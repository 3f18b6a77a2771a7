package fr.educentre.assidu.training.ui;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.MainLayout;
import fr.educentre.assidu.shell.ui.SettingsTabs;
import fr.educentre.assidu.training.management.OrganisationRecord;
import jakarta.annotation.security.RolesAllowed;
import tools.jackson.databind.json.JsonMapper;

/** The training organisation. */
@Route(value = "centre/organisation", layout = MainLayout.class)
@RolesAllowed("ADMIN")
class OrganisationView extends Main implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Texts texts;

    OrganisationView(OrganisationRecord organisation, Texts texts, SettingsTabs tabs, JsonMapper json) {
        this.texts = texts;
        addClassName("assidu-view");
        add(
                tabs,
                new Paragraph(texts.get("manage.organisation.about")),
                new OrganisationPanel(organisation, texts, json, () -> {}));
    }

    @Override
    public String getPageTitle() {
        return texts.get("manage.organisation.screen");
    }
}
