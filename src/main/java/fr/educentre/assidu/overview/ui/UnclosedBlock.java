package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.Component;
import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.EmptyState;
import java.util.EnumSet;
import java.util.Set;

/** A trainer's sessions that are over and that nobody closed. */
@org.springframework.stereotype.Component
class UnclosedBlock implements HomeBlock {

    private static final int SHOWN = 6;

    private final Texts texts;
    private final VisibleSessions sessions;
    private final TodayList list;

    UnclosedBlock(Texts texts, VisibleSessions sessions, TodayList list) {
        this.texts = texts;
        this.sessions = sessions;
        this.list = list;
    }

    @Override
    public Set<Role> roles() {
        return EnumSet.of(Role.TRAINER);
    }

    @Override
    public int place() {
        return 35;
    }

    @Override
    public boolean wide() {
        return false;
    }

    @Override
    public Look look(Actor actor) {
        TodayList.Listed unclosed = list.read(sessions.unclosed(SHOWN));
        return new Look(unclosed, () -> drawn(unclosed));
    }

    private Component drawn(TodayList.Listed unclosed) {
        return HomeCards.card(
                texts,
                texts.get("overview.home.unclosed"),
                unclosed.sessions().isEmpty()
                        ? new EmptyState(
                                texts.get("overview.home.unclosed.empty"),
                                texts.get("overview.home.unclosed.empty.text"))
                        : list.ofSeveralDays(unclosed),
                "seances?etat=AWAITING_DATA");
    }
}
