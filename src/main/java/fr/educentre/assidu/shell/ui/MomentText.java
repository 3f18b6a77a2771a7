package fr.educentre.assidu.shell.ui;

import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Texts;
import java.time.LocalDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A moment as calls write it, with or without its offset, and as a field shows it: by the time of its place. */
public final class MomentText {

    private static final int LOCAL = 16;
    private static final Pattern OFFSET = Pattern.compile("(Z|[+-]\\d\\d:\\d\\d)$");

    private MomentText() {}

    static LocalDateTime local(Object written) {
        return LocalDateTime.parse(String.valueOf(written).substring(0, LOCAL));
    }

    static String written(LocalDateTime moment) {
        return moment.toString();
    }

    /** The offset it was written with; empty without one. */
    static String offset(Object written) {
        Matcher offset = OFFSET.matcher(String.valueOf(written));
        return offset.find() ? offset.group() : "";
    }

    /** As people read it. */
    public static String words(Object written, Texts texts) {
        LocalDateTime local = local(written);
        return ReaderFormats.day(local.toLocalDate(), texts.language()) + ", " + local.toLocalTime();
    }
}
