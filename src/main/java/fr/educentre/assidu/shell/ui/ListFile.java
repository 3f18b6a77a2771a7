package fr.educentre.assidu.shell.ui;

import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.TableFile;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A list as a file: the rows that the reader's filters leave, the columns that the reader chose. Those for which the window has no
 * room are in it as well.
 *
 * @param columns beside the name
 */
record ListFile<T>(ListSpec<T> spec, List<TableColumn<T>> columns) {

    /** More would be a copy of the centre, long to read and to make. */
    static final int MOST = 10_000;

    /** @throws Refusal where there are more than {@value #MOST} rows: filters make them fewer */
    TableFile table() {
        return new TableFile(
                spec.title(),
                Stream.concat(Stream.of(spec.name().header()), columns.stream().map(TableColumn::header))
                        .toList(),
                rows());
    }

    /** Each page is written as it is read: what its rows name may have been read with it. */
    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        PageOf<T> page;
        int next = 0;
        do {
            page = spec.pages().read(next++, PageOf.MAX_SIZE);
            if (page.totalElements() > MOST) {
                throw Refusal.invalid("shell.list.tooMany", page.totalElements(), MOST);
            }
            page.items().forEach(row -> rows.add(cells(row)));
        } while ((long) next * PageOf.MAX_SIZE < page.totalElements());
        return rows;
    }

    private List<String> cells(T row) {
        return Stream.concat(
                        Stream.of(spec.name().text().apply(row)),
                        columns.stream().map(column -> column.text().apply(row)))
                .toList();
    }
}
