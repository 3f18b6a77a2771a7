package fr.educentre.assidu.walks;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** Choosing from the lists of a page: only the one that is open counts, since closed ones keep their entries. */
final class Lists {

    private Lists() {}

    static void choose(Page page, String label, String option) {
        Locator list = page.locator("vaadin-select")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("label").filter(new Locator.FilterOptions().setHasText(exactly(label)))))
                .first();
        list.locator("vaadin-select-value-button").click();
        page.locator("vaadin-select[opened] vaadin-select-list-box vaadin-select-item")
                .filter(new Locator.FilterOptions().setHasText(exactly(option)))
                .click();
        list.and(page.locator(":not([opened])")).waitFor();
    }

    /** In a list that is searched: what is found is waited for. */
    static void find(Page page, String label, String option) {
        page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(label))
                .fill(option);
        page.locator("vaadin-combo-box-item:visible")
                .filter(new Locator.FilterOptions().setHasText(option))
                .first()
                .click();
    }

    private static Pattern exactly(String text) {
        return Pattern.compile("^\\s*" + text + "\\s*$");
    }
}
