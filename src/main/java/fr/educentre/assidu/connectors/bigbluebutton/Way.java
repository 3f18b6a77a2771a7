package fr.educentre.assidu.connectors.bigbluebutton;

import java.util.Locale;
import java.util.Map;

/** How a delivery came; kept among its headers. */
public enum Way {
    HOOK,
    ANALYTICS,
    POLL,
    END;

    public static final String HEADER = "assidu-way";

    public String header() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Way of(Map<String, String> headers) {
        String told = headers.getOrDefault(HEADER, "");
        for (Way way : values()) {
            if (way.header().equals(told)) {
                return way;
            }
        }
        return HOOK;
    }
}
