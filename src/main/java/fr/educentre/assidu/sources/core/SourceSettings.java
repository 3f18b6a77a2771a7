package fr.educentre.assidu.sources.core;

import java.util.Optional;

/**
 * What is known of a connection: what a person set on the connectors screen, else the property
 * {@code assidu.connectors.<connector>.<name>}. Blank is not set.
 */
public interface SourceSettings {

    Optional<String> find(String connector, String name);

    /** Where a person or a property set nothing: {@code usual}. */
    default String get(String connector, String name, String usual) {
        return find(connector, name).orElse(usual);
    }
}
