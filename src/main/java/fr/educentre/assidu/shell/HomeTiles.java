package fr.educentre.assidu.shell;

import java.util.List;

/** Implemented by modules that say on the home screen what waits in them, or how they are doing. */
public interface HomeTiles {

    /**
     * Asked when home opens and while it is open: a cheap statement a tile.
     *
     * @param role name of the role acted in
     * @return none where the module has nothing to say to that role
     */
    List<HomeTile> of(String role);

    /**
     * A number that leads to what it counts.
     *
     * @param order place among the tiles, smallest first
     * @param labelKey key of the text bundles; {@code labelKey.note} says more about it
     * @param path route without leading slash, filters included
     */
    record HomeTile(int order, String labelKey, long count, String path) {}
}
