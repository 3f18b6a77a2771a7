package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.html.H2;
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
import java.util.UUID;

/** A learner: who, for which funding, the figures, everything that happened in order, and what is done about it. */
@Route(value = "apprenants/:id", layout = MainLayout.class)
@RolesAllowed({"QUALITY_MANAGER", "TRAINER", "REFERENT", "AUDITOR"})
class LearnerView extends ScreenBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final transient Learners learners;
    private final transient LearnerParts parts;
    private final transient LearnerIdentity identity;
    private final transient LearnerActions actions;
    private final transient LearnerRelaunches relaunches;
    private final transient Ownership ownership;
    private final transient CurrentActor current;
    private String title = "";

    LearnerView(
            Texts texts,
            Learners learners,
            LearnerParts parts,
            LearnerIdentity identity,
            LearnerActions actions,
            LearnerRelaunches relaunches,
            Ownership ownership,
            CurrentActor current) {
        this.texts = texts;
        this.learners = learners;
        this.parts = parts;
        this.identity = identity;
        this.actions = actions;
        this.relaunches = relaunches;
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
        show(id);
    }

    private void show(UUID id) {
        LearnerInfo learner = learners.get(id);
        title = learner.name();
        removeAll();
        add(identity.of(learner), actions.of(learner, parts.zone(id), () -> show(id)));
        add(parts.figures(id, getLocale()), parts.enrolments(id, getLocale()));
        add(parts.alerts(learner), relaunches.of(id, actions.follows(learner), () -> show(id)));
        add(parts.timeline(id, true));
        add(new H2(texts.get("overview.learner.documents")), parts.documents(id));
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
