package fr.educentre.assidu.shell;

/** Implemented by the modules that hang a number on an entry of the main menu: what waits there for the reader. */
public interface MenuBadge {

    /** Route of the entry, without leading slash. */
    String path();

    /** 0 shows nothing. Asked at each navigation: one cheap statement. */
    long count();

    /** Key of the text that says the number to a screen reader, with the number as argument. */
    String labelKey();
}
