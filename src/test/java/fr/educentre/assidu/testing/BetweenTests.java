package fr.educentre.assidu.testing;

/** Implemented by what brings back to its beginning a part of the application that remembers what happened when. */
public interface BetweenTests {
    void reset();
}
