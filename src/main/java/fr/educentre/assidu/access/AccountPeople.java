package fr.educentre.assidu.access;

import java.util.List;
import java.util.UUID;

/** Whom accounts belong to: implemented by the module that keeps trainers, referents and learners. */
public interface AccountPeople {

    /** Whether that is a person of the centre whom an account in that role may belong to. */
    boolean exists(Role role, UUID person);

    /** Those whose name or address holds a text, by name. */
    List<Person> find(String text, int skipped, int most);

    /** Those of one role, as {@link #find(String, int, int)} finds them. */
    List<Person> find(Role role, String text, int skipped, int most);

    /** The name of one; the key itself where nobody has it. */
    String name(UUID person);

    /** @param name with what they are at the centre */
    record Person(UUID id, String name) {}
}
