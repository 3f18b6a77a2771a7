package fr.educentre.assidu.shell;

import java.util.List;

/** The roles in which whoever signed in may act, one at a time; implemented by the module that keeps accounts. */
public interface RoleChoice {

    /** The ones acted in at other times; none for who has one role alone. */
    List<OtherRole> others();

    /** From now on. */
    void actIn(OtherRole role);

    /**
     * @param role as it is kept
     * @param labelKey key of the text bundles
     */
    record OtherRole(String role, String labelKey) {}
}
