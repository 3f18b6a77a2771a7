package fr.educentre.assidu.documents.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Why a document is cancelled. */
record DocumentCancellation(@Nullable String reason) {

    String why() {
        return Objects.requireNonNullElse(reason, "");
    }
}
