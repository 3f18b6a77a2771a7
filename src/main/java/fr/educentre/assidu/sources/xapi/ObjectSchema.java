package fr.educentre.assidu.sources.xapi;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An object with the members it must and may have, and no other. */
final class ObjectSchema implements ValueChecks {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final Map<String, ValueChecks> members = new LinkedHashMap<>();
    private final Set<String> required = new LinkedHashSet<>();
    private BiConsumer<Map<?, ?>, String> whole = (object, path) -> {};

    ObjectSchema required(String name, ValueChecks check) {
        required.add(name);
        return optional(name, check);
    }

    ObjectSchema optional(String name, ValueChecks check) {
        members.put(name, check);
        return this;
    }

    ObjectSchema rule(BiConsumer<Map<?, ?>, String> rule) {
        whole = whole.andThen(rule);
        return this;
    }

    @Override
    public void check(@Nullable Object value, String path) {
        ValueChecks.object(this::members).check(value, path);
    }

    private void members(Map<?, ?> object, String path) {
        object.forEach((name, one) -> {
            ValueChecks check = members.get(String.valueOf(name));
            if (check == null) {
                throw new InvalidStatement(member(path, String.valueOf(name)), "unknown");
            }
            check.check(one, member(path, String.valueOf(name)));
        });
        for (String name : required) {
            if (!object.containsKey(name)) {
                throw new InvalidStatement(member(path, name), "missing");
            }
        }
        whole.accept(object, path);
    }

    static String member(String path, String name) {
        return PLAIN.matcher(name).matches()
                ? path + "." + name
                : path + "['" + name.replace("\\", "\\\\").replace("'", "\\'") + "']";
    }
}
