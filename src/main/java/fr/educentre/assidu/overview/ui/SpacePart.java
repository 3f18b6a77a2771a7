package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;

/** A titled part of a learner's space. */
class SpacePart extends Section {

    private static final long serialVersionUID = 1L;

    SpacePart(String title, Component... content) {
        add(new H2(title));
        add(content);
        addClassName("assidu-space-part");
    }
}
