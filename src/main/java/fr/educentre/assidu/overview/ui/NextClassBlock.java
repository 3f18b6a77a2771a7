package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.RouterLink;
import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.EmptyState;
import fr.educentre.assidu.shell.ui.SiteTimes;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.SessionState;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A trainer's day, first of all on a phone: the class that runs or comes next, with its roll-call, then the others. */
@org.springframework.stereotype.Component
class NextClassBlock implements HomeBlock {

    private static final Duration ROLL_CALL_BEFORE = Duration.ofMinutes(30);

    private final Texts texts;
    private final VisibleSessions sessions;
    private final TodayList list;
    private final Attendance attendance;
    private final StatusBadges badges;
    private final Clock clock;

    NextClassBlock(
            Texts texts,
            VisibleSessions sessions,
            TodayList list,
            Attendance attendance,
            StatusBadges badges,
            Clock clock) {
        this.texts = texts;
        this.sessions = sessions;
        this.list = list;
        this.attendance = attendance;
        this.badges = badges;
        this.clock = clock;
    }

    /** @param toCome the first of another day, where today has none left */
    private record Day(
            @Nullable SessionInfo next,
            boolean rollCall,
            TodayList.Listed others,
            @Nullable SessionInfo toCome) {}

    @Override
    public Set<Role> roles() {
        return EnumSet.of(Role.TRAINER);
    }

    @Override
    public int place() {
        return 10;
    }

    @Override
    public boolean wide() {
        return true;
    }

    @Override
    public Look look(Actor actor) {
        List<SessionInfo> today = sessions.today();
        Optional<SessionInfo> next = today.stream().filter(this::running).findFirst();
        TodayList.Listed others = list.read(
                today.stream().filter(one -> next.filter(one::equals).isEmpty()).toList());
        var day = new Day(
                next.orElse(null),
                next.filter(attendance::takesMarks).isPresent(),
                others,
                next.isPresent() ? null : sessions.next().orElse(null));
        return new Look(day, () -> drawn(day));
    }

    /** Held, not over, and closed by nobody. */
    private boolean running(SessionInfo session) {
        return session.state().held()
                && session.state() != SessionState.CLOSED
                && session.endsAt().isAfter(clock.instant());
    }

    private Component drawn(Day day) {
        var box = new Div();
        box.addClassName("assidu-next");
        SessionInfo next = day.next();
        box.add(next == null ? none(day.toCome()) : card(next, day.rollCall()));
        if (!day.others().sessions().isEmpty()) {
            box.add(new H3(texts.get("overview.home.others")), list.drawn(day.others()));
        }
        return box;
    }

    private Component card(SessionInfo session, boolean rollCall) {
        boolean now = !session.startsAt().isAfter(clock.instant());
        var card = new Div(
                new H2(texts.get(now ? "overview.home.now" : "overview.home.next")),
                new RouterLink(
                        session.title() + " · " + session.groupName(),
                        SessionView.class,
                        SessionView.parameters(session.id())),
                new Paragraph(SiteTimes.slot(session.startsAt(), session.endsAt(), session.zone(), texts) + " · "
                        + (session.room() == null ? session.siteName() : session.room())),
                badges.of(session.state()));
        if (rollCall) {
            var call = new Anchor("seances/" + session.id() + "/appel", texts.get("overview.session.rollCall"));
            call.addClassName("assidu-big-action");
            card.add(call);
        } else {
            card.add(new Paragraph(texts.get(
                    "overview.home.rollCallAt",
                    SiteTimes.time(session.startsAt().minus(ROLL_CALL_BEFORE), session.zone(), texts))));
        }
        card.addClassName("assidu-card");
        return card;
    }

    private Component none(@Nullable SessionInfo toCome) {
        return new EmptyState(
                texts.get("overview.home.today.empty"),
                toCome == null
                        ? texts.get("overview.home.today.empty.text")
                        : texts.get(
                                "overview.home.today.empty.next",
                                toCome.title(),
                                SiteTimes.at(toCome.startsAt(), toCome.zone(), texts)));
    }
}
