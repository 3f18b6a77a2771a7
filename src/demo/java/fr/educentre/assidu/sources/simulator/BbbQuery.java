package fr.educentre.assidu.sources.simulator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** What a call of the API asks, exactly as it was sent. */
record BbbQuery(String text) {

    boolean signed(String call, String secret, boolean sha256Taken) {
        int at = text.lastIndexOf("checksum=");
        if (at < 0) {
            return false;
        }
        String checksum = text.substring(at + 9);
        String covered = at == 0 ? "" : text.substring(0, at - 1);
        String algorithm = checksum.length() == 40 ? "SHA-1" : "SHA-256";
        return (sha256Taken || algorithm.equals("SHA-1"))
                && BbbSender.hex(algorithm, call + covered + secret).equals(checksum);
    }

    Map<String, String> parameters() {
        Map<String, String> found = new HashMap<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                found.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return found;
    }
}
