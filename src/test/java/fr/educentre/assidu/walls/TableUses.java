package fr.educentre.assidu.walls;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which of the known tables and views a text of SQL, or a part of one, reads or writes. */
final class TableUses {

    private static final Pattern TOKEN =
            Pattern.compile("--[^\\n]*|/\\*.*?\\*/|'(?:[^']|'')*'|[A-Za-z_][A-Za-z0-9_.]*|[(),;]|\\S", Pattern.DOTALL);
    private static final Set<String> OPENING = Set.of("from", "join", "into", "update", "using", "only", "table");
    private static final Set<String> CLOSING = Set.of(
            "where", "group", "order", "select", "set", "on", "having", "limit", "values", "returning", "union", "for");

    private TableUses() {}

    /** @param known names in lower case */
    static Set<String> in(String sql, Collection<String> known) {
        List<String> tokens = TOKEN.matcher(sql)
                .results()
                .map(found -> found.group().toLowerCase(Locale.ROOT))
                .filter(token -> !token.startsWith("--") && !token.startsWith("/*") && !token.startsWith("'"))
                .toList();
        Set<String> ownNames = ownNames(tokens);
        Set<String> found = new LinkedHashSet<>();
        var listing = new ArrayDeque<Boolean>();
        boolean inList = false;
        String last = "";
        for (String token : tokens) {
            if (token.equals("(")) {
                listing.push(inList);
                inList = false;
            } else if (token.equals(")")) {
                inList = !listing.isEmpty() && listing.pop();
            } else if (CLOSING.contains(token)) {
                inList = false;
            } else if (token.equals("from") && !last.equals("distinct") || token.equals("using")) {
                inList = true;
            } else if (OPENING.contains(last) || last.equals(",") && inList) {
                String name = token.startsWith("public.") ? token.substring("public.".length()) : token;
                if (known.contains(name) && !ownNames.contains(name)) {
                    found.add(name);
                }
            }
            last = token;
        }
        return found;
    }

    /** Names that the statement gives itself: {@code with name as (}, {@code name (columns) as (}. */
    private static Set<String> ownNames(List<String> tokens) {
        var names = new HashSet<String>();
        for (int i = 1; i + 2 < tokens.size(); i++) {
            boolean starts = tokens.get(i - 1).equals("with")
                    || tokens.get(i - 1).equals("recursive")
                    || tokens.get(i - 1).equals(",");
            if (starts && tokens.get(i + 1).equals("as") && tokens.get(i + 2).matches("\\(|materialized|not")) {
                names.add(tokens.get(i));
            }
        }
        return names;
    }
}
