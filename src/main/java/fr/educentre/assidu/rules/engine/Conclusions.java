package fr.educentre.assidu.rules.engine;

import fr.educentre.assidu.rules.measures.LearnerMeasures;
import java.util.ArrayList;
import java.util.List;

/** Where one run of the engine puts what it concludes. */
public final class Conclusions {

    private final List<Conclusion> all = new ArrayList<>();

    public Conclusion open(LearnerMeasures learner, String rule) {
        var conclusion = new Conclusion(learner, rule);
        all.add(conclusion);
        return conclusion;
    }

    List<Conclusion> all() {
        return all;
    }
}
