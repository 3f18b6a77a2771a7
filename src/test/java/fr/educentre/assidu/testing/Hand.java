package fr.educentre.assidu.testing;

import com.vaadin.browserless.ComponentTester;
import com.vaadin.flow.component.Component;

/** Does to a component what a person does in the browser: refused where it is hidden, disabled or behind a dialog. */
final class Hand extends ComponentTester<Component> {

    Hand(Component component) {
        super(component);
    }

    void put(Object value) {
        ensureComponentIsUsable();
        setValueAsUser(value);
    }
}
