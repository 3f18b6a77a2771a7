package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.Trace;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.SessionState;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A session over whose data are awaited: from which source, what came so far, and what to do about it. */
class AwaitingCard extends Div {

    static final String DROP_ZONE = "depot";

    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final transient SessionInfo session;

    AwaitingCard(
            Texts texts,
            SessionInfo session,
            List<Attendance.Row> rows,
            List<Trace> traces,
            int toRecognise,
            boolean acting) {
        this.texts = texts;
        this.session = session;
        addClassNames("assidu-card", "assidu-awaiting");
        boolean complete = session.dataCompleteAt() != null;
        long waiting = waiting(rows);
        boolean decided = isDecided(session, rows);
        if (decided) {
            add(
                    new H2(texts.get("overview.awaiting.decided")),
                    new Paragraph(texts.get("overview.awaiting.decided.text", rows.size())));
        } else if (complete) {
            long unmeasured = unmeasured(rows);
            if (toRecognise > 0) {
                add(
                        new H2(texts.get("overview.awaiting.people", toRecognise)),
                        new Paragraph(texts.get("overview.awaiting.people.text", waiting - unmeasured)));
            }
            if (unmeasured > 0) {
                add(
                        new H2(texts.get("overview.awaiting.length", unmeasured)),
                        new Paragraph(texts.get("overview.awaiting.length.text")));
            }
        } else {
            add(
                    new H2(texts.get("overview.awaiting")),
                    new Paragraph(awaited()),
                    new Paragraph(texts.get("overview.awaiting.so", waiting, received(traces))));
        }
        if (acting) {
            add(whatToDo(complete || decided, toRecognise));
        }
    }

    /** Whether every status is known of a session that nobody closed and no source completed. */
    static boolean isDecided(SessionInfo session, List<Attendance.Row> rows) {
        return isUnclosed(session) && !rows.isEmpty() && waiting(rows) == 0;
    }

    /** Whether nobody closed it and no source completed it. */
    static boolean isUnclosed(SessionInfo session) {
        return session.state() == SessionState.AWAITING_DATA && session.dataCompleteAt() == null;
    }

    private static long waiting(List<Attendance.Row> rows) {
        return rows.stream()
                .filter(row -> row.status() == AttendanceStatus.AWAITING_DATA)
                .count();
    }

    /** Whether there is anything to wait for. */
    static boolean applies(SessionInfo session, List<Attendance.Row> rows, int toRecognise) {
        return session.state() == SessionState.AWAITING_DATA
                || (session.state() == SessionState.OPEN
                        && session.dataCompleteAt() != null
                        && (toRecognise > 0 || unmeasured(rows) > 0));
    }

    /** Who was seen for no known length. */
    private static long unmeasured(List<Attendance.Row> rows) {
        return rows.stream()
                .filter(row -> row.status() == AttendanceStatus.AWAITING_DATA)
                .map(Attendance.Row::verdict)
                .filter(verdict -> verdict != null
                        && verdict.decidedBy().why() instanceof Wording.Said said
                        && said.key().startsWith("rules.presence.partly"))
                .count();
    }

    private String awaited() {
        SessionInfo.Meeting meeting = session.meeting();
        return switch (session.modality()) {
            case IN_PERSON -> texts.get("overview.awaiting.IN_PERSON");
            case ONLINE -> texts.get("overview.awaiting.ONLINE");
            case VIDEO -> meeting == null ? texts.get("overview.awaiting.VIDEO.none") : awaited(meeting);
        };
    }

    private String awaited(SessionInfo.Meeting meeting) {
        String tool = texts.get("evidence.source." + meeting.provider());
        return switch (meeting.provider()) {
            case ZOOM, TEAMS, BIGBLUEBUTTON -> texts.get("overview.awaiting.VIDEO", tool, meeting.id());
            case GOOGLE_MEET, WEBEX, OTHER -> texts.get("overview.awaiting.VIDEO.unread", tool);
        };
    }

    private String received(List<Trace> traces) {
        if (traces.isEmpty()) {
            return texts.get("overview.awaiting.nothing");
        }
        Map<EvidenceSource, List<Trace>> bySource = traces.stream()
                .collect(
                        Collectors.groupingBy((Trace one) -> one.origin().source(), TreeMap::new, Collectors.toList()));
        return bySource.entrySet().stream()
                .map(entry -> texts.get(
                        "overview.awaiting.received",
                        texts.get("evidence.source." + entry.getKey()),
                        entry.getValue().size(),
                        ReaderFormats.time(last(entry.getValue()), session.zone())))
                .collect(Collectors.joining(texts.get("shell.separator")));
    }

    private static Instant last(List<Trace> traces) {
        return traces.stream()
                .map(trace -> trace.time().to() != null
                        ? trace.time().to()
                        : trace.time().occurredAt())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private UnorderedList whatToDo(boolean nothingMissing, int toRecognise) {
        var list = new UnorderedList();
        if (!nothingMissing) {
            var drop = new Anchor("seances/" + session.id() + "#" + DROP_ZONE, texts.get("overview.awaiting.drop"));
            drop.setRouterIgnore(true);
            list.add(new ListItem(drop));
            list.add(new ListItem(
                    new Anchor("seances/" + session.id() + "/appel", texts.get("overview.awaiting.rollCall"))));
        }
        if (toRecognise > 0) {
            list.add(new ListItem(new Anchor(
                    "identites?seance=" + session.id(), texts.get("overview.awaiting.recognise", toRecognise))));
        }
        list.add(new ListItem(texts.get("overview.awaiting.close")));
        return list;
    }
}
