package fr.educentre.assidu.shell.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** Nothing to show, and what to do next. */
public class EmptyState extends Div {

    private static final long serialVersionUID = 1L;

    public EmptyState(String title, String whatToDo, Component... actions) {
        add(new H2(title), new Paragraph(whatToDo));
        add(actions);
        addClassName("assidu-empty");
    }
}
