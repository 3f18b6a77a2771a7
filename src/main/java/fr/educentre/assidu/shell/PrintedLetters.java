package fr.educentre.assidu.shell;

import java.util.Optional;

/** Which letters documents can print: whoever takes a name in says at once that it has others. */
public interface PrintedLetters {

    /** The first letter of the text that no document can print; empty where there is none. */
    Optional<String> missing(String text);
}
