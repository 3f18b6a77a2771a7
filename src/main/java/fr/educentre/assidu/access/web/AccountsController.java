package fr.educentre.assidu.access.web;

import fr.educentre.assidu.access.AccountContent;
import fr.educentre.assidu.access.AccountRecords;
import fr.educentre.assidu.access.AccountSessions;
import fr.educentre.assidu.access.AccountSessions.AccountSession;
import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.web.ManagedController;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/accounts")
@AllowedRoles(Role.ADMIN)
@Tag(name = "Centre")
class AccountsController extends ManagedController<AccountContent> {

    private final AccountRecords accounts;
    private final AccountSessions sessions;

    AccountsController(AccountRecords accounts, AccountSessions sessions) {
        super(accounts);
        this.accounts = accounts;
        this.sessions = sessions;
    }

    @PostMapping("/{id}/invite")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Mails a link, good for 72 hours and one use, by which its owner chooses a password")
    void invite(@PathVariable UUID id) {
        accounts.invite(id);
    }

    @PostMapping("/{id}/disable")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Nobody signs in with it any more; its sessions and tokens end at their next request")
    void disable(@PathVariable UUID id) {
        accounts.disable(id);
    }

    @PostMapping("/{id}/enable")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "It may be used again")
    void enable(@PathVariable UUID id) {
        accounts.enable(id);
    }

    @PostMapping("/{id}/end-sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Whoever is signed in with it has to sign in again")
    void endSessions(@PathVariable UUID id) {
        accounts.endSessions(id);
    }

    @GetMapping("/{id}/sessions")
    @Operation(summary = "From where it is signed in, the newest first")
    PageOf<AccountSession> sessions(@PathVariable UUID id) {
        List<AccountSession> open = sessions.of(id);
        return new PageOf<>(open, 0, Math.max(open.size(), PageOf.DEFAULT_SIZE), open.size());
    }

    @DeleteMapping("/{id}/sessions/{session}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "That session has to sign in again; the others go on")
    void endSession(@PathVariable UUID id, @PathVariable UUID session) {
        sessions.end(id, session);
    }
}
