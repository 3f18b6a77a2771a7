package fr.educentre.assidu.shell;

import java.util.List;
import java.util.Set;

/** Implemented by the modules that bring screens on which the centre is set up. */
public interface SettingsContributor {

    List<SettingsEntry> settings();

    /**
     * @param labelKey key of the text bundles
     * @param path route without leading slash
     * @param order place among the others, smallest first
     * @param roles names of the roles that see it
     */
    record SettingsEntry(String labelKey, String path, int order, Set<String> roles) {}
}
