package fr.educentre.assidu.shell;

/** Fills a part of the demonstration's centre, on an empty database and in the demonstration only. */
public interface DemoStep {

    /** Smallest first: 100 the centre itself, then what builds upon it. */
    int order();

    void run(DemoPlan plan);
}
