package fr.educentre.assidu.shell.web;

import fr.educentre.assidu.shell.Managed;
import fr.educentre.assidu.shell.Versioned;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The calls by which things of one kind are entered, corrected and removed. Its path and who may call are said on the class of the kind.
 *
 * @param <C> what is kept of each
 */
public abstract class RecordController<C> {

    protected final Managed<C> kept;

    protected RecordController(Managed<C> kept) {
        this.kept = kept;
    }

    /** The same key again, by the same account, answers what the first call made. */
    @PostMapping
    @Operation(summary = "One more; with an Idempotency-Key the call may be repeated")
    public ResponseEntity<RecordAnswer<C>> add(
            @RequestBody C content,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Principal caller) {
        Versioned<C> added = kept.add(RecordCalls.id(key, caller), content);
        return RecordCalls.created(added.id(), RecordAnswer.of(kept, added));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Puts this content in place of the one of that version; 409 where somebody changed it since")
    public RecordAnswer<C> change(@PathVariable UUID id, @RequestBody Versioned<C> changed) {
        return RecordAnswer.of(kept, kept.change(id, RecordCalls.version(changed), changed.content()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Removes what nothing refers to; 409 says by what it is used")
    public void remove(@PathVariable UUID id) {
        kept.remove(id);
    }

    @GetMapping("/{id}/history")
    @Operation(summary = "Who changed what and when, newest first")
    public List<Managed.Change> history(@PathVariable UUID id) {
        return kept.history(id);
    }
}
