package fr.educentre.assidu.training.management;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A place where people are taught. */
public record SiteContent(
        @Valid @JsonUnwrapped SiteFields fields, @Valid List<Closure> closures) {

    public SiteContent(SiteFields fields, @Nullable List<Closure> closures) {
        this.fields = fields;
        this.closures = List.copyOf(Objects.requireNonNullElse(closures, List.of()));
    }
}
