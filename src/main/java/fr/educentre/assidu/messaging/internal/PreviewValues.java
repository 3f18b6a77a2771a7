package fr.educentre.assidu.messaging.internal;

import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.Learners;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What fills the blanks of a mail that is only looked at: the learner's names where one is chosen, invented values else. */
@Component
class PreviewValues {

    private final Texts texts;
    private final Learners learners;
    private final CentreNames centre;

    PreviewValues(Texts texts, Learners learners, CentreNames centre) {
        this.texts = texts;
        this.learners = learners;
        this.centre = centre;
    }

    Map<String, String> of(Set<String> blanks, Locale locale, @Nullable UUID learnerId) {
        Map<String, String> values = new HashMap<>(centre.added(Map.of()));
        if (learnerId != null) {
            LearnerInfo learner = learners.find(learnerId).orElseThrow(() -> Refusal.notFound("learner"));
            values.put("prenom", learner.firstName());
            values.put("nom", learner.name());
        }
        blanks.forEach(name -> values.putIfAbsent(name, texts.in(locale, "messaging.blank." + name + ".sample")));
        return values;
    }
}
