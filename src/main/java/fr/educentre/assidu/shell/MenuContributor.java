package fr.educentre.assidu.shell;

import java.util.List;
import java.util.Set;

/** Implemented by the modules that hang entries in the main menu. */
public interface MenuContributor {

    List<MenuEntry> menuEntries();

    /**
     * @param labelKey key of the text bundles
     * @param path route without leading slash
     * @param icon name of a Vaadin icon, e.g. {@code vaadin:users}
     * @param order place in the menu, smallest first
     * @param roles names of the roles that see it
     */
    record MenuEntry(String labelKey, String path, String icon, int order, Set<String> roles) {}
}
