package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Ownership;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.MainLayout;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.Learners;
import jakarta.annotation.security.RolesAllowed;
import java.util.Objects;
import java.util.UUID;

/** A learner: who, for which funding, the figures, and everything that happened in order. */
@Route(value = "apprenants/:id", layout = MainLayout.class)
@RolesAllowed({"ADMIN", "QUALITY_MANAGER", "TRAINER", "REFERENT", "AUDITOR"})
class LearnerView extends ScreenBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final transient Learners learners;
    private final transient LearnerParts parts;
    private final transient Ownership ownership;
    private final transient CurrentActor current;
    private String title = "";

    LearnerView(Texts texts, Learners learners, LearnerParts parts, Ownership ownership, CurrentActor current) {
        this.texts = texts;
        this.learners = learners;
        this.parts = parts;
        this.ownership = ownership;
        this.current = current;
    }

    static RouteParameters parameters(UUID id) {
        return new RouteParameters("id", id.toString());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        UUID id;
        try {
            id = UUID.fromString(event.getRouteParameters().get("id").orElse(""));
            ownership.requireLearner(current.get(), id);
        } catch (IllegalArgumentException | Refusal e) {
            throw new NotFoundException();
        }
        LearnerInfo learner = learners.get(id);
        title = learner.name();
        removeAll();
        var identity = new Div(
                new H2(learner.name()),
                new Paragraph(learner.externalId() + " · " + Objects.requireNonNullElse(learner.email(), "–") + " · "
                        + Objects.requireNonNullElse(learner.phone(), "–")),
                parts.contacts(id));
        identity.addClassName("assidu-card");
        add(identity, parts.figures(id, getLocale()), parts.enrolments(id, getLocale()));
        add(parts.alerts(id), parts.timeline(id, getLocale()));
        add(new H2(texts.get("overview.learner.documents")), parts.documents(id));
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
