package fr.educentre.assidu.justification.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Guarded;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.justification.AbsentPeople;
import fr.educentre.assidu.justification.AbsentPeople.AbsentPerson;
import fr.educentre.assidu.justification.AbsentPeople.NewCall;
import fr.educentre.assidu.shell.PlausibleDays;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.web.RecordCalls;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/absents")
@AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT, Role.TRAINER})
@Tag(name = "Absences")
class AbsentPeopleController {

    private static final ZoneId DAYS = ZoneId.of("Europe/Paris");

    private final AbsentPeople absents;
    private final Clock clock;

    AbsentPeopleController(AbsentPeople absents, Clock clock) {
        this.absents = absents;
        this.clock = clock;
    }

    record Absents(List<Absent> items) {}

    /** @param status the gravest of what is missed */
    record Absent(
            UUID learnerId, String name, String halfDay, String status, List<MissedPart> sessions, Follow follow) {}

    record MissedPart(
            UUID id,
            String title,
            String group,
            OffsetDateTime startsAt,
            OffsetDateTime endsAt,
            String status,
            int lateMinutes) {}

    /** @param justification null while no absence is known; never its reason */
    record Follow(
            @Nullable String justification, List<SentMail> mails, List<PhoneNumber> phones, List<PhoneCall> calls) {}

    record SentMail(String to, String state, @Nullable OffsetDateTime sentAt) {}

    record PhoneNumber(String whose, String name, String phone) {}

    /** @param note empty where it is not for the reader to know */
    record PhoneCall(UUID id, String outcome, String note, OffsetDateTime at, String by) {}

    @GetMapping
    @Operation(
            summary = "Who is missing on a day (today by default), half-day by half-day, with numbers, mails and calls")
    Absents of(
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable String group) {
        LocalDate asked = day == null ? LocalDate.now(clock.withZone(DAYS)) : PlausibleDays.required("day", day);
        return new Absents(absents.on(asked, group(group)).stream()
                .map(AbsentPeopleController::absent)
                .toList());
    }

    @PostMapping("/{learnerId}/calls")
    @ResponseStatus(HttpStatus.CREATED)
    @AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT})
    @Guarded(value = "learner", variable = "learnerId")
    @Operation(summary = "What came of a call about a half-day; with an Idempotency-Key the call may be repeated")
    ResponseEntity<NewCall> call(
            @PathVariable UUID learnerId,
            @RequestBody NewCall call,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Principal caller) {
        UUID id = RecordCalls.id(key, caller);
        absents.record(id, learnerId, call);
        return RecordCalls.created(id, call);
    }

    @DeleteMapping("/{learnerId}/calls/{callId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT})
    @Guarded(value = "learner", variable = "learnerId")
    @Operation(summary = "Takes back a call that was noted by mistake; the register keeps that it was there")
    void takeBack(@PathVariable UUID learnerId, @PathVariable String callId) {
        try {
            absents.takeBack(learnerId, UUID.fromString(callId));
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound("absenceCall");
        }
    }

    private static @Nullable UUID group(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.notFound("group");
        }
    }

    private static Absent absent(AbsentPerson one) {
        ZoneId zone = one.missed().getFirst().session().zone();
        return new Absent(
                one.learnerId(),
                one.name(),
                one.halfDay().name(),
                one.status().name(),
                one.missed().stream().map(AbsentPeopleController::missed).toList(),
                new Follow(
                        one.answer() == null ? null : one.answer().name(),
                        one.mails().stream()
                                .map(mail -> new SentMail(
                                        mail.recipientKind(),
                                        mail.state(),
                                        mail.sentAt() == null
                                                ? null
                                                : mail.sentAt().atZone(zone).toOffsetDateTime()))
                                .toList(),
                        one.phones().stream()
                                .map(phone -> new PhoneNumber(phone.whose().name(), phone.name(), phone.number()))
                                .toList(),
                        one.calls().stream()
                                .map(call -> new PhoneCall(
                                        call.id(),
                                        call.outcome().name(),
                                        call.note(),
                                        call.at().atZone(zone).toOffsetDateTime(),
                                        call.by()))
                                .toList()));
    }

    private static MissedPart missed(AbsentPeople.Missed one) {
        var session = one.session();
        return new MissedPart(
                session.id(),
                session.title(),
                session.groupName(),
                session.startsAt().atZone(session.zone()).toOffsetDateTime(),
                session.endsAt().atZone(session.zone()).toOffsetDateTime(),
                one.status().name(),
                one.lateMinutes());
    }
}
