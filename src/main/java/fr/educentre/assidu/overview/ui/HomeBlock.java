package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.function.SerializableSupplier;
import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.Role;
import java.util.Set;

/** A part of the home screen, for the roles that begin their day with it. */
interface HomeBlock {

    Set<Role> roles();

    /** Its place, smallest first. */
    int place();

    /** Whether it stands above the cards, over the whole width. */
    boolean wide();

    /** What there is to show now. */
    Look look(Actor actor);

    /**
     * What a part shows, and how.
     *
     * @param facts by which it is seen whether anything changed
     */
    record Look(Object facts, SerializableSupplier<Component> drawn) {}
}
