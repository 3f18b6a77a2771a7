package fr.educentre.assidu.training.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.Texts;
import java.util.Arrays;
import java.util.List;

/** From one kind of thing of the centre to another: links to those that the reader may keep. */
class CentreTabs extends Nav {

    private static final long serialVersionUID = 1L;

    /** The screens, in their order. */
    enum Place {
        ORGANISATION("manage.organisation.screen", "centre/organisation", Role.ADMIN),
        SITES("manage.site.screen", "centre/sites", Role.ADMIN),
        PROGRAMMES("manage.programme.screen", "centre/parcours", Role.QUALITY_MANAGER),
        GROUPS("manage.group.screen", "centre/groupes", Role.QUALITY_MANAGER),
        LEARNERS("manage.learner.screen", "centre/apprenants", Role.QUALITY_MANAGER),
        ENROLMENTS("manage.enrolment.screen", "centre/inscriptions", Role.QUALITY_MANAGER),
        TRAINERS("manage.trainer.screen", "centre/formateurs", Role.QUALITY_MANAGER),
        REFERENTS("manage.referent.screen", "centre/referents", Role.QUALITY_MANAGER),
        FUNDERS("manage.funder.screen", "centre/financeurs", Role.QUALITY_MANAGER),
        EMPLOYERS("manage.employer.screen", "centre/entreprises", Role.QUALITY_MANAGER);

        private final String text;
        private final String path;
        private final Role role;

        Place(String text, String path, Role role) {
            this.text = text;
            this.path = path;
            this.role = role;
        }

        String path() {
            return path;
        }

        static List<Place> of(Role role) {
            return Arrays.stream(values()).filter(place -> place.role == role).toList();
        }
    }

    CentreTabs(Texts texts, CurrentActor current, Place here) {
        addClassName("assidu-tabs");
        getElement().setAttribute("aria-label", texts.get("manage.tabs"));
        for (Place place : Place.of(current.get().role())) {
            var link = new Anchor(place.path, texts.get(place.text));
            link.setRouterIgnore(false);
            if (place == here) {
                link.getElement().setAttribute("aria-current", "page");
            }
            add(link);
        }
    }
}
