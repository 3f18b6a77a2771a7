package fr.educentre.assidu.signing;

/** How somebody signed. All are of the same worth: nobody has to draw. */
public enum SigningMeans {
    /** By hand on a screen; the lines are kept. */
    DRAWN,
    /** By saying so: a button, a key. */
    CONFIRMED
}
