package fr.educentre.assidu.evidence.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.data.provider.DataProvider;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.evidence.Identities;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.EmptyState;
import fr.educentre.assidu.training.ExpectedLearner;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.Sessions;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Participants line by line: each candidate is one button away, and each decision can be undone. */
class WaitingList extends Div implements ParticipantCard.Actions {

    private static final long serialVersionUID = 1L;
    private static final int LONG_ENOUGH_TO_UNDO = 12_000;

    private final transient Texts texts;
    private final transient Identities identities;
    private final transient Sessions sessions;
    private final transient CurrentActor actor;
    private final transient Runnable decided;
    private final Grid<Identities.Seen> grid = new Grid<>();
    private transient Identities.Query asked = new Identities.Query(Identities.State.OPEN, null, null);

    WaitingList(
            Texts texts,
            Identities identities,
            Sessions sessions,
            CurrentActor actor,
            boolean acting,
            Runnable decided) {
        this.texts = texts;
        this.identities = identities;
        this.sessions = sessions;
        this.actor = actor;
        this.decided = decided;
        setWidthFull();
        grid.addComponentColumn(one -> new ParticipantCard(texts, one, acting ? this : null))
                .setHeader(texts.get("evidence.identities.column"))
                .setFlexGrow(1);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addThemeName("wrap-cell-content");
        grid.setHeight("70vh");
        grid.setPageSize(20);
        grid.setItems(DataProvider.fromCallbacks(
                query -> identities.search(asked, query.getPage(), query.getPageSize()).items().stream(),
                query -> (int) identities.search(asked, 0, 1).totalElements()));
        add(grid);
    }

    void show(Identities.Query query) {
        asked = query;
        boolean all = query.state() == Identities.State.OPEN
                && (query.q() == null || query.q().isBlank());
        String key = all ? "evidence.identities.empty." : "evidence.identities.emptyOther.";
        grid.setEmptyStateComponent(new EmptyState(texts.get(key + "title"), texts.get(key + "text")));
        grid.getDataProvider().refreshAll();
    }

    @Override
    public void confirm(Identities.Seen one, UUID learnerId, String learnerName) {
        done(one, () -> {
            Identities.Decided done = identities.confirm(one.proposalIds(), learnerId, actor.nameOrSystem());
            return texts.get(
                    done.alsoApplied() == 0 ? "evidence.identities.done" : "evidence.identities.done.also",
                    one.participant().personName(),
                    learnerName,
                    done.sessions(),
                    done.alsoApplied());
        });
    }

    @Override
    public void dismiss(Identities.Seen one) {
        done(one, () -> {
            identities.dismiss(one.proposalIds(), actor.nameOrSystem());
            return texts.get(
                    "evidence.identities.done.dismissed", one.participant().personName());
        });
    }

    private void done(Identities.Seen one, java.util.function.Supplier<String> decision) {
        try {
            undoable(decision.get(), one.proposalIds());
        } catch (Refusal refusal) {
            refused(refusal);
        }
        again();
    }

    @Override
    public void undo(Collection<UUID> proposalIds) {
        try {
            identities.undo(proposalIds, actor.nameOrSystem());
            Notification.show(texts.get("evidence.identities.undone"));
        } catch (Refusal refusal) {
            refused(refusal);
        }
        again();
    }

    @Override
    public void chooseAnother(Identities.Seen one) {
        List<LearnerInfo> expected =
                sessions
                        .expected(one.sessions().stream()
                                .map(Identities.SeenAt::sessionId)
                                .toList())
                        .values()
                        .stream()
                        .flatMap(List::stream)
                        .map(ExpectedLearner::learner)
                        .distinct()
                        .sorted(Comparator.comparing(LearnerInfo::lastName).thenComparing(LearnerInfo::firstName))
                        .toList();
        new AnotherLearnerDialog(texts, one, expected, learner -> confirm(one, learner.id(), learner.name())).open();
    }

    private void undoable(String said, Collection<UUID> proposalIds) {
        var notice = new Notification();
        var undo = new Button(texts.get("evidence.identities.undo"), click -> {
            notice.close();
            undo(proposalIds);
        });
        undo.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_SMALL);
        var line = new Div(new Div(said), undo);
        line.addClassName("assidu-undo");
        notice.add(line);
        notice.setDuration(LONG_ENOUGH_TO_UNDO);
        notice.open();
    }

    private void refused(Refusal refusal) {
        Notification.show(
                texts.get(refusal.key(), refusal.arguments().toArray()), 10_000, Notification.Position.MIDDLE);
    }

    private void again() {
        grid.getDataProvider().refreshAll();
        decided.run();
    }
}
