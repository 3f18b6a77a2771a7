package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.Verdict;
import fr.educentre.assidu.evidence.Evidences;
import fr.educentre.assidu.evidence.Trace;
import fr.educentre.assidu.imports.EvidenceFiles;
import fr.educentre.assidu.rules.PresenceRules;
import fr.educentre.assidu.rules.PresenceScope;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.training.EnrolmentInfo;
import fr.educentre.assidu.training.Enrolments;
import fr.educentre.assidu.training.ExpectedLearner;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Parts of the session page: people to identify, what can be done on a line. */
@org.springframework.stereotype.Component
class SessionParts {

    private final Texts texts;
    private final Evidences evidences;
    private final Attendance attendance;
    private final Sessions sessions;
    private final CurrentActor current;
    private final DocumentLinks documents;
    private final PresenceRules rules;
    private final Enrolments enrolments;
    private final EvidenceFiles files;
    private final Clock clock;

    SessionParts(
            Texts texts,
            Evidences evidences,
            Attendance attendance,
            Sessions sessions,
            CurrentActor current,
            DocumentLinks documents,
            PresenceRules rules,
            Enrolments enrolments,
            EvidenceFiles files,
            Clock clock) {
        this.texts = texts;
        this.evidences = evidences;
        this.attendance = attendance;
        this.sessions = sessions;
        this.current = current;
        this.documents = documents;
        this.rules = rules;
        this.enrolments = enrolments;
        this.files = files;
        this.clock = clock;
    }

    /** Participants that could not be matched: a person says who they are, never a name alone. */
    Component proposals(SessionInfo session, Runnable changed) {
        var card = new Div(new H2(texts.get("overview.session.proposals")));
        card.addClassName("assidu-card");
        List<Evidences.Proposal> open = evidences.openProposals(session.id());
        if (open.isEmpty()) {
            card.add(new Paragraph(texts.get("overview.session.proposals.none")));
            return card;
        }
        List<LearnerInfo> expected = sessions.expected(session.id()).stream()
                .map(ExpectedLearner::learner)
                .toList();
        for (Evidences.Proposal proposal : open) {
            card.add(proposal(proposal, expected, changed));
        }
        card.add(new Paragraph(
                new Anchor("identites?seance=" + session.id(), texts.get("overview.session.proposals.all"))));
        return card;
    }

    private Component proposal(Evidences.Proposal proposal, List<LearnerInfo> expected, Runnable changed) {
        var who = new ComboBox<LearnerInfo>();
        who.setLabel(texts.get(
                "overview.session.proposals.who",
                proposal.personName(),
                texts.get("evidence.source." + proposal.source())));
        who.setItems(expected);
        who.setItemLabelGenerator(LearnerInfo::name);
        proposal.candidates().stream().findFirst().ifPresent(best -> {
            who.setHelperText(best.why());
            expected.stream()
                    .filter(learner -> learner.id().equals(best.learnerId()))
                    .findFirst()
                    .ifPresent(who::setValue);
        });
        var confirm = new Button(texts.get("overview.session.proposals.confirm"), click -> {
            if (who.getValue() != null) {
                evidences.confirm(proposal.id(), who.getValue().id(), current.nameOrSystem());
                changed.run();
            }
        });
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var dismiss = new Button(texts.get("overview.session.proposals.dismiss"), click -> {
            evidences.dismiss(proposal.id(), current.nameOrSystem());
            changed.run();
        });
        var line = new Div(who, confirm, dismiss);
        line.addClassName("assidu-filters");
        return line;
    }

    Component rowActions(SessionInfo session, Attendance.Row row, boolean mayWrite, Runnable changed) {
        var actions = new Div();
        actions.addClassName("assidu-filters");
        if (mayWrite) {
            var correct = new Button(
                    texts.get("overview.session.correct"),
                    click -> new CorrectionDialog(texts, attendance, session, row, changed).open());
            correct.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            actions.add(correct);
        }
        if (row.verdict() != null) {
            var history = new Button(texts.get("overview.session.history"), click -> history(session, row));
            history.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            actions.add(history);
        }
        return actions;
    }

    /** Where a report is dropped. */
    Component dropZone(SessionInfo session, Runnable changed) {
        return new EvidenceDrop(texts, files, session, changed);
    }

    /** What speaks for each learner, where it is contradictory, and the threshold that makes each present. */
    SessionEvidence evidence(SessionInfo session) {
        List<Trace> all = evidences.ofSession(session.id());
        return new SessionEvidence(
                session,
                all.stream()
                        .filter(trace -> trace.match().learnerId() != null)
                        .collect(Collectors.groupingBy(
                                trace -> Objects.requireNonNull(trace.match().learnerId()))),
                all,
                attendance.discordances(session.id()),
                thresholds(session),
                clock.instant());
    }

    private Map<UUID, Double> thresholds(SessionInfo session) {
        List<ExpectedLearner> expected = sessions.expected(session.id());
        Map<UUID, EnrolmentInfo> known = enrolments.byIds(expected.stream()
                .map(ExpectedLearner::enrolmentId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        PresenceRules.InForce inForce = rules.inForce();
        return expected.stream()
                .collect(Collectors.toMap(
                        one -> one.learner().id(),
                        one -> inForce.threshold(
                                scope(session, one.enrolmentId() == null ? null : known.get(one.enrolmentId()))),
                        (first, second) -> first));
    }

    private static PresenceScope scope(SessionInfo session, @Nullable EnrolmentInfo enrolment) {
        return new PresenceScope(
                session.modality().name(),
                enrolment == null ? "" : enrolment.programme().code(),
                enrolment == null ? List.of() : enrolment.funderKinds(session.localDay()));
    }

    int toRecognise(SessionInfo session) {
        return evidences.openProposals(session.id()).size();
    }

    private void history(SessionInfo session, Attendance.Row row) {
        var list = new OrderedList();
        for (Verdict version : attendance.history(session.id(), row.learner().id())) {
            list.add(new ListItem(texts.get(
                    "overview.history.line",
                    version.version().number(),
                    ReaderFormats.dateTime(
                            version.version().decidedAt(),
                            session.zone(),
                            UI.getCurrent().getLocale()),
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

    Component sheetLink(SessionInfo session) {
        return documents.sheetOfSession(session.id());
    }
}
