package fr.educentre.assidu.sources.edusign;

import fr.educentre.assidu.evidence.Channel;
import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.NewTrace;
import fr.educentre.assidu.evidence.TraceKind;
import fr.educentre.assidu.evidence.TraceMatch;
import fr.educentre.assidu.evidence.TraceTime;
import fr.educentre.assidu.sources.core.Digests;
import fr.educentre.assidu.sources.edusign.EdusignCourse.Student;
import fr.educentre.assidu.training.SessionInfo;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A course's sheet as traces: a signature for each learner who signed, a statement for one marked present without a
 * signature, the trainer's signature. A learner who did not sign leaves no trace.
 */
final class EdusignEvidenceFactory {

    private static final Duration AROUND = Duration.ofHours(12);
    private static final int LONGEST = 200;

    private final List<NewTrace> traces = new ArrayList<>();
    private final List<Student> far = new ArrayList<>();
    private final EdusignCourse course;
    private final SessionInfo session;
    private final Channel channel;
    private final UUID delivery;

    EdusignEvidenceFactory(EdusignCourse course, SessionInfo session, Channel channel, UUID delivery) {
        this.course = course;
        this.session = session;
        this.channel = channel;
        this.delivery = delivery;
        course.students().stream().filter(Student::present).forEach(this::present);
        if (course.trainerSignature() != null) {
            trainer(course.trainerSignature());
        }
    }

    List<NewTrace> all() {
        return List.copyOf(traces);
    }

    /** Signed more than twelve hours away from the session: not taken. */
    List<Student> far() {
        return List.copyOf(far);
    }

    private void present(Student student) {
        Map<String, Object> payload = new HashMap<>();
        payload.put("course", course.id());
        if (student.delay() > 0) {
            payload.put("lateMinutes", student.delay());
        }
        if (student.excluded()) {
            payload.put("excluded", true);
        }
        put(payload, "absenceId", student.absenceId());
        put(payload, "signatureRef", reference(student.signing().signature()));
        Instant signedAt = student.signing().signedAt();
        if (signedAt == null) {
            marked(student, payload);
        } else if (!near(signedAt)) {
            far.add(student);
        } else {
            payload.put("role", "LEARNER");
            add(TraceKind.SIGNATURE, student, signedAt, signedAt, payload);
        }
    }

    /** Present by the trainer's word. */
    private void marked(Student student, Map<String, Object> payload) {
        boolean late = student.delay() > 0;
        payload.put("status", late ? "LATE" : "PRESENT");
        Instant from = late ? session.startsAt().plus(Duration.ofMinutes(student.delay())) : null;
        add(TraceKind.MARK, student, session.startsAt(), from, payload);
    }

    private void add(
            TraceKind kind, Student student, Instant occurredAt, @Nullable Instant from, Map<String, Object> payload) {
        String told = String.join(
                "|",
                course.id(),
                session.id().toString(),
                student.identity().id(),
                kind.name(),
                occurredAt.toString(),
                String.valueOf(student.delay()),
                String.valueOf(student.absenceId()),
                String.valueOf(student.excluded()));
        var who = student.identity();
        var person = new NewTrace.Person(
                student.key(),
                who.name() == null ? student.key() : who.name(),
                who.email(),
                who.apiId() == null ? "edusign:" + who.id() : who.apiId());
        traces.add(trace(kind, told, new TraceTime(occurredAt, from, null), person, payload));
    }

    /** Without a moment, the end of the session stands for it: only that they signed is known. */
    private void trainer(String signature) {
        Instant at = course.trainerSignedAt();
        Map<String, Object> payload = new HashMap<>(Map.of("role", "TRAINER", "course", course.id()));
        put(payload, "signatureRef", reference(signature));
        if (at == null || !near(at)) {
            payload.put("momentUnknown", true);
            at = session.endsAt();
        }
        String id = session.trainer().id().toString();
        traces.add(trace(
                TraceKind.SIGNATURE,
                course.id() + "|" + session.id() + "|trainer",
                new TraceTime(at, at, null),
                new NewTrace.Person(id, session.trainer().name(), null, id),
                payload));
    }

    private NewTrace trace(
            TraceKind kind, String told, TraceTime time, NewTrace.Person person, Map<String, Object> payload) {
        return new NewTrace(
                new NewTrace.Origin(
                        EvidenceSource.SIGNATURE,
                        channel,
                        "edusign:" + UUID.nameUUIDFromBytes(told.getBytes(StandardCharsets.UTF_8)),
                        delivery),
                kind,
                time,
                person,
                new NewTrace.Subject(session.id(), null, null, null),
                payload,
                TraceMatch.NONE);
    }

    private boolean near(Instant at) {
        return at.isAfter(session.startsAt().minus(AROUND))
                && at.isBefore(session.endsAt().plus(AROUND));
    }

    /** An address without what lets anyone open it; of an image, its hash: the image itself is in the delivery. */
    private static @Nullable String reference(@Nullable String signature) {
        if (signature == null) {
            return null;
        }
        if (signature.startsWith("http")) {
            String address = signature.replaceFirst("[?#].*", "");
            return address.length() > LONGEST ? address.substring(0, LONGEST) : address;
        }
        return "sha256:" + Digests.sha256Hex(signature);
    }

    private static void put(Map<String, Object> payload, String key, @Nullable String value) {
        if (value != null) {
            payload.put(key, value);
        }
    }
}
