package fr.educentre.assidu.messaging.internal;

import fr.educentre.assidu.shell.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail as people write it. A blank stands in braces, {@code {prenom}}; what is between {@code {si telephone}} and {@code {/}}
 * is left out where that blank stays empty, what is between {@code {sauf telephone}} and {@code {/}} where it does not. Blanks
 * are chosen among those of the mail, and nothing else is read: what looks like the language of the templates is text.
 */
final class TemplateWords {

    private static final Pattern MARK = Pattern.compile("\\{([^{}\\n]*)}");
    private static final Pattern SPOKEN = Pattern.compile("(?:(si|sauf) )?(\\w+)");
    private static final String END = "/";

    private static final Pattern SHIPPED =
            Pattern.compile("\\[\\(\\$\\{(\\w+)}\\)]|\\[# th:(if|unless)=\"\\$\\{(\\w+) (==|!=) ''}\"]|\\[/]");

    private TemplateWords() {}

    /** A shipped mail in these words. */
    static String of(String shipped) {
        return SHIPPED.matcher(shipped).replaceAll(found -> {
            if (found.group(1) != null) {
                return "{" + found.group(1) + "}";
            }
            if (found.group(3) == null) {
                return "{" + END + "}";
            }
            boolean filled = found.group(4).equals("!=") == found.group(2).equals("if");
            return "{" + (filled ? "si " : "sauf ") + found.group(3) + "}";
        });
    }

    /** As the template engine reads it. */
    static String template(String words) {
        var template = new StringBuilder();
        Matcher marks = MARK.matcher(words);
        int from = 0;
        while (marks.find()) {
            template.append(text(words.substring(from, marks.start()))).append(mark(marks.group(1)));
            from = marks.end();
        }
        return template.append(text(words.substring(from))).toString();
    }

    private static String mark(String inside) {
        if (inside.equals(END)) {
            return "[/]";
        }
        Matcher spoken = SPOKEN.matcher(inside);
        if (!spoken.matches()) {
            throw new IllegalArgumentException("Not a blank: " + inside);
        }
        String name = spoken.group(2);
        return spoken.group(1) == null
                ? "[(${" + name + "})]"
                : "[# th:if=\"${" + name + (spoken.group(1).equals("si") ? " != " : " == ") + "''}\"]";
    }

    /** A bracket begins what the engine reads: each is said to be a bracket. */
    private static String text(String plain) {
        return plain.replace("[", "[('[')]");
    }

    /**
     * What is wrong with words that are to become a mail.
     *
     * @param field which they were written in
     * @param blanks that the mail can fill
     */
    static List<FieldProblem> problems(String field, String words, Set<String> blanks) {
        List<FieldProblem> problems = new ArrayList<>();
        Matcher marks = MARK.matcher(words);
        int open = 0;
        while (marks.find()) {
            String inside = marks.group(1);
            if (inside.equals(END)) {
                open--;
                if (open < 0) {
                    problems.add(
                            new FieldProblem(field, "messaging.template.wrong.end", line(words, marks.start()), "{/}"));
                    open = 0;
                }
                continue;
            }
            Matcher spoken = SPOKEN.matcher(inside);
            boolean said = spoken.matches();
            if (said && spoken.group(1) != null) {
                open++;
            }
            if (!said || !blanks.contains(spoken.group(2))) {
                problems.add(new FieldProblem(
                        field, "messaging.template.wrong.blank", line(words, marks.start()), inside, list(blanks)));
            }
        }
        if (open > 0) {
            problems.add(new FieldProblem(field, "messaging.template.wrong.open", open, "{/}"));
        }
        Matcher braces = Pattern.compile("[{}]").matcher(MARK.matcher(words).replaceAll(""));
        if (braces.find()) {
            problems.add(new FieldProblem(field, "messaging.template.wrong.brace", "{prenom}"));
        }
        return problems;
    }

    private static String list(Set<String> blanks) {
        return String.join(
                ", ", blanks.stream().sorted(String.CASE_INSENSITIVE_ORDER).toList());
    }

    /** From 1. */
    private static long line(String words, int at) {
        return words.substring(0, at).chars().filter(one -> one == '\n').count() + 1;
    }
}
