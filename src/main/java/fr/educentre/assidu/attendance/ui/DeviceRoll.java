package fr.educentre.assidu.attendance.ui;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.Attendance.Row;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.attendance.DeviceMarks;
import fr.educentre.assidu.attendance.DeviceMarks.Outcome;
import fr.educentre.assidu.attendance.internal.DeviceMarksContent;
import fr.educentre.assidu.attendance.internal.DeviceMarksContent.OfflineMark;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.SiteTimes;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.SessionState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What a device is given to make a roll-call without a connection, and what it brings back. */
@Component
class DeviceRoll {

    /** How long after its end a session's names stay on the device: whoever comes home from it has a connection by then. */
    private static final Duration KEPT = Duration.ofHours(12);

    /** The words of the device's own screen: a text each, without what its module puts before it. */
    private static final List<String> WORDS = List.of(
            "away",
            "waiting",
            "waitingOne",
            "kept",
            "full",
            "list",
            "of",
            "minutes",
            "otherMinutes",
            "howLate",
            "howEarly",
            "early",
            "earlyOf",
            "refused",
            "refusedOne",
            "dismiss");

    private final DeviceMarks marks;
    private final Attendance attendance;
    private final Texts texts;
    private final JsonMapper json;

    DeviceRoll(DeviceMarks marks, Attendance attendance, Texts texts, JsonMapper json) {
        this.marks = marks;
        this.attendance = attendance;
        this.texts = texts;
        this.json = json;
    }

    /** No more than what is needed to mark: who is expected, and what the screen shows of each. */
    String of(SessionInfo session, List<Row> rows, Actor reader) {
        Map<String, Object> roll = new LinkedHashMap<>();
        roll.put("session", session.id().toString());
        roll.put("account", String.valueOf(reader.accountId()));
        roll.put("title", session.title());
        roll.put("when", SiteTimes.slot(session.startsAt(), session.endsAt(), session.zone(), texts));
        roll.put("startsAt", session.startsAt().toString());
        roll.put("endsAt", session.endsAt().toString());
        roll.put("until", session.endsAt().plus(KEPT).toString());
        roll.put("most", session.slot().duration().toMinutes() - 1);
        roll.put("open", attendance.takesMarks(session) && session.state() != SessionState.CLOSED);
        roll.put("learners", rows.stream().map(this::learner).toList());
        roll.put("words", words());
        return json.writeValueAsString(roll);
    }

    private Map<String, Object> learner(Row row) {
        Map<String, Object> learner = new LinkedHashMap<>();
        learner.put("id", row.learner().id().toString());
        learner.put("name", row.learner().name());
        learner.put("shown", row.learner().lastName() + " " + row.learner().firstName());
        learner.put(
                "version", row.verdict() == null ? 0 : row.verdict().version().number());
        if (row.status() != AttendanceStatus.AWAITING_DATA) {
            learner.put("status", texts.get("attendance.status." + row.status()));
        }
        return learner;
    }

    private Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        // Its blanks are filled on the device.
        WORDS.forEach(word -> words.put(word, texts.get("attendance.offline." + word, "{0}", "{1}", "{2}")));
        words.put("all", texts.get("attendance.rollCall.allOthersPresent"));
        words.put("undo", texts.get("attendance.rollCall.undo"));
        words.put("validate", texts.get("attendance.rollCall.validate"));
        words.put("PRESENT", texts.get("attendance.rollCall.present"));
        words.put("LATE", texts.get("attendance.rollCall.late"));
        words.put("ABSENT", texts.get("attendance.rollCall.absent"));
        words.put("LEFT_EARLY", texts.get("attendance.status.LEFT_EARLY"));
        return words;
    }

    /** Takes what a device sends; what cannot be read is answered by nothing, and stays on the device. */
    String receive(UUID session, String sent) {
        try {
            DeviceMarksContent content = json.readValue(sent, DeviceMarksContent.class);
            return answer(content, session);
        } catch (JacksonException e) {
            return json.writeValueAsString(Map.of("items", List.of()));
        }
    }

    private String answer(DeviceMarksContent content, UUID session) {
        List<Map<String, @Nullable Object>> items = new ArrayList<>();
        try {
            for (Outcome outcome : marks.receive(session, content.batch())) {
                items.add(item(
                        outcome.key(),
                        outcome.why() == null ? null : outcome.why().read(texts)));
            }
        } catch (Refusal refusal) {
            // Of all of them: each is shown with the reason.
            String why = texts.get(refusal.key(), refusal.arguments().toArray());
            for (OfflineMark mark : Objects.requireNonNullElse(content.marks(), List.<@Nullable OfflineMark>of())) {
                UUID key = mark == null ? null : mark.key();
                if (key != null) {
                    items.add(item(key, why));
                }
            }
        }
        return json.writeValueAsString(Map.of("items", items));
    }

    private static Map<String, @Nullable Object> item(UUID key, @Nullable String why) {
        Map<String, @Nullable Object> item = new LinkedHashMap<>();
        item.put("key", key.toString());
        item.put("why", why);
        return item;
    }
}
