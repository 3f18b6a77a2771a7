package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.AddressFilters;
import fr.educentre.assidu.shell.ui.ListSpec;
import fr.educentre.assidu.shell.ui.MainLayout;
import fr.educentre.assidu.shell.ui.TableColumn;
import fr.educentre.assidu.shell.ui.TableList;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.Learners;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Learners, found by name, e-mail or identifier. */
@Route(value = "apprenants", layout = MainLayout.class)
@RolesAllowed({"QUALITY_MANAGER", "TRAINER", "REFERENT", "AUDITOR"})
class LearnersView extends ScreenBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final transient Learners learners;
    private final transient VisibleSessions visible;
    private final TextField search = new TextField();
    private final TableList<LearnerInfo> list;

    LearnersView(Texts texts, Learners learners, VisibleSessions visible) {
        this.texts = texts;
        this.learners = learners;
        this.visible = visible;
        search.setLabel(texts.get("overview.filter.search"));
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        list = new TableList<>(texts, shown(), new AddressFilters().words("q", search));
        add(list);
    }

    private ListSpec<LearnerInfo> shown() {
        return new ListSpec<>(
                "overview.learners",
                getPageTitle(),
                new ListSpec.Name<>(
                        texts.get("overview.column.learner"),
                        LearnerInfo::name,
                        learner -> new RouterLink(
                                learner.name(), LearnerView.class, LearnerView.parameters(learner.id()))),
                List.of(
                        column("externalId", LearnerInfo::externalId).taking(9).low(),
                        column("email", learner -> Objects.requireNonNullElse(learner.email(), ""))
                                .taking(15),
                        column("phone", learner -> Objects.requireNonNullElse(learner.phone(), ""))
                                .taking(9)
                                .high()),
                ListSpec.Actions.none(),
                (page, size) -> learners.search(search.getValue(), null, visible.trainerId(), page, size));
    }

    private TableColumn<LearnerInfo> column(String key, Function<LearnerInfo, String> text) {
        return TableColumn.of(key, texts.get("overview.column." + key), text);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        list.read(event.getLocation().getQueryParameters());
    }

    @Override
    public String getPageTitle() {
        return texts.get("overview.menu.learners");
    }
}
