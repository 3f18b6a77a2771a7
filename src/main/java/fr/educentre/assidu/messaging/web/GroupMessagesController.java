package fr.educentre.assidu.messaging.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Guarded;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.messaging.GroupMessages;
import fr.educentre.assidu.messaging.GroupMessages.Letter;
import fr.educentre.assidu.messaging.GroupMessages.Written;
import fr.educentre.assidu.shell.InvalidContent;
import fr.educentre.assidu.shell.web.RecordCalls;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/groups/{id}/messages")
@AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT, Role.TRAINER})
@Tag(name = "Messages")
class GroupMessagesController {

    private final GroupMessages messages;

    GroupMessagesController(GroupMessages messages) {
        this.messages = messages;
    }

    /** @param learners of the group, by id */
    record GroupLetter(
            @Nullable List<UUID> learners,
            @Nullable String subject,
            @Nullable String text) {}

    @PostMapping
    @Guarded("group")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary =
                    "Writes one message to each of these learners of the group: a trainer of groups they teach, a referent of"
                            + " groups they follow; answers how many, and who has no address")
    Written write(
            @PathVariable UUID id,
            @RequestBody GroupLetter letter,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Principal caller) {
        List<UUID> learners = Objects.requireNonNullElse(letter.learners(), List.<UUID>of());
        if (learners.stream().anyMatch(Objects::isNull)) {
            throw new InvalidContent("learners", "messaging.letter.notOfGroup");
        }
        return messages.write(
                RecordCalls.id(key, caller),
                id,
                learners,
                new Letter(
                        Objects.requireNonNullElse(letter.subject(), ""),
                        Objects.requireNonNullElse(letter.text(), "")));
    }
}
