package fr.educentre.assidu.documents.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.orderedlayout.FlexLayout;
import com.vaadin.flow.spring.annotation.SpringComponent;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.documents.AttendanceReports.Filter;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.LocalizedParts;
import fr.educentre.assidu.training.Centre;
import fr.educentre.assidu.training.Centre.Labelled;
import fr.educentre.assidu.training.GroupInfo;
import fr.educentre.assidu.training.Groups;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.Learners;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Period, group, learner and funder. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class DocumentScopeBar extends FlexLayout {

    private static final long serialVersionUID = 1L;

    private final DatePicker from;
    private final DatePicker to;
    private final ComboBox<GroupInfo> group = new ComboBox<>();
    private final ComboBox<LearnerInfo> learner = new ComboBox<>();
    private final ComboBox<Labelled> funder = new ComboBox<>();
    private final transient Groups groups;
    private final transient Learners learners;
    private final transient Centre centre;
    private transient Consumer<Filter> changed = filter -> {};
    private boolean showing;

    DocumentScopeBar(Texts texts, Groups groups, Learners learners, Centre centre, CurrentActor actor) {
        this.from = LocalizedParts.datePicker(texts);
        this.to = LocalizedParts.datePicker(texts);
        LocalizedParts.period(from, to);
        this.groups = groups;
        this.learners = learners;
        this.centre = centre;
        var who = actor.get();
        UUID trainer = who.is(Role.TRAINER) ? who.personId() : null;
        from.setLabel(texts.get("documents.view.from"));
        to.setLabel(texts.get("documents.view.to"));
        group.setLabel(texts.get("documents.view.group"));
        learner.setLabel(texts.get("documents.view.learner"));
        funder.setLabel(texts.get("documents.view.funder"));
        group.setPlaceholder(texts.get("documents.view.group.all"));
        learner.setPlaceholder(texts.get("documents.view.learner.all"));
        funder.setPlaceholder(texts.get("documents.view.funder.all"));
        for (var box : new ComboBox<?>[] {group, learner, funder}) {
            box.setClearButtonVisible(true);
            box.setWidth("17rem");
        }
        from.setClearButtonVisible(true);
        to.setClearButtonVisible(true);
        group.setItemLabelGenerator(GroupInfo::name);
        group.setItems(groups.search(trainer, 0, 500).items());
        learner.setItemLabelGenerator(LearnerInfo::name);
        learner.setItems(query -> learners
                .search(query.getFilter().orElse(null), groupId(), trainer, query.getPage(), query.getPageSize())
                .items()
                .stream());
        funder.setItemLabelGenerator(Labelled::label);
        funder.setItems(centre.funders());
        add(from, to, group, learner, funder);
        setFlexWrap(FlexWrap.WRAP);
        addClassName("assidu-toolbar");
        from.addValueChangeListener(event -> tell());
        to.addValueChangeListener(event -> tell());
        group.addValueChangeListener(event -> {
            learner.getLazyDataView().refreshAll();
            tell();
        });
        learner.addValueChangeListener(event -> tell());
        funder.addValueChangeListener(event -> tell());
    }

    /** Shows a filter without telling that it changed. */
    void show(Filter filter) {
        showing = true;
        from.setValue(filter.from());
        to.setValue(filter.to());
        group.setValue(
                filter.groupId() == null ? null : groups.find(filter.groupId()).orElse(null));
        learner.setValue(
                filter.learnerId() == null
                        ? null
                        : learners.find(filter.learnerId()).orElse(null));
        funder.setValue(centre.funders().stream()
                .filter(item -> item.id().equals(filter.funderId()))
                .findFirst()
                .orElse(null));
        showing = false;
    }

    /** Called with each choice of a person. */
    void onChange(Consumer<Filter> action) {
        this.changed = action;
    }

    private void tell() {
        if (!showing) {
            changed.accept(new Filter(
                    from.getValue(),
                    to.getValue(),
                    groupId(),
                    learner.getValue() == null ? null : learner.getValue().id(),
                    funder.getValue() == null ? null : funder.getValue().id()));
        }
    }

    private @Nullable UUID groupId() {
        return group.getValue() == null ? null : group.getValue().id();
    }
}
