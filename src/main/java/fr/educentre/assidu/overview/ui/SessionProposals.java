package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.evidence.Evidences;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.training.ExpectedLearner;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.SessionInfo;
import fr.educentre.assidu.training.Sessions;
import java.util.List;

/** The participants of a session that could not be matched, to be named by a person. */
@org.springframework.stereotype.Component
class SessionProposals {

    private final Texts texts;
    private final Evidences evidences;
    private final Sessions sessions;
    private final CurrentActor current;

    SessionProposals(Texts texts, Evidences evidences, Sessions sessions, CurrentActor current) {
        this.texts = texts;
        this.evidences = evidences;
        this.sessions = sessions;
        this.current = current;
    }

    int count(SessionInfo session) {
        return evidences.openProposals(session.id()).size();
    }

    /** Participants that could not be matched: a person says who they are, never a name alone. */
    Component card(SessionInfo session, Runnable changed) {
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
}
