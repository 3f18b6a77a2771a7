package fr.educentre.assidu.shell;

import java.util.List;

/** Implemented by the modules that bring screens about the account of whoever signed in. */
public interface AccountMenuContributor {

    List<AccountEntry> accountEntries();

    /**
     * @param labelKey key of the text bundles
     * @param path route without leading slash, open to every role
     */
    record AccountEntry(String labelKey, String path) {}
}
