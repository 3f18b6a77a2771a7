package fr.educentre.assidu.rules.internal;

import java.util.List;
import java.util.Map;

/**
 * Rules put together for the engine, and what the engine's parser must find in them.
 *
 * @param conditions key of each distinct condition by its meaning
 */
record Assembled(String drl, List<Expected> rules, Map<String, String> conditions) {

    /** One rule as it must read once parsed, without white space. */
    record Expected(String name, List<String> patterns, String consequence) {}
}
