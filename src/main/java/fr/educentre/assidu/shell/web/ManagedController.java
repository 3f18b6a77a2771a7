package fr.educentre.assidu.shell.web;

import fr.educentre.assidu.shell.InvalidContent;
import fr.educentre.assidu.shell.ListParameters;
import fr.educentre.assidu.shell.Managed;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Versioned;
import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The calls by which one kind of thing is kept. Its path and who may call are said on the class of the kind.
 *
 * @param <C> what is kept of each
 */
public abstract class ManagedController<C> {

    private final Managed<C> kept;

    protected ManagedController(Managed<C> kept) {
        this.kept = kept;
    }

    @GetMapping
    @Operation(summary = "Those whose name or code holds a text, by name; the ones no longer used where asked for")
    public PageOf<Versioned<C>> list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String ended,
            @RequestParam(required = false) @Nullable String page,
            @RequestParam(required = false) @Nullable String size) {
        return kept.search(new Managed.Search(
                Objects.requireNonNullElse(q, ""),
                ListParameters.flag("ended", ended),
                ListParameters.page(page),
                ListParameters.size(size)));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One, with the version that a change gives back")
    public Versioned<C> one(@PathVariable UUID id) {
        return kept.get(id);
    }

    /** The same key again, by the same account, answers what the first call made. */
    @PostMapping
    @Operation(summary = "One more; with an Idempotency-Key the call may be repeated")
    public ResponseEntity<Versioned<C>> add(
            @RequestBody C content,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Principal caller) {
        UUID id =
                key == null || key.isBlank() ? UuidVersion7Strategy.INSTANCE.generateUuid(null) : repeated(key, caller);
        Versioned<C> added = kept.add(id, content);
        URI location = ServletUriComponentsBuilder.fromCurrentRequestUri()
                .pathSegment(String.valueOf(added.id()))
                .build()
                .toUri();
        return ResponseEntity.created(location).body(added);
    }

    @PutMapping("/{id}")
    @Operation(summary = "Puts this content in place of the one of that version; 409 where somebody changed it since")
    public Versioned<C> change(@PathVariable UUID id, @RequestBody Versioned<C> changed) {
        Integer version = changed.version();
        if (version == null) {
            throw new InvalidContent("version", "check.version");
        }
        return kept.change(id, version, changed.content());
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

    private UUID repeated(String key, Principal caller) {
        String path =
                ServletUriComponentsBuilder.fromCurrentRequestUri().build().getPath();
        return UUID.nameUUIDFromBytes((caller.getName() + '\n' + path + '\n' + key).getBytes(StandardCharsets.UTF_8));
    }
}
