package fr.educentre.assidu.messaging.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.router.QueryParameters;
import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.messaging.Outbox.MessageView;
import fr.educentre.assidu.messaging.internal.MessageQueries;
import fr.educentre.assidu.messaging.internal.MessageState;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.EmptyState;
import fr.educentre.assidu.shell.ui.SiteTimes;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.Learners;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The list of messages, newest first, with its filters, and the chosen one beside it. */
class MessagesPanel extends Div {

    private static final long serialVersionUID = 1L;
    static final String LEARNER = "apprenant";
    static final String STATE = "etat";
    static final String MESSAGE = "courriel";

    private final transient Texts texts;
    private final transient MessageQueries correspondence;
    private final transient Learners learners;
    private final transient Actor actor;
    private final transient Filter filter;

    MessagesPanel(Texts texts, MessageQueries correspondence, Learners learners, Actor actor, Filter filter) {
        this.texts = texts;
        this.correspondence = correspondence;
        this.learners = learners;
        this.actor = actor;
        this.filter = filter;
        var columns = new Div(list(), detail());
        columns.addClassNames("assidu-columns", "assidu-wide-first");
        add(filters(), columns);
    }

    private Component filters() {
        var state = new Select<MessageState>();
        state.setLabel(texts.get("messaging.filter.state"));
        state.setItems(MessageState.values());
        state.setItemLabelGenerator(
                value -> texts.get(value == null ? "messaging.filter.all" : "messaging.state." + value.name()));
        state.setEmptySelectionAllowed(true);
        state.setEmptySelectionCaption(texts.get("messaging.filter.all"));
        if (filter.state() != null) {
            state.setValue(filter.state());
        }
        state.addValueChangeListener(change -> open(new Filter(filter.learnerId(), change.getValue(), null)));
        var filters = new Div(learner(), state);
        filters.addClassName("assidu-filters");
        return filters;
    }

    private Component learner() {
        var learner = new ComboBox<LearnerInfo>(texts.get("messaging.filter.learner"));
        UUID teaching = actor.is(Role.TRAINER) ? actor.personId() : null;
        learner.setItems(
                query -> learners
                        .search(query.getFilter().orElse(null), null, teaching, query.getPage(), query.getPageSize())
                        .items()
                        .stream());
        learner.setItemLabelGenerator(LearnerInfo::name);
        learner.setClearButtonVisible(true);
        if (filter.learnerId() != null) {
            learners.find(filter.learnerId()).ifPresent(learner::setValue);
        }
        learner.addValueChangeListener(change -> open(
                new Filter(change.getValue() == null ? null : change.getValue().id(), filter.state(), null)));
        return learner;
    }

    private Component list() {
        var grid = new Grid<MessageView>();
        grid.addColumn(message -> SiteTimes.at(message.delivery().createdAt(), texts))
                .setHeader(texts.get("messaging.column.when"))
                .setAutoWidth(true);
        grid.addColumn(one -> one.recipient().name())
                .setHeader(texts.get("messaging.column.to"))
                .setWidth("9rem")
                .setFlexGrow(1);
        grid.addColumn(one -> one.content().subject())
                .setHeader(texts.get("messaging.column.subject"))
                .setWidth("16rem")
                .setFlexGrow(2);
        grid.addComponentColumn(
                        message -> MessageDetail.badge(texts, message.delivery().state()))
                .setHeader(texts.get("messaging.column.state"))
                .setAutoWidth(true);
        grid.setItems(DataProvider.fromCallbacks(
                query -> page(query.getPage(), query.getPageSize()).items().stream(),
                query -> (int) page(0, 1).totalElements()));
        grid.setEmptyStateComponent(
                new EmptyState(texts.get("messaging.empty.title"), texts.get("messaging.empty.text")));
        grid.setHeight("70vh");
        grid.asSingleSelect().addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                open(new Filter(
                        filter.learnerId(), filter.state(), change.getValue().id()));
            }
        });
        return grid;
    }

    private PageOf<MessageView> page(int page, int size) {
        try {
            return correspondence.search(filter.learnerId(), filter.state(), page, size);
        } catch (Refusal refused) {
            return new PageOf<>(List.of(), page, size, 0);
        }
    }

    private Component detail() {
        var card = new Div();
        card.addClassName("assidu-card");
        if (filter.messageId() == null) {
            card.add(new Paragraph(texts.get("messaging.pick")));
            return card;
        }
        try {
            card.add(new MessageDetail(
                    texts,
                    correspondence,
                    correspondence.get(filter.messageId()),
                    MessageQueries.mayChange(actor),
                    () -> open(filter)));
        } catch (Refusal refusal) {
            card.add(new Paragraph(texts.get(refusal.key(), refusal.arguments().toArray())));
        }
        return card;
    }

    private static void open(Filter filter) {
        Map<String, String> parameters = new HashMap<>();
        if (filter.learnerId() != null) {
            parameters.put(LEARNER, filter.learnerId().toString());
        }
        if (filter.state() != null) {
            parameters.put(STATE, filter.state().name());
        }
        if (filter.messageId() != null) {
            parameters.put(MESSAGE, filter.messageId().toString());
        }
        UI.getCurrent().navigate("courriels", QueryParameters.simple(parameters));
    }

    /** What the address of the screen says. */
    record Filter(
            @Nullable UUID learnerId,
            @Nullable MessageState state,
            @Nullable UUID messageId) {}
}
