package fr.educentre.assidu.alerts.internal;

import fr.educentre.assidu.shell.Texts;
import java.util.List;
import java.util.stream.Collectors;

/** Actions as people read them. */
public final class ActionLabels {

    private ActionLabels() {}

    public static String of(List<String> codes, Texts texts) {
        return codes.stream().map(code -> ActionCode.text(code, texts)).collect(Collectors.joining(", "));
    }
}
