package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import fr.educentre.assidu.attendance.AbsenceCases;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.CorrectionRequests;
import fr.educentre.assidu.attendance.CorrectionRequests.CorrectionRequest;
import fr.educentre.assidu.attendance.JustificationState;
import fr.educentre.assidu.attendance.Verdict;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.SiteTimes;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** How the learner was marked lately, and where they think it is wrong, the request to look at it again. */
@org.springframework.stereotype.Component
class SpaceMarks implements SpaceBlock {

    private static final int DAYS = 60;
    private static final int SHOWN = 8;

    private final Texts texts;
    private final Attendance attendance;
    private final AbsenceCases cases;
    private final Sessions sessions;
    private final CorrectionRequests requests;
    private final CorrectionWishDialog dialog;
    private final StatusBadges badges;
    private final Clock clock;

    SpaceMarks(
            Texts texts,
            Attendance attendance,
            AbsenceCases cases,
            Sessions sessions,
            CorrectionRequests requests,
            CorrectionWishDialog dialog,
            StatusBadges badges,
            Clock clock) {
        this.texts = texts;
        this.attendance = attendance;
        this.cases = cases;
        this.sessions = sessions;
        this.requests = requests;
        this.dialog = dialog;
        this.badges = badges;
        this.clock = clock;
    }

    @Override
    public int place() {
        return 40;
    }

    @Override
    public Component of(LearnerInfo learner, ZoneId zone, Runnable again) {
        List<Verdict> marks = marks(learner.id(), LocalDate.ofInstant(clock.instant(), zone));
        Map<UUID, SessionInfo> held = sessions.byIds(
                marks.stream().map(one -> one.subject().sessionId()).toList());
        Map<UUID, JustificationState> states = cases.ofLearner(learner.id()).stream()
                .collect(Collectors.toMap(
                        one -> one.missed().sessionId(), AbsenceCases.AbsenceCase::state, (one, other) -> one));
        Map<UUID, CorrectionRequest> asked = requests.ofLearner(learner.id()).stream()
                .collect(Collectors.toMap(CorrectionRequest::sessionId, one -> one, (newest, older) -> newest));
        var list = new UnorderedList();
        list.addClassName("assidu-list");
        marks.stream()
                .filter(mark -> held.containsKey(mark.subject().sessionId()))
                .sorted(Comparator.comparing(
                                (Verdict mark) -> session(held, mark).startsAt())
                        .reversed())
                .limit(SHOWN)
                .forEach(mark -> {
                    SessionInfo session = session(held, mark);
                    list.add(item(
                            session,
                            mark,
                            Optional.ofNullable(states.get(session.id())),
                            correction(session, Optional.ofNullable(asked.get(session.id())), again)));
                });
        return new SpacePart(
                texts.get("overview.space.marks"),
                list.getChildren().findAny().isPresent()
                        ? list
                        : new Paragraph(texts.get("overview.space.marks.none")));
    }

    private List<Verdict> marks(UUID learnerId, LocalDate today) {
        return attendance
                .ofLearners(List.of(learnerId), today.minusDays(DAYS), today)
                .getOrDefault(learnerId, List.of());
    }

    private static SessionInfo session(Map<UUID, SessionInfo> held, Verdict mark) {
        return java.util.Objects.requireNonNull(held.get(mark.subject().sessionId()));
    }

    private ListItem item(SessionInfo session, Verdict mark, Optional<JustificationState> state, Component correction) {
        var item = new ListItem(
                new Div(new Span(SiteTimes.slot(session.startsAt(), session.endsAt(), session.zone(), texts) + " · "
                        + session.title())),
                badges.of(mark.status(), state.orElse(null)),
                new Div(new Span(texts.get(
                        "overview.space.marks.minutes",
                        ReaderFormats.duration(mark.minutes().observed()),
                        ReaderFormats.duration(mark.minutes().taught())))),
                correction);
        item.addClassName("assidu-card");
        return item;
    }

    private Component correction(SessionInfo session, Optional<CorrectionRequest> asked, Runnable again) {
        var box = new Div();
        asked.ifPresent(one -> box.add(new Paragraph(said(one, session.zone()))));
        if (asked.filter(one -> one.state() == CorrectionRequest.State.ASKED).isEmpty()) {
            var ask = new Button(texts.get("overview.space.correction"), click -> dialog.open(session, again));
            ask.setAriaLabel(
                    texts.get("overview.space.correction.of", SiteTimes.at(session.startsAt(), session.zone(), texts)));
            ask.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            box.add(ask);
        }
        return box;
    }

    private String said(CorrectionRequest request, ZoneId zone) {
        CorrectionRequest.Answer answer = request.answer();
        return answer == null
                ? texts.get("overview.space.correction.ASKED", SiteTimes.at(request.askedAt(), zone, texts))
                : texts.get(
                        "overview.space.correction." + request.state(),
                        answer.by(),
                        SiteTimes.at(answer.at(), zone, texts),
                        answer.text());
    }
}
