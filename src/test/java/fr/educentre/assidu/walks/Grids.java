package fr.educentre.assidu.walks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/** The rows of the grids of a page: their cells sit beside one another, so that a row is put together here. */
final class Grids {

    /** A long list draws only what is seen: it is scrolled to its end, since other tests may have filled it. */
    private static final String ROWS = """
            async () => {
                const text = row => [...row.querySelectorAll('slot')].flatMap(slot => slot.assignedNodes())
                    .map(cell => cell.innerText).join(' | ');
                const drawn = grid => [...grid.shadowRoot.querySelectorAll('tbody tr')].filter(row => !row.hidden);
                const frame = () => new Promise(requestAnimationFrame);
                const rows = [];
                for (const grid of document.querySelectorAll('vaadin-grid')) {
                    const size = grid._flatSize ?? 0;
                    const first = drawn(grid);
                    if (first.length >= size) {
                        rows.push(...first.map(text));
                        continue;
                    }
                    const found = new Map();
                    for (let index = 0; index < size; index += Math.max(1, first.length - 5)) {
                        grid.scrollToIndex(index);
                        for (let turn = 0; turn < 120; turn++) {
                            await frame();
                            if (turn > 1 && !grid.loading) {
                                break;
                            }
                        }
                        drawn(grid).forEach(row => found.set(row.index, text(row)));
                    }
                    grid.scrollToIndex(0);
                    rows.push(...found.values());
                }
                return rows;
            }
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
