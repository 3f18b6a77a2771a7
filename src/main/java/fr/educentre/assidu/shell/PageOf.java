package fr.educentre.assidu.shell;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param page from 0
 * @param size asked for, 500 at most
 */
public record PageOf<T>(List<T> items, int page, int size, long totalElements) {

    public static final int DEFAULT_SIZE = 50;
    public static final int MAX_SIZE = 500;

    /** So that the place of its first item is a number of thirty-one bits, whatever the size. */
    private static final int LAST_PAGE = Integer.MAX_VALUE / MAX_SIZE - 1;

    /** @throws Refusal where no page has that number */
    public static int page(int asked) {
        return within("page", asked, 0, LAST_PAGE);
    }

    /** @throws Refusal outside 1 to {@value #MAX_SIZE} */
    public static int size(int asked) {
        return within("size", asked, 1, MAX_SIZE);
    }

    private static int within(String name, int asked, int least, int most) {
        if (asked < least || asked > most) {
            throw Refusal.malformed("refusal.parameter", name, String.valueOf(asked));
        }
        return asked;
    }

    public <R> PageOf<R> map(Function<? super T, R> mapper) {
        return new PageOf<>(items.stream().<R>map(mapper).toList(), page, size, totalElements);
    }
}
