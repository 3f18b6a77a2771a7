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

    public <R> PageOf<R> map(Function<? super T, R> mapper) {
        return new PageOf<>(items.stream().<R>map(mapper).toList(), page, size, totalElements);
    }
}
