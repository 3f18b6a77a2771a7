package fr.educentre.assidu.shell;

/** A line below the sign-in form, shown where a module brings one. */
public interface LoginHint {

    /** Key of the text bundles. */
    String textKey();
}
