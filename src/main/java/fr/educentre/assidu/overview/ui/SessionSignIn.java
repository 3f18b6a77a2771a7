package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.signing.Signing;
import fr.educentre.assidu.signing.Signing.Sheet;
import fr.educentre.assidu.signing.Signing.Signed;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.SessionState;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Signing on the session's page: how far it is, the way to it, and the printed sheet. */
@org.springframework.stereotype.Component
class SessionSignIn {

    private final Signing signing;
    private final DocumentLinks documents;
    private final CurrentActor current;
    private final Texts texts;
    private final Clock clock;

    SessionSignIn(Signing signing, DocumentLinks documents, CurrentActor current, Texts texts, Clock clock) {
        this.signing = signing;
        this.documents = documents;
        this.current = current;
        this.texts = texts;
        this.clock = clock;
    }

    /** Empty for who may not read it, and of a session that nobody signs here. */
    Optional<Component> line(SessionInfo session) {
        if (!current.get().is(Role.TRAINER, Role.QUALITY_MANAGER, Role.REFERENT, Role.AUDITOR)) {
            return Optional.empty();
        }
        Sheet sheet = signing.of(session.id());
        return sheet.isOpen()
                        || !sheet.learners().isEmpty()
                        || !sheet.trainers().isEmpty()
                ? Optional.of(new Paragraph(progress(session, sheet)))
                : Optional.empty();
    }

    private String progress(SessionInfo session, Sheet sheet) {
        String trainer = sheet.trainer()
                .map(signed -> texts.get(
                        "overview.session.signing.trainer",
                        signed.statement().who().name(),
                        time(session, signed)))
                .orElseGet(() -> texts.get("overview.session.signing.noTrainer"));
        return texts.get(
                        sheet.isOpen() ? "overview.session.signing.open" : "overview.session.signing.count",
                        sheet.learners().size(),
                        sheet.expected().size())
                + " " + trainer;
    }

    private static String time(SessionInfo session, Signed signed) {
        return ReaderFormats.time(signed.statement().times().signedAt(), session.zone());
    }

    List<Component> actions(SessionInfo session) {
        Component sheet = documents.sheetOfSession(session.id());
        return mayBeSigned(session)
                ? List.of(
                        new Anchor("seances/" + session.id() + "/emargement", texts.get("overview.session.signing")),
                        sheet)
                : List.of(sheet);
    }

    /** From when it may be opened on. A closed session is still signed by its trainer. */
    private boolean mayBeSigned(SessionInfo session) {
        if (!current.get().is(Role.TRAINER, Role.QUALITY_MANAGER)
                || session.state() == SessionState.CANCELLED
                || session.state() == SessionState.POSTPONED) {
            return false;
        }
        Instant opens = signing.of(session.id()).opens();
        return !clock.instant().isBefore(opens);
    }
}
