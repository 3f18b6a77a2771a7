package fr.educentre.assidu.messaging.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Guarded;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.messaging.Outbox.MessageView;
import fr.educentre.assidu.messaging.internal.MessageQueries;
import fr.educentre.assidu.messaging.internal.MessageState;
import fr.educentre.assidu.messaging.internal.TrialMail;
import fr.educentre.assidu.shell.PageOf;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/messages")
@Tag(name = "Messages")
@AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT, Role.TRAINER, Role.AUDITOR, Role.LEARNER})
class MessageController {

    private final MessageQueries correspondence;
    private final TrialMail trial;

    MessageController(MessageQueries correspondence, TrialMail trial) {
        this.correspondence = correspondence;
        this.trial = trial;
    }

    @GetMapping
    @Operation(summary = "Messages the caller may read, newest first")
    PageOf<Message> list(
            @RequestParam(required = false) @Nullable UUID learner,
            @RequestParam(required = false) @Nullable MessageState state,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        return correspondence
                .search(learner, state, PageOf.page(page), PageOf.size(size))
                .map(Message::of);
    }

    @GetMapping("/{id}")
    @Guarded("message")
    @Operation(summary = "One message as it left, or will leave")
    Message get(@PathVariable UUID id) {
        return Message.of(correspondence.get(id));
    }

    @PostMapping("/{id}/resend")
    @Guarded("message")
    @AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Tries a message that failed again")
    void resend(@PathVariable UUID id) {
        correspondence.resend(id);
    }

    @PostMapping("/{id}/stop")
    @Guarded("message")
    @AllowedRoles({Role.QUALITY_MANAGER, Role.REFERENT})
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "A message that has not left never will")
    void stop(@PathVariable UUID id) {
        correspondence.stop(id);
    }

    @PostMapping("/trial")
    @AllowedRoles({Role.QUALITY_MANAGER, Role.ADMIN})
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Sends a mail that says nothing else than that it arrived")
    void tryAddress(@RequestBody TrialAddress to) {
        trial.send(to.address());
    }

    record TrialAddress(String address) {}

    record Message(
            UUID id,
            @JsonUnwrapped MessageRecipient recipient,
            @JsonUnwrapped MessageContent content,
            @JsonUnwrapped MessageDelivery delivery,
            @JsonUnwrapped MessageOrigin origin,
            Instant createdAt,
            @Nullable Instant sentAt) {

        /** To whom. */
        record MessageRecipient(
                String to,
                String recipientName,
                String recipientKind,
                @Nullable UUID learnerId) {}

        /** What it says. */
        record MessageContent(String subject, String text) {}

        /** What became of it. */
        record MessageDelivery(String state, @Nullable String problem) {}

        /** What it was written for. */
        record MessageOrigin(String template, String why) {}

        static Message of(MessageView view) {
            return new Message(
                    view.id(),
                    new Message.MessageRecipient(
                            view.recipient().address(),
                            view.recipient().name(),
                            view.recipient().kind().name(),
                            view.recipient().learnerId()),
                    new Message.MessageContent(
                            view.content().subject(), view.content().text()),
                    new Message.MessageDelivery(
                            view.delivery().state(), view.delivery().problem()),
                    new Message.MessageOrigin(view.templateKey(), view.why()),
                    view.delivery().createdAt(),
                    view.delivery().sentAt());
        }
    }
}
