package fr.educentre.assidu.sources.core;

import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Wording;
import java.util.List;

/** Why a server did not do what was asked, as the text that says what to do about it. @param key of the text */
public record RemoteProblem(String key, List<Object> arguments) {

    public RemoteProblem {
        arguments = List.copyOf(arguments);
    }

    public static RemoteProblem of(String key, Object... arguments) {
        return new RemoteProblem(key, List.of(arguments));
    }

    /** To be kept. */
    public Wording wording() {
        return Wording.of(key, arguments.toArray());
    }

    /** In the reader's language. */
    public String read(Texts texts) {
        return texts.get(key, arguments.toArray());
    }
}
