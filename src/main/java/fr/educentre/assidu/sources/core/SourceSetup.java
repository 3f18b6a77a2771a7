package fr.educentre.assidu.sources.core;

import fr.educentre.assidu.shell.Texts;
import java.util.List;

/** A connection as its screen shows it; a bean for each source. */
public interface SourceSetup {

    /** Name of the connector: {@code zoom}. Its texts are {@code connectors.<name>.name}, {@code .purpose}, {@code .guide}. */
    String connector();

    /** Place on the screen, smallest first. */
    int order();

    /** Texts of a field: {@code connectors.<connector>.field.<name>} and, with help, the same with {@code .help}. */
    List<Field> fields();

    /** What a field is called, in the reader's language. */
    default String label(Field field, Texts texts) {
        return texts.get("connectors." + connector() + ".field." + field.name());
    }

    /** Called before a person changes the settings, in the same transaction: what was set up elsewhere is to be removed. */
    default void changing() {}

    /** Tries the connection step by step; what is missing is said, with its remedy. Never throws for what a peer does. */
    List<Check> test();

    /** @param secret stored encrypted and never shown again */
    record Field(String name, boolean secret, boolean required) {
        public static Field plain(String name, boolean required) {
            return new Field(name, false, required);
        }

        public static Field secret(String name, boolean required) {
            return new Field(name, true, required);
        }
    }

    /** @param text in the reader's language: what was tried and found, or what is missing and what to do */
    record Check(Outcome outcome, String text) {}

    /** What became of one step of a test, worst last. */
    enum Outcome {
        OK,
        MISSING,
        FAILED
    }
}
