package fr.educentre.assidu.imports.lists;

/** Told how far a long import is. */
@FunctionalInterface
interface ImportProgressListener {

    ImportProgressListener NONE = (done, total) -> {};

    void at(int done, int total);
}
