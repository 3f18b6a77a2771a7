package fr.educentre.assidu.access.ui;

import fr.educentre.assidu.shell.Texts;
import java.util.LinkedHashMap;
import java.util.Map;

/** A browser and its system, out of what it says of itself: a hint to recognise one's own, not a proof. */
final class BrowserWords {

    /** The first that is found counts: most browsers name others too. */
    private static final Map<String, String> BROWSERS = ordered(
            "Edg",
            "Edge",
            "OPR/",
            "Opera",
            "Firefox/",
            "Firefox",
            "Chrome/",
            "Chrome",
            "CriOS/",
            "Chrome",
            "Safari/",
            "Safari");

    private static final Map<String, String> SYSTEMS = ordered(
            "iPhone", "iPhone", "iPad", "iPad", "Android", "Android", "Windows", "Windows", "Mac OS", "macOS", "Linux",
            "Linux");

    private BrowserWords() {}

    static String of(String told, Texts texts) {
        String browser = first(BROWSERS, told);
        String system = first(SYSTEMS, told);
        if (browser.isEmpty()) {
            return texts.get("manage.account.sessions.browser");
        }
        return system.isEmpty() ? browser : texts.get("manage.account.sessions.browserOn", browser, system);
    }

    private static String first(Map<String, String> names, String told) {
        return names.entrySet().stream()
                .filter(name -> told.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            names.put(pairs[i], pairs[i + 1]);
        }
        return names;
    }
}
