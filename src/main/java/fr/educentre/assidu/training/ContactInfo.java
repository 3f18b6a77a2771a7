package fr.educentre.assidu.training;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Someone who may be told about a learner: guardian, tutor, employer's contact, referent, trainer. */
public record ContactInfo(
        UUID id,
        String name,
        @Nullable String email,
        @Nullable String phone) {}
