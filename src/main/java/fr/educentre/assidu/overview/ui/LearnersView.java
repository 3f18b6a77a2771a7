package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.EmptyState;
import fr.educentre.assidu.shell.ui.MainLayout;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.Learners;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import java.util.Objects;

/** Learners, found by name, e-mail or identifier. */
@Route(value = "apprenants", layout = MainLayout.class)
@RolesAllowed({"ADMIN", "QUALITY_MANAGER", "TRAINER", "REFERENT", "AUDITOR"})
class LearnersView extends ScreenBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final TextField search = new TextField();
    private final Grid<LearnerInfo> grid = new Grid<>();

    LearnersView(Texts texts, Learners learners, VisibleSessions visible) {
        this.texts = texts;
        search.setLabel(texts.get("overview.filter.search"));
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                getUI().ifPresent(ui ->
                        ui.navigate(LearnersView.class, QueryParameters.simple(Map.of("q", search.getValue()))));
            }
        });
        grid.addComponentColumn(learner ->
                        new RouterLink(learner.name(), LearnerView.class, LearnerView.parameters(learner.id())))
                .setHeader(texts.get("overview.column.learner"))
                .setFlexGrow(2);
        grid.addColumn(LearnerInfo::externalId)
                .setHeader(texts.get("overview.column.externalId"))
                .setAutoWidth(true);
        grid.addColumn(learner -> Objects.requireNonNullElse(learner.email(), "–"))
                .setHeader(texts.get("overview.column.email"))
                .setFlexGrow(2);
        grid.addColumn(learner -> Objects.requireNonNullElse(learner.phone(), "–"))
                .setHeader(texts.get("overview.column.phone"))
                .setAutoWidth(true);
        grid.setItems(DataProvider.fromCallbacks(
                query -> learners
                        .search(search.getValue(), null, visible.trainerId(), query.getPage(), query.getPageSize())
                        .items()
                        .stream(),
                query -> (int) learners.search(search.getValue(), null, visible.trainerId(), 0, 1)
                        .totalElements()));
        grid.setEmptyStateComponent(
                new EmptyState(texts.get("overview.learners.empty.title"), texts.get("overview.learners.empty.text")));
        grid.setHeight("70vh");
        add(search, grid);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        search.setValue(
                event.getLocation().getQueryParameters().getSingleParameter("q").orElse(""));
        grid.getDataProvider().refreshAll();
    }

    @Override
    public String getPageTitle() {
        return texts.get("overview.menu.learners");
    }
}
