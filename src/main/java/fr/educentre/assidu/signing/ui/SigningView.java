package fr.educentre.assidu.signing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.EmptyState;
import fr.educentre.assidu.shell.ui.LiveScreen;
import fr.educentre.assidu.shell.ui.MainLayout;
import fr.educentre.assidu.shell.ui.SiteTimes;
import fr.educentre.assidu.shell.ui.StatusBadge;
import fr.educentre.assidu.signing.Signing;
import fr.educentre.assidu.signing.Signing.Receipt;
import fr.educentre.assidu.signing.Signing.Sheet;
import fr.educentre.assidu.signing.Signing.Signed;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sheet on the trainer's tablet: names to be tapped in the order of names, who is still missing, and the trainer's own signature. */
@Route(value = "seances/:id/emargement", layout = MainLayout.class)
@RolesAllowed({"TRAINER", "QUALITY_MANAGER"})
class SigningView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final transient Texts texts;
    private final transient Signing signing;
    private final transient Sessions sessions;
    private final transient CurrentActor current;
    private final transient Clock clock;
    private transient UUID id = new UUID(0, 0);
    private transient @Nullable Sheet seen;
    private String title;

    SigningView(Texts texts, Signing signing, Sessions sessions, CurrentActor current, Clock clock) {
        this.texts = texts;
        this.signing = signing;
        this.sessions = sessions;
        this.current = current;
        this.clock = clock;
        title = texts.get("signing.title");
        addClassNames("assidu-view", "assidu-roll");
        LiveScreen.follow(this, EVERY, this::follow);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        try {
            id = UUID.fromString(event.getRouteParameters().get("id").orElse(""));
            draw(signing.of(id));
        } catch (IllegalArgumentException | Refusal e) {
            throw new NotFoundException();
        }
    }

    private boolean follow() {
        Sheet now = signing.of(id);
        if (now.equals(seen)) {
            return false;
        }
        draw(now);
        return true;
    }

    private void draw(Sheet sheet) {
        seen = sheet;
        SessionInfo session = sessions.get(id);
        title = texts.get("signing.title") + " – " + session.title();
        removeAll();
        add(head(session, sheet));
        if (sheet.expected().isEmpty()) {
            add(new EmptyState(texts.get("signing.nobody"), texts.get("signing.nobodyHelp"), back()));
            return;
        }
        add(acts(sheet));
        add(names(session, sheet));
        trainer(session, sheet).ifPresent(this::add);
        add(back());
    }

    private Div head(SessionInfo session, Sheet sheet) {
        var count = new Paragraph(texts.get(
                "signing.progress", sheet.learners().size(), sheet.expected().size()));
        count.getElement().setAttribute("aria-live", "polite");
        var head = new Div(
                new H2(session.title()),
                new Paragraph(SiteTimes.slot(session.startsAt(), session.endsAt(), session.zone(), texts) + " · "
                        + session.groupName()),
                count);
        head.addClassName("assidu-roll-head");
        return head;
    }

    private Component acts(Sheet sheet) {
        if (sheet.isOpen()) {
            return new Button(texts.get("signing.close"), click -> carryOut(() -> signing.close(id)));
        }
        var open = new Button(texts.get("signing.open"), click -> carryOut(() -> signing.open(id)));
        open.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_LARGE);
        return open;
    }

    private Div names(SessionInfo session, Sheet sheet) {
        var lines = new Div();
        lines.addClassName("assidu-roll-lines");
        lines.getElement().setAttribute("role", "list");
        sheet.expected().forEach(learner -> lines.add(line(session, sheet, learner)));
        return lines;
    }

    private Div line(SessionInfo session, Sheet sheet, LearnerInfo learner) {
        var line = new Div();
        line.addClassName("assidu-roll-line");
        line.getElement().setAttribute("role", "listitem");
        String name = learner.lastName() + " " + learner.firstName();
        Optional<Signed> signed = sheet.of(learner.id());
        if (signed.isPresent()) {
            line.addClassName("assidu-roll-marked");
            line.add(named(name), new StatusBadge(StatusBadge.Tone.GOOD, when(session, signed.get())));
        } else if (sheet.isOpen()) {
            var sign = new Button(name, click -> ask(session, learner));
            sign.addThemeVariants(ButtonVariant.LUMO_LARGE);
            sign.setAriaLabel(texts.get("signing.of", learner.name()));
            line.add(sign);
        } else {
            line.add(named(name), new StatusBadge(StatusBadge.Tone.WAITING, texts.get("signing.missing")));
        }
        return line;
    }

    private static Span named(String name) {
        var span = new Span(name);
        span.addClassName("assidu-roll-name");
        return span;
    }

    private String when(SessionInfo session, Signed signed) {
        var times = signed.statement().times();
        String at = ReaderFormats.time(times.signedAt(), session.zone());
        return times.offline() ? texts.get("signing.signedOffline", at) : texts.get("signing.signed", at);
    }

    private void ask(SessionInfo session, LearnerInfo learner) {
        new SigningDialog(
                        texts,
                        learner.name(),
                        texts.get("signing.statement", session.title(), slot(session)),
                        act -> signed(learner.name(), signing.signLearner(id, learner.id(), act)))
                .open();
    }

    private Optional<Div> trainer(SessionInfo session, Sheet sheet) {
        var part = new Div(new H3(texts.get("signing.trainer")));
        sheet.trainer()
                .ifPresent(signed -> part.add(new Paragraph(texts.get(
                        "signing.trainerSigned",
                        signed.statement().who().name(),
                        ReaderFormats.time(signed.statement().times().signedAt(), session.zone()),
                        sheet.learners().size()))));
        Instant from = sheet.trainerFrom();
        if (clock.instant().isBefore(from)) {
            part.add(new Paragraph(texts.get("signing.trainerFrom", ReaderFormats.time(from, session.zone()))));
        } else if (current.get().is(Role.TRAINER)) {
            var sign = new Button(texts.get("signing.trainerSign"), click -> askTrainer(session));
            sign.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            part.add(sign);
        }
        return Optional.of(part);
    }

    /** Over what is signed at this moment, which may be more than was drawn. */
    private void askTrainer(SessionInfo session) {
        Sheet sheet = signing.of(id);
        String missing = sheet.missing().isEmpty()
                ? texts.get("signing.nobodyMissing")
                : texts.get(
                        "signing.notSigned",
                        String.join(
                                ", ",
                                sheet.missing().stream().map(LearnerInfo::name).toList()));
        new SigningDialog(
                        texts,
                        current.get().displayName(),
                        texts.get(
                                        "signing.trainerStatement",
                                        session.title(),
                                        slot(session),
                                        sheet.learners().size())
                                + " " + missing,
                        act -> signed(current.get().displayName(), signing.signTrainer(id, act)))
                .open();
    }

    private void signed(String who, Receipt receipt) {
        Notification.show(
                texts.get(receipt.isNew() ? "signing.thanks" : "signing.already", who),
                4000,
                Notification.Position.BOTTOM_CENTER);
        draw(signing.of(id));
    }

    private String slot(SessionInfo session) {
        return SiteTimes.slot(session.startsAt(), session.endsAt(), session.zone(), texts);
    }

    private Anchor back() {
        return new Anchor("seances/" + id, texts.get("signing.back"));
    }

    private void carryOut(Runnable change) {
        try {
            change.run();
        } catch (Refusal refusal) {
            Notification.show(
                    texts.get(refusal.key(), refusal.arguments().toArray()), 6000, Notification.Position.BOTTOM_CENTER);
        }
        draw(signing.of(id));
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
