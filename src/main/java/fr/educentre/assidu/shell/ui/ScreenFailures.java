package fr.educentre.assidu.shell.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.DefaultErrorHandler;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/** What fails on a screen that is open is said there: the screen stays, and whoever pressed a button knows what came of it. */
@Component
class ScreenFailures implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 10_000;
    private static final int DEEPEST = 20;

    private final transient ObjectProvider<Texts> texts;

    ScreenFailures(ObjectProvider<Texts> texts) {
        this.texts = texts;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        var logged = new DefaultErrorHandler();
        event.getSource()
                .addSessionInitListener(init -> init.getSession().setErrorHandler(failure -> {
                    if (refusal(failure) == null) {
                        logged.error(failure);
                    }
                    UI ui = UI.getCurrent();
                    if (ui != null && ui.isAttached()) {
                        Notification.show(said(failure), SHOWN, Notification.Position.MIDDLE);
                    }
                }));
    }

    private String said(ErrorEvent failure) {
        Refusal refusal = refusal(failure);
        if (refusal != null) {
            return texts.getObject().get(refusal.key(), refusal.arguments().toArray());
        }
        boolean away = causes(failure)
                .anyMatch(one -> one instanceof DataAccessResourceFailureException
                        || one instanceof CannotCreateTransactionException);
        return texts.getObject().get(away ? "refusal.http.503" : "shell.error.text");
    }

    private static @Nullable Refusal refusal(ErrorEvent failure) {
        return causes(failure)
                .filter(Refusal.class::isInstance)
                .map(Refusal.class::cast)
                .findFirst()
                .orElse(null);
    }

    private static Stream<Throwable> causes(ErrorEvent failure) {
        return Stream.iterate(failure.getThrowable(), Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST);
    }
}
