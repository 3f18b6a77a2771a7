package fr.educentre.assidu.messaging.internal;

import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.training.Centre;
import fr.educentre.assidu.training.OrganisationInfo;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** How the centre signs its mails, unless a mail says so itself. */
@Component
class CentreNames {

    /** What every mail can say. */
    static final Set<String> BLANKS = Set.of("organisme", "telephone");

    private final Centre centre;
    private final Texts texts;

    CentreNames(Centre centre, Texts texts) {
        this.centre = centre;
        this.texts = texts;
    }

    Map<String, String> added(Map<String, String> values) {
        if (values.containsKey("organisme") && values.containsKey("telephone")) {
            return values;
        }
        Map<String, String> all = new HashMap<>(values);
        try {
            OrganisationInfo organisation = centre.organisation();
            all.putIfAbsent("organisme", organisation.name());
            all.putIfAbsent("telephone", organisation.contact().phone());
        } catch (Refusal notDescribedYet) {
            all.putIfAbsent("organisme", texts.in(Texts.FRENCH, "shell.app"));
            all.putIfAbsent("telephone", "");
        }
        return all;
    }
}
