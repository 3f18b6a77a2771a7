package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.Verdict;
import fr.educentre.assidu.imports.EvidenceFiles;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.SiteTimes;
import fr.educentre.assidu.training.SessionInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parts of the session page: what can be brought to it, what can be done on a line. */
@org.springframework.stereotype.Component
class SessionParts {

    private final Texts texts;
    private final Attendance attendance;
    private final SessionSignIn signIn;
    private final EvidenceFiles files;
    private final SessionEvidenceLoader evidence;
    private final SessionProposals proposals;
    private final SessionSources sources;
    private final SessionPlanningParts planning;

    SessionParts(
            Texts texts,
            Attendance attendance,
            SessionSignIn signIn,
            EvidenceFiles files,
            SessionEvidenceLoader evidence,
            SessionProposals proposals,
            SessionSources sources,
            SessionPlanningParts planning) {
        this.texts = texts;
        this.attendance = attendance;
        this.signIn = signIn;
        this.files = files;
        this.evidence = evidence;
        this.proposals = proposals;
        this.sources = sources;
        this.planning = planning;
    }

    Component rowActions(SessionInfo session, Attendance.Row row, boolean mayWrite, Runnable changed) {
        var actions = new Div();
        actions.addClassName("assidu-filters");
        if (mayWrite && attendance.takesMarks(session)) {
            var correct = new Button(
                    texts.get("overview.session.correct"),
                    click -> new CorrectionDialog(texts, attendance, session, row, changed).open());
            correct.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            actions.add(correct);
        }
        planning.catchUp(session, row, changed).ifPresent(actions::add);
        if (row.verdict() != null) {
            var history = new Button(texts.get("overview.session.history"), click -> history(session, row));
            history.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            actions.add(history);
        }
        return actions;
    }

    /** Says what closing will do before it is done. */
    void askBeforeClosing(SessionInfo session, Runnable close) {
        planning.askBeforeClosing(session, close);
    }

    /** What may be done with the session itself. */
    List<Button> acts(SessionInfo session, Runnable changed) {
        return planning.acts(session, changed);
    }

    /** What may be brought to the session: who its participants are, a report, what its sources have; none before it begins. */
    List<Component> extras(SessionInfo session, Runnable changed) {
        List<Component> parts = new ArrayList<>();
        if (attendance.takesMarks(session)) {
            parts.add(proposals.card(session, changed));
            parts.add(new EvidenceDrop(texts, files, session, changed));
        }
        sources.of(session, changed).ifPresent(parts::add);
        return parts;
    }

    /** What speaks for each learner. */
    SessionEvidence evidence(SessionInfo session) {
        return evidence.of(session);
    }

    int toRecognise(SessionInfo session) {
        return proposals.count(session);
    }

    private void history(SessionInfo session, Attendance.Row row) {
        var list = new OrderedList();
        for (Verdict version : attendance.history(session.id(), row.learner().id())) {
            list.add(new ListItem(texts.get(
                    "overview.history.line",
                    version.version().number(),
                    SiteTimes.at(version.version().decidedAt(), session.zone(), texts),
                    texts.get("overview.status." + version.status()),
                    version.minutes().observed(),
                    version.decidedBy().why().read(texts))));
        }
        var dialog =
                new Dialog(texts.get("overview.history.title", row.learner().name()), list);
        dialog.getFooter().add(new Button(texts.get("shell.close"), click -> dialog.close()));
        dialog.setMaxWidth("48rem");
        dialog.open();
    }

    /** The way to sign, where one may, and the sheet. */
    List<Component> signInLinks(SessionInfo session) {
        return signIn.actions(session);
    }

    /** How far signing is; empty where nobody signs here. */
    Optional<Component> signInLine(SessionInfo session) {
        return signIn.line(session);
    }
}
