package fr.educentre.assidu.shell.web;

import fr.educentre.assidu.shell.ListParameters;
import fr.educentre.assidu.shell.Managed;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Versioned;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * All the calls by which one kind of thing is kept: found and read too.
 *
 * @param <C> what is kept of each
 */
public abstract class ManagedController<C> extends RecordController<C> {

    protected ManagedController(Managed<C> kept) {
        super(kept);
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
}
