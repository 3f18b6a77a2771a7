package fr.educentre.assidu.shell;

import java.util.List;

/** The search over all screens; implemented where modules are brought together. */
public interface GlobalSearch {

    /** A kind of things with those of it that were found; kinds of which there are none are left out. */
    List<KindFound> find(String typed);

    /** @param all the screen that lists them, without leading slash */
    record KindFound(String kind, List<SearchSource.Hit> hits, boolean more, String all) {}
}
