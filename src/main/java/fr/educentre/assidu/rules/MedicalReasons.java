package fr.educentre.assidu.rules;

import java.util.Collection;

/** Which reasons of absence are a matter of health. Implemented by the module that keeps their catalogue. */
public interface MedicalReasons {

    /** Whether one of these reasons is. @param codes of the catalogue */
    boolean anyOf(Collection<String> codes);
}
