package fr.educentre.assidu.imports.meetings;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Filters of mails put addresses of their own before the links of an invitation. Most write the address inside theirs: as a
 * parameter (Safe Links, Barracuda, Google), at the end of their path (Cisco), or in letters of their own (Proofpoint).
 */
final class HiddenAddress {

    private static final int DEEPEST = 3;
    private static final int MOST = 20;
    private static final Pattern PROOFPOINT_2 =
            Pattern.compile("https?://urldefense\\.proofpoint\\.com/v2/url\\?(?:.*&)?u=([^&]+).*");
    private static final Pattern PROOFPOINT_3 =
            Pattern.compile("https?://urldefense\\.(?:proofpoint\\.)?com/v3/__(.+?)__;([A-Za-z0-9+/_-]*=*)!.*");
    private static final Pattern ORIGIN = Pattern.compile("(https?://[^/?#]+).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern PARAMETER = Pattern.compile("[?&#;][A-Za-z0-9_.-]{1,40}=([^&#]+)");
    private static final Pattern IN_PATH = Pattern.compile("https?(?:%3a|:)", Pattern.CASE_INSENSITIVE);
    private static final String RUNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final int SHORTEST_RUN = 2;

    private HiddenAddress() {}

    /** The address itself, then those inside it, however often it was wrapped. */
    static List<String> all(String url) {
        List<String> found = new ArrayList<>();
        found.add(url);
        List<String> layer = List.of(url);
        for (int depth = 0; depth < DEEPEST; depth++) {
            layer = layer.stream().flatMap(one -> inside(one).stream()).toList();
            layer.stream()
                    .filter(one -> found.size() < MOST && !found.contains(one))
                    .forEach(found::add);
        }
        return found;
    }

    private static List<String> inside(String url) {
        Matcher second = PROOFPOINT_2.matcher(url);
        if (second.matches()) {
            return decoded(second.group(1).replace('-', '%').replace('_', '/'))
                    .map(List::of)
                    .orElse(List.of());
        }
        Matcher third = PROOFPOINT_3.matcher(url);
        if (third.matches()) {
            return List.of(restored(third.group(1), third.group(2)));
        }
        List<String> found = new ArrayList<>();
        Matcher parameter = PARAMETER.matcher(url);
        while (parameter.find() && found.size() < MOST) {
            decoded(parameter.group(1)).flatMap(value -> address(url, value)).ifPresent(found::add);
        }
        Matcher path = IN_PATH.matcher(url);
        if (path.find(Math.min(url.length(), 8))) {
            decoded(url.substring(path.start()))
                    .flatMap(value -> address(url, value))
                    .ifPresent(found::add);
        }
        return found;
    }

    /** A launcher names a path of its own server. */
    private static Optional<String> address(String around, String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        if (lower.startsWith("http://") || lower.startsWith("https://")) {
            return Optional.of(value);
        }
        Matcher origin = ORIGIN.matcher(around);
        return value.startsWith("/") && origin.matches() ? Optional.of(origin.group(1) + value) : Optional.empty();
    }

    /** Each star stands for one letter that the filter took out, two stars and a letter for several of them. */
    private static String restored(String address, String taken) {
        String letters;
        try {
            letters = new String(
                    Base64.getUrlDecoder().decode(taken.replace('+', '-').replace('/', '_')), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            letters = "";
        }
        var whole = new StringBuilder();
        int next = 0;
        for (int i = 0; i < address.length(); i++) {
            if (address.charAt(i) != '*') {
                whole.append(address.charAt(i));
                continue;
            }
            int length = 1;
            if (i + 2 < address.length() && address.charAt(i + 1) == '*') {
                length = RUNS.indexOf(address.charAt(i + 2)) + SHORTEST_RUN;
                i += 2;
            }
            int end = Math.min(letters.length(), next + length);
            whole.append(letters, next, end);
            next = end;
        }
        return whole.toString().replaceFirst("^(https?):/(?!/)", "$1://");
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
