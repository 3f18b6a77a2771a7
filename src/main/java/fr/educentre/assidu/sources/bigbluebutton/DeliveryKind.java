package fr.educentre.assidu.sources.bigbluebutton;

import java.util.Locale;
import java.util.Map;

/** How a delivery came; stored among its headers. */
public enum DeliveryKind {
    HOOK,
    ANALYTICS,
    POLL,
    END;

    public static final String HEADER = "assidu-way";

    public String header() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DeliveryKind of(Map<String, String> headers) {
        String told = headers.getOrDefault(HEADER, "");
        for (DeliveryKind way : values()) {
            if (way.header().equals(told)) {
                return way;
            }
        }
        return HOOK;
    }
}
