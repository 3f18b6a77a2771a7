package fr.educentre.assidu.sources.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The part of the server that keeps who is to be told of events. */
final class BbbHooks {

    private final Map<Integer, String> hooks = new LinkedHashMap<>();
    private int last;

    List<String> urls() {
        return List.copyOf(hooks.values());
    }

    void drop() {
        hooks.clear();
    }

    String call(String call, Map<String, String> given) {
        return switch (call) {
            case "hooks/create" -> create(given.getOrDefault("callbackURL", ""));
            case "hooks/list" -> BbbXml.success("<hooks>" + String.join("", all()) + "</hooks>");
            case "hooks/destroy" ->
                hooks.remove(Integer.valueOf(given.getOrDefault("hookID", "0"))) == null
                        ? BbbXml.failed("destroyMissingHook", "The hook informed was not found.")
                        : BbbXml.success("<removed>true</removed>");
            default -> BbbXml.failed("unsupportedRequest", "This request is not supported.");
        };
    }

    private String create(String url) {
        for (Map.Entry<Integer, String> hook : hooks.entrySet()) {
            if (hook.getValue().equals(url)) {
                return BbbXml.success(
                        "<hookID>" + hook.getKey() + "</hookID><messageKey>duplicateWarning</messageKey>");
            }
        }
        hooks.put(++last, url);
        return BbbXml.success("<hookID>" + last + "</hookID><permanentHook>false</permanentHook>");
    }

    private List<String> all() {
        return hooks.entrySet().stream()
                .map(hook -> "<hook><hookID>" + hook.getKey() + "</hookID><callbackURL><![CDATA[" + hook.getValue()
                        + "]]></callbackURL></hook>")
                .toList();
    }
}
