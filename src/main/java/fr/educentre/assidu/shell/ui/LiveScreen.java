package fr.educentre.assidu.shell.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.function.SerializableSupplier;
import com.vaadin.flow.shared.Registration;
import fr.educentre.assidu.shell.DatabaseAway;
import fr.educentre.assidu.shell.Refusal;
import java.time.Duration;
import java.util.Optional;

/**
 * A screen that follows what comes in while it is open: it looks every few seconds, draws anew what changed, and leaves the focus
 * where it was. What is typed stays: fields and dialogs are no part of what is drawn anew.
 */
public final class LiveScreen {

    private static final int NEVER = -1;

    /** Notes what has the focus: which part, and the how manieth of those that are called so. */
    private static final String NOTE = """
            const screen = this;
            const called = part => part.localName + '|' + (part.getAttribute('aria-label') || part.textContent.trim());
            screen.assiduCalled = called;
            screen.addEventListener('focusin', event => {
                const part = event.target.closest('a, vaadin-button, button, summary');
                const name = part && called(part);
                screen.assiduFocus = part && {
                    tag: part.localName, name,
                    place: [...screen.querySelectorAll(part.localName)].filter(one => called(one) === name).indexOf(part)
                };
            });
            screen.addEventListener('pointerdown', event => {
                if (!event.target.closest('a, vaadin-button, button, summary')) { screen.assiduFocus = null; }
            });
            """;

    /** Gives the focus back once the part is there again, unless it is somewhere else by then. */
    private static final String GIVE_BACK = """
            const screen = this;
            const had = screen.assiduFocus;
            let tries = 30;
            const back = () => {
                if (!had || tries-- === 0 || (document.activeElement && document.activeElement !== document.body)) { return; }
                const part = [...screen.querySelectorAll(had.tag)]
                    .filter(one => screen.assiduCalled(one) === had.name)[had.place];
                if (part) { part.focus({preventScroll: true}); } else { requestAnimationFrame(back); }
            };
            requestAnimationFrame(back);
            """;

    private LiveScreen() {}

    /** @param refresh looks, and draws anew what changed; answers whether anything did */
    public static void follow(Component screen, Duration every, SerializableSupplier<Boolean> refresh) {
        screen.addAttachListener(attached -> {
            UI ui = attached.getUI();
            ui.setPollInterval((int) every.toMillis());
            screen.getElement().executeJs(NOTE);
            Registration polling = ui.addPollListener(poll -> look(screen, refresh));
            screen.addDetachListener(detached -> {
                detached.unregisterListener();
                polling.remove();
                detached.getUI().setPollInterval(NEVER);
            });
        });
    }

    private static void look(Component screen, SerializableSupplier<Boolean> refresh) {
        try {
            if (refresh.get()) {
                screen.getElement().executeJs(GIVE_BACK);
                layout(screen).ifPresent(MainLayout::refreshBadges);
            }
        } catch (Refusal gone) {
            // What is shown was taken away meanwhile: whoever acts on it is told then.
            return;
        } catch (RuntimeException e) {
            // What is shown stays until the database is back.
            if (!DatabaseAway.causes(e)) {
                throw e;
            }
        }
    }

    private static Optional<MainLayout> layout(Component screen) {
        return Optional.ofNullable(screen.findAncestor(MainLayout.class));
    }
}
