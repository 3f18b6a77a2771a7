package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.Component;
import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.EmptyState;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/** Today's sessions with who has arrived. */
@org.springframework.stereotype.Component
class TodayBlock implements HomeBlock {

    /** More are in the list of sessions. */
    private static final int SHOWN = 12;

    private final Texts texts;
    private final VisibleSessions sessions;
    private final TodayList list;

    TodayBlock(Texts texts, VisibleSessions sessions, TodayList list) {
        this.texts = texts;
        this.sessions = sessions;
        this.list = list;
    }

    @Override
    public Set<Role> roles() {
        return EnumSet.of(Role.QUALITY_MANAGER, Role.REFERENT, Role.AUDITOR);
    }

    @Override
    public int place() {
        return 40;
    }

    @Override
    public boolean wide() {
        return false;
    }

    @Override
    public Look look(Actor actor) {
        TodayList.Listed listed =
                list.read(sessions.today().stream().limit(SHOWN).toList());
        return new Look(listed, () -> drawn(listed));
    }

    private Component drawn(TodayList.Listed listed) {
        LocalDate day = sessions.day();
        return HomeCards.card(
                texts,
                texts.get("overview.home.today"),
                listed.sessions().isEmpty()
                        ? new EmptyState(
                                texts.get("overview.home.today.empty"), texts.get("overview.home.today.empty.text"))
                        : list.drawn(listed),
                "seances?du=" + day + "&au=" + day);
    }
}
