package fr.educentre.assidu.attendance.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.function.SerializableFunction;

/**
 * The roll-call while there is no connection. It shows in the browser once the connection is lost, keeps marks on the device and
 * sends them when it is back; the server hears of them then.
 */
@Tag("assidu-appel-hors-ligne")
class OfflineRoll extends Component {

    private static final long serialVersionUID = 1L;

    private final SerializableFunction<String, String> received;

    /** @param received takes the marks as the device sends them, and answers what became of each */
    OfflineRoll(SerializableFunction<String, String> received) {
        this.received = received;
    }

    /** What is there to be marked, and the words to show it with. */
    void show(String roll) {
        getElement().setProperty("roll", roll);
    }

    /** Called by the browser. */
    @ClientCallable
    String receive(String sent) {
        return received.apply(sent);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        attached.getUI().getPage().addJavaScript("context://appel-hors-ligne.js");
    }
}
