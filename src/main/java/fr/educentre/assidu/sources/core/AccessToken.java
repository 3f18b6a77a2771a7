package fr.educentre.assidu.sources.core;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** @param until a little before it expires; @param answer what the server granted it with */
public record AccessToken(String value, Instant from, Instant until, JsonNode answer) {

    boolean isValid(Instant now) {
        return !now.isBefore(from) && now.isBefore(until);
    }

    @Override
    public String toString() {
        return "AccessToken[until " + until + "]";
    }
}
