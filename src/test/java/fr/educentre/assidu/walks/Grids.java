package fr.educentre.assidu.walks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/** The rows of the grids of a page: their cells sit beside one another, so that a row is put together here. */
final class Grids {

    private static final String ROWS = """
            () => [...document.querySelectorAll('vaadin-grid')].flatMap(grid =>
                [...grid.shadowRoot.querySelectorAll('tbody tr')].map(row =>
                    [...row.querySelectorAll('slot')].flatMap(slot => slot.assignedNodes())
                        .map(cell => cell.innerText).join(' | ')))
            """;

    private Grids() {}

    /** Waits until the row of this name says so. */
    static void shows(Page page, String name, String expected) {
        await().untilAsserted(() -> assertThat(rows(page))
                .as("row of %s", name)
                .anySatisfy(row -> assertThat(row).contains(name).contains(expected)));
    }

    static List<String> rows(Page page) {
        return ((List<?>) page.evaluate(ROWS, Map.of()))
                .stream()
                        .map(String::valueOf)
                        .map(row -> row.replace('\u00a0', ' '))
                        .toList();
    }
}
