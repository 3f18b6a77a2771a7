package fr.educentre.assidu.sources.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.MainLayout;
import fr.educentre.assidu.sources.simulator.ClassScript;
import fr.educentre.assidu.sources.simulator.Fault;
import fr.educentre.assidu.sources.simulator.PlaybackEvent;
import fr.educentre.assidu.sources.simulator.Simulator;
import fr.educentre.assidu.training.SessionInfo;
import jakarta.annotation.security.RolesAllowed;
import java.util.Set;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;

/** A class is chosen, its troubles too, and it is played: what comes of it is read on the session's page. */
@Route(value = SimulatorView.PATH, layout = MainLayout.class, registerAtStartup = false)
@RolesAllowed({"ADMIN", "QUALITY_MANAGER"})
class SimulatorView extends Main implements HasDynamicTitle {

    static final String PATH = "simulateur";
    private static final long serialVersionUID = 1L;

    private final transient Simulator simulator;
    private final transient Texts texts;
    private final Paragraph state = new Paragraph();
    private final Button power = new Button();
    private final Div stage = new Div();
    private final ComboBox<SessionInfo> session = new ComboBox<>();
    private final CheckboxGroup<Fault> troubles = new CheckboxGroup<>();
    private final Button play = new Button();
    private final ProgressBar playing = new ProgressBar();
    private final PlaybackResult played;

    SimulatorView(Simulator simulator, Texts texts) {
        this.simulator = simulator;
        this.texts = texts;
        this.played = new PlaybackResult(texts);
        addClassName("assidu-view");
        state.getElement().setAttribute("role", "status");
        power.addClickListener(click -> {
            if (simulator.running().isEmpty()) {
                simulator.start();
            } else {
                simulator.stop();
            }
            show();
        });
        session.setLabel(texts.get("connectors.simulator.session"));
        session.setItemLabelGenerator(this::label);
        session.setWidth("min(40rem, 100%)");
        troubles.setLabel(texts.get("connectors.simulator.troubles"));
        troubles.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        troubles.setItems(Fault.values());
        troubles.setItemLabelGenerator(trouble -> texts.get("connectors.simulator.trouble." + trouble));
        play.setText(texts.get("connectors.simulator.play"));
        play.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        play.addClickListener(click -> play());
        playing.setIndeterminate(true);
        playing.setVisible(false);
        playing.getElement().setAttribute("aria-label", texts.get("connectors.simulator.playing"));
        stage.addClassName("assidu-card");
        stage.add(new H2(texts.get("connectors.simulator.class")), session, troubles, new Div(play), playing);
        add(new Paragraph(texts.get("connectors.simulator.help")), state, power, stage, played);
        show();
    }

    private void show() {
        var urls = simulator.running();
        boolean running = !urls.isEmpty();
        String addresses = String.join(
                " · ",
                urls.entrySet().stream()
                        .map(one -> texts.get("connectors."
                                        + one.getKey().name().toLowerCase(java.util.Locale.ROOT) + ".name")
                                + " "
                                + one.getValue())
                        .sorted()
                        .toList());
        state.setText(
                running
                        ? texts.get("connectors.simulator.running", addresses)
                        : texts.get("connectors.simulator.stopped"));
        power.setText(texts.get("connectors.simulator." + (running ? "stop" : "start")));
        stage.setVisible(running);
        if (running) {
            session.setItems(simulator.sessions());
        }
    }

    private String label(SessionInfo one) {
        SessionInfo.Meeting meeting = one.meeting();
        return ReaderFormats.dateTime(one.startsAt(), one.zone(), getLocale())
                + " – " + one.title() + " – " + one.groupName()
                + (meeting == null
                        ? ""
                        : " – "
                                + texts.get("connectors."
                                        + meeting.provider().name().toLowerCase(java.util.Locale.ROOT)
                                        + ".name"));
    }

    /** Takes seconds, so on a thread of its own, in the name of who asked. */
    private void play() {
        SessionInfo chosen = session.getValue();
        if (chosen == null) {
            session.setErrorMessage(texts.get("connectors.simulator.choose"));
            session.setInvalid(true);
            return;
        }
        session.setInvalid(false);
        play.setEnabled(false);
        playing.setVisible(true);
        played.begin();
        Set<Fault> wanted = Set.copyOf(troubles.getValue());
        UI ui = UI.getCurrent();
        Thread.ofVirtual()
                .name("simulator")
                .start(new DelegatingSecurityContextRunnable(() -> run(ui, chosen, wanted)));
    }

    private void run(UI ui, SessionInfo chosen, Set<Fault> wanted) {
        try {
            ClassScript script = simulator.play(chosen.id(), wanted, line -> ui.access(() -> played.tell(line)));
            ui.access(() -> played.end(script));
        } catch (Refusal refusal) {
            ui.access(() -> played.tell(new PlaybackEvent(refusal.key(), refusal.arguments())));
        } finally {
            ui.access(() -> {
                playing.setVisible(false);
                play.setEnabled(true);
            });
        }
    }

    @Override
    public String getPageTitle() {
        return texts.get("connectors.simulator.title");
    }
}
