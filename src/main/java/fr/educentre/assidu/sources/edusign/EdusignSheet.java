package fr.educentre.assidu.sources.edusign;

import fr.educentre.assidu.evidence.Channel;
import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.evidence.Evidences;
import fr.educentre.assidu.evidence.Evidences.Participant;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.sources.core.DeliveryTranslation;
import fr.educentre.assidu.sources.edusign.EdusignCourse.Student;
import fr.educentre.assidu.sources.signatures.PartnerIdentifiers;
import fr.educentre.assidu.sources.signatures.PartnerLearnerFinder;
import fr.educentre.assidu.sources.signatures.SignInCompletionPolicy;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.Learners;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.SessionState;
import fr.educentre.assidu.training.Sessions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A course of Edusign and the session it is the sheet of. */
@Component
class EdusignSheet {

    private static final int NAMED = 10;

    private final Sessions sessions;
    private final Learners learners;
    private final EdusignStudentStore students;
    private final EdusignTimeParser times;
    private final Evidences evidences;
    private final SignInCompletionPolicy completion;

    EdusignSheet(
            Sessions sessions,
            Learners learners,
            EdusignStudentStore students,
            EdusignTimeParser times,
            Evidences evidences,
            SignInCompletionPolicy completion) {
        this.sessions = sessions;
        this.learners = learners;
        this.students = students;
        this.times = times;
        this.evidences = evidences;
        this.completion = completion;
    }

    /** The session that bears a course's API_ID. */
    Optional<SessionInfo> session(EdusignCourse course) {
        String id = course.apiId();
        if (id == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(sessions.byExternalIds(List.of(id)).get(id))
                .or(() -> PartnerIdentifiers.uuid(id).flatMap(sessions::find));
    }

    /** @param locked the sheet will not change any more */
    DeliveryTranslation translate(EdusignCourse told, boolean locked, Channel channel, UUID delivery) {
        Optional<SessionInfo> found = session(told);
        if (found.isEmpty()) {
            return told.apiId() == null
                    ? not("noApiId", told.id())
                    : not("noSession", told.id(), Objects.requireNonNull(told.apiId()));
        }
        SessionInfo session = found.get();
        if (session.state() == SessionState.CANCELLED || session.state() == SessionState.POSTPONED) {
            return new DeliveryTranslation.Nothing(text("outcome.notHeld", session.externalId()));
        }
        List<Wording> notes = new ArrayList<>();
        EdusignTimeParser.Fit fit =
                told.start() == null ? EdusignTimeParser.Fit.FITS : times.fit(told.start(), session.startsAt());
        if (fit == EdusignTimeParser.Fit.OTHER) {
            return not("zoneShift", session.externalId(), EdusignTimeParser.other(times.setting()));
        }
        if (fit == EdusignTimeParser.Fit.MOVED) {
            notes.add(text("outcome.moved", session.externalId()));
        }
        EdusignCourse course = named(told);
        var traces = new EdusignEvidenceFactory(course, session, channel, delivery);
        if (!traces.far().isEmpty()) {
            notes.add(text(
                    "outcome.far", names(traces.far().stream().map(Student::key).toList())));
        }
        boolean whole = complete(course, session, locked, notes);
        if (traces.all().isEmpty() && !whole) {
            notes.addFirst(text("outcome.nobodySigned", course.id()));
            return new DeliveryTranslation.Nothing(Wording.all(notes));
        }
        return new DeliveryTranslation.Traces(traces.all(), Set.of(), Wording.all(notes));
    }

    /** A locked sheet that had to be signed is complete when it lists everybody expected; any other when each has a trace. */
    private boolean complete(EdusignCourse course, SessionInfo session, boolean locked, List<Wording> notes) {
        if (locked && course.needsSignatures()) {
            Set<UUID> listed = listed(course, session);
            List<String> missing = sessions.expected(session.id()).stream()
                    .map(one -> one.learner())
                    .filter(learner -> !listed.contains(learner.id()))
                    .map(LearnerInfo::name)
                    .toList();
            if (missing.isEmpty() && !listed.isEmpty()) {
                completion.locked(session);
                return true;
            }
            notes.add(text("outcome.notListed", names(missing)));
        }
        completion.consider(List.of(session));
        return false;
    }

    private Set<UUID> listed(EdusignCourse course, SessionInfo session) {
        PartnerLearnerFinder people = PartnerLearnerFinder.of(
                learners,
                course.students().stream()
                        .map(one -> one.identity().apiId())
                        .filter(Objects::nonNull)
                        .toList(),
                course.students().stream()
                        .map(one -> one.identity().email())
                        .filter(Objects::nonNull)
                        .toList());
        Set<UUID> listed = new HashSet<>();
        List<String> unknown = new ArrayList<>();
        for (Student student : course.students()) {
            people.find(student.identity().apiId(), student.identity().email())
                    .ifPresentOrElse(learner -> listed.add(learner.id()), () -> unknown.add(student.key()));
        }
        evidences.participants(session.id(), EvidenceSource.SIGNATURE, unknown).stream()
                .map(Participant::learnerId)
                .filter(Objects::nonNull)
                .forEach(listed::add);
        return listed;
    }

    private EdusignCourse named(EdusignCourse course) {
        Map<String, EdusignStudentStore.Identity> known = students.known(
                course.students().stream().map(one -> one.identity().id()).collect(Collectors.toSet()));
        List<Student> named = course.students().stream()
                .map(student -> known.containsKey(student.identity().id())
                        ? student.as(known.get(student.identity().id()))
                        : student)
                .toList();
        return new EdusignCourse(
                course.id(),
                course.apiId(),
                course.start(),
                course.locked(),
                course.needsSignatures(),
                course.trainerSignature(),
                course.trainerSignedAt(),
                named);
    }

    private static String names(List<String> names) {
        String shown = names.stream().limit(NAMED).collect(Collectors.joining(", "));
        return names.size() > NAMED ? shown + "…" : shown;
    }

    private static DeliveryTranslation not(String problem, Object... arguments) {
        return new DeliveryTranslation.NotUnderstood(text("problem." + problem, arguments));
    }

    private static Wording text(String key, Object... arguments) {
        return Wording.of("connectors.edusign." + key, arguments);
    }
}
