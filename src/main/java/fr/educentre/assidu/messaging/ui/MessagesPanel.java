package fr.educentre.assidu.messaging.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.QueryParameters;
import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.messaging.Outbox.MessageView;
import fr.educentre.assidu.messaging.internal.MessageQueries;
import fr.educentre.assidu.messaging.internal.MessageState;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.AddressFilters;
import fr.educentre.assidu.shell.ui.ListSpec;
import fr.educentre.assidu.shell.ui.SiteTimes;
import fr.educentre.assidu.shell.ui.TableColumn;
import fr.educentre.assidu.shell.ui.TableList;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.Learners;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The list of messages, newest first, with its filters, and the chosen one beside it. */
class MessagesPanel extends Div {

    private static final long serialVersionUID = 1L;
    static final String STATE = "etat";
    private static final String MESSAGE = "courriel";

    private final transient Texts texts;
    private final transient MessageQueries correspondence;
    private final transient Learners learners;
    private final transient Actor actor;
    private final ComboBox<LearnerInfo> learner = new ComboBox<>();
    private final Select<MessageState> state = new Select<>();
    private final Div detail = new Div();
    private final TableList<MessageView> list;

    MessagesPanel(Texts texts, MessageQueries correspondence, Learners learners, Actor actor) {
        this.texts = texts;
        this.correspondence = correspondence;
        this.learners = learners;
        this.actor = actor;
        detail.addClassName("assidu-card");
        list = new TableList<>(texts, shown(), filters());
        list.onChoose(message -> open(message.id()));
        var columns = new Div(list, detail);
        columns.addClassNames("assidu-columns", "assidu-wide-first");
        add(columns);
    }

    private AddressFilters filters() {
        UUID teaching = actor.is(Role.TRAINER) ? actor.personId() : null;
        LearnerChoice.fill(learner, texts.get("messaging.filter.learner"), learners, teaching);
        state.setLabel(texts.get("messaging.filter.state"));
        state.setItems(MessageState.values());
        state.setItemLabelGenerator(
                value -> texts.get(value == null ? "messaging.filter.all" : "messaging.state." + value.name()));
        state.setEmptySelectionAllowed(true);
        state.setEmptySelectionCaption(texts.get("messaging.filter.all"));
        return new AddressFilters()
                .value(
                        "apprenant",
                        learner,
                        one -> one.id().toString(),
                        id -> identifier(id).flatMap(learners::find))
                .choice(STATE, state, MessageState.class);
    }

    private ListSpec<MessageView> shown() {
        return new ListSpec<>(
                "messaging",
                texts.get("messaging.title"),
                new ListSpec.Name<>(
                        texts.get("messaging.column.to"),
                        message -> message.recipient().name(),
                        message -> new Anchor(
                                MessagesView.PATH + '?' + opened(message.id()).getQueryString(),
                                message.recipient().name())),
                List.of(
                        column(
                                        "when",
                                        message ->
                                                SiteTimes.at(message.delivery().createdAt(), texts))
                                .taking(10)
                                .low(),
                        column("subject", message -> message.content().subject())
                                .taking(12)
                                .high(),
                        column(
                                        "state",
                                        message -> texts.get("messaging.state."
                                                + message.delivery().state()))
                                .shownAs(message -> MessageDetail.badge(
                                        texts, message.delivery().state()))
                                .taking(9)
                                .high()),
                ListSpec.Actions.none(),
                this::page);
    }

    private TableColumn<MessageView> column(String key, Function<MessageView, String> text) {
        return TableColumn.of(key, texts.get("messaging.column." + key), text);
    }

    private PageOf<MessageView> page(int page, int size) {
        UUID asked = learner.getOptionalValue().map(LearnerInfo::id).orElse(null);
        return correspondence.search(asked, state.getValue(), page, size);
    }

    /** Shows what an address asks for: the list as it is filtered, and the message that it names. */
    void show(QueryParameters address) {
        list.read(address);
        detail.removeAll();
        detail.add(address.getSingleParameter(MESSAGE)
                .flatMap(MessagesPanel::identifier)
                .map(this::detail)
                .orElseGet(() -> new Paragraph(texts.get("messaging.pick"))));
    }

    private Component detail(UUID message) {
        try {
            return new MessageDetail(
                    texts,
                    correspondence,
                    correspondence.get(message),
                    MessageQueries.mayChange(actor),
                    () -> open(message));
        } catch (Refusal refusal) {
            return new Paragraph(texts.get(refusal.key(), refusal.arguments().toArray()));
        }
    }

    private void open(UUID message) {
        UI.getCurrent().navigate(MessagesView.PATH, opened(message));
    }

    /** The list stays as it is filtered. */
    private QueryParameters opened(UUID message) {
        Map<String, String> parameters = list.filters().parameters();
        parameters.put(MESSAGE, message.toString());
        return QueryParameters.simple(parameters);
    }

    private static Optional<UUID> identifier(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
