package fr.educentre.assidu.rules.engine;

import java.util.List;

/** Rules put together for the engine, and what the engine's parser must find in them. */
public record GeneratedDrl(String drl, List<Expected> rules) {

    /** One rule as it must read once parsed, without white space. */
    record Expected(String name, List<String> patterns, String consequence) {}
}
