package fr.educentre.assidu.shell;

import java.util.List;

/** Implemented by modules whose things are found by the search over all screens; each looks for what its reader may see. */
public interface SearchSource {

    /** Names the kind in the text bundles ({@code search.kind.<kind>}) and in answers. */
    String kind();

    /** Its place among the kinds, smallest first. */
    int order();

    /** @param words as {@code jdbc.WordSearch} makes them, never empty; none found where the reader may not see the kind */
    Found find(String words, int most);

    /** The screen that lists them, filtered by what was typed as far as it can be; without leading slash. */
    String all(String typed);

    /** @param more whether there are others than these */
    record Found(List<Hit> hits, boolean more) {

        public static final Found NONE = new Found(List.of(), false);

        /** The first of what was read, one more than asked for telling that there are others. */
        public static Found of(List<Hit> read, int most) {
            return new Found(read.stream().limit(most).toList(), read.size() > most);
        }
    }

    /**
     * Something that was found.
     *
     * @param detail what tells it from others of that name
     * @param path of its screen, without leading slash
     */
    record Hit(String id, String title, String detail, String path) {}
}
