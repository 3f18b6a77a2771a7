package fr.educentre.assidu.training.roster;

/** Told how far a long import is. */
@FunctionalInterface
interface Progress {

    Progress NONE = (done, total) -> {};

    void at(int done, int total);
}
