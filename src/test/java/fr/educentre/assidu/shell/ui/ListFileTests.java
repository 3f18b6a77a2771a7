package fr.educentre.assidu.shell.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.html.Span;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListFileTests {

    private final List<Integer> read = new ArrayList<>();

    @Test
    void every_page_is_in_it_with_the_columns_that_were_chosen() {
        var table = file(1203, List.of("size")).table();
        assertThat(table.columns()).containsExactly("Nom", "size");
        assertThat(table.rows()).hasSize(1203).contains(List.of("row 0", "5"), List.of("row 1202", "8"));
        assertThat(read).containsExactly(0, 1, 2);
    }

    @Test
    void an_empty_list_is_a_line_of_headings() {
        assertThat(file(0, List.of("size")).table().rows()).isEmpty();
    }

    @Test
    void more_than_a_file_holds_is_refused_before_it_is_read() {
        assertThat(file(ListFile.MOST, List.of()).table().rows()).hasSize(ListFile.MOST);
        read.clear();
        var tooMany = file(ListFile.MOST + 1, List.of());
        assertThatThrownBy(tooMany::table)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.key()).isEqualTo("shell.list.tooMany"));
        assertThat(read).containsExactly(0);
    }

    @Test
    void no_name_becomes_a_formula() {
        var spec = new ListSpec<>(
                "essai",
                "Essai",
                new ListSpec.Name<String>("Nom", text -> text, Span::new),
                List.of(),
                ListSpec.Actions.none(),
                (page, size) -> new PageOf<>(List.of("=1+1"), page, size, 1));
        assertThat(new String(new ListFile<>(spec, List.of()).table().csv(), StandardCharsets.UTF_8))
                .contains("'=1+1");
    }

    private ListFile<String> file(int rows, List<String> columns) {
        var spec = new ListSpec<>(
                "essai",
                "Essai",
                new ListSpec.Name<String>("Nom", text -> text, Span::new),
                columns.stream()
                        .map(key -> TableColumn.<String>of(key, key, text -> String.valueOf(text.length())))
                        .toList(),
                ListSpec.Actions.none(),
                (page, size) -> {
                    read.add(page);
                    return new PageOf<>(
                            IntStream.range(page * size, Math.min((page + 1) * size, rows))
                                    .mapToObj(i -> "row " + i)
                                    .toList(),
                            page,
                            size,
                            rows);
                });
        return new ListFile<>(spec, spec.columns());
    }
}
