package fr.educentre.assidu.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageOfTests {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4_294_965})
    void the_first_item_of_a_page_has_a_place_that_can_be_counted(int page) {
        assertThat(Math.multiplyExact(PageOf.page(page), PageOf.MAX_SIZE)).isNotNegative();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE, 4_294_967, Integer.MAX_VALUE})
    void another_page_is_refused(int page) {
        assertThatThrownBy(() -> PageOf.page(page)).isInstanceOf(Refusal.class);
    }
}
