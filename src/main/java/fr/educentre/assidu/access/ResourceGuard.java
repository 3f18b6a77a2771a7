package fr.educentre.assidu.access;

import java.util.UUID;

/** Implemented by each module for the kinds of resource its REST calls name in a path. */
public interface ResourceGuard {

    String kind();

    /** Throws a {@code Refusal} of kind NOT_FOUND, then NOT_YOURS. */
    void check(Actor actor, UUID id);
}
