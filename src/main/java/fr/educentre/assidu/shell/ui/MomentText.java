package fr.educentre.assidu.shell.ui;

import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Texts;
import java.time.LocalDateTime;

/** A moment as calls write it, with or without its offset, and as a field shows it: by the time of its place. */
public final class MomentText {

    private static final int LOCAL = 16;

    private MomentText() {}

    static LocalDateTime local(Object written) {
        return LocalDateTime.parse(String.valueOf(written).substring(0, LOCAL));
    }

    static String written(LocalDateTime moment) {
        return moment.toString();
    }

    /** As people read it. */
    public static String words(Object written, Texts texts) {
        LocalDateTime local = local(written);
        return ReaderFormats.day(local.toLocalDate(), texts.language()) + ", " + local.toLocalTime();
    }
}
