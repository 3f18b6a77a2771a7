package fr.educentre.assidu.training.management;

import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.training.management.NewContact.Outcome;
import java.util.Arrays;

/** What came of a contact, in the reader's language where it is one of the usual outcomes, else as it was written. */
public final class ContactWords {

    private ContactWords() {}

    public static String outcome(String written, Texts texts) {
        return Arrays.stream(Outcome.values())
                .filter(one -> one.name().equals(written))
                .findFirst()
                .map(one -> texts.get("training.contact.outcome." + one.name()))
                .orElse(written);
    }
}
