package fr.educentre.assidu.rules;

import java.util.List;

/** What the centre has to choose from in a blank; a bean for each list, implemented by modules that know it. */
public interface ChoiceSource {

    /** As vocabulary files name the list: {@code groupes}, {@code modules}, {@code sites}, {@code actions}. */
    String list();

    /** Codes, as people write them in a rule. */
    List<String> choices();
}
