package fr.educentre.assidu.overview;

import java.time.Instant;
import java.util.UUID;

/** A link to the page of follow-up that works, and whose it is; what it is made of is known to its recipient alone. */
public record FollowUpLink(UUID id, String name, String address, Instant sentAt, Instant expiresAt) {}
