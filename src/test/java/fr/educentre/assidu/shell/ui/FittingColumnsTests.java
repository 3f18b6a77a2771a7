package fr.educentre.assidu.shell.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FittingColumnsTests {

    private static final List<TableColumn<String>> COLUMNS = List.of(
            column("code").low(),
            column("group"),
            column("phone").high(),
            column("site"),
            column("dates").low());

    private static TableColumn<String> column(String key) {
        return TableColumn.<String>of(key, key, text -> text).taking(10);
    }

    @Test
    void all_are_shown_where_there_is_room() {
        assertThat(fitting(50)).containsExactly("code", "group", "phone", "site", "dates");
    }

    @Test
    void the_least_important_leave_first_from_the_end() {
        assertThat(fitting(49)).containsExactly("code", "group", "phone", "site");
        assertThat(fitting(39)).containsExactly("group", "phone", "site");
        assertThat(fitting(29)).containsExactly("group", "phone");
        assertThat(fitting(19)).containsExactly("phone");
    }

    @Test
    void the_name_and_what_can_be_done_take_their_room_before_any_column() {
        int name = FittingColumns.NAME * 16 + 2;
        assertThat(FittingColumns.within(name + 13 * 16 + 160, 13).of(COLUMNS)).hasSize(1);
        assertThat(FittingColumns.within(name + 13 * 16 + 159, 13).of(COLUMNS)).isEmpty();
    }

    @Test
    void all_are_shown_until_the_window_has_said_how_wide_it_is() {
        assertThat(FittingColumns.within(0, 13).of(COLUMNS)).hasSize(5);
        assertThat(FittingColumns.within(-1, 13).of(COLUMNS)).hasSize(5);
    }

    private static List<String> fitting(int rems) {
        return new FittingColumns(rems)
                .of(COLUMNS).stream().map(TableColumn::key).toList();
    }
}
