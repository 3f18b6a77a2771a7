package fr.educentre.assidu.relaunch.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.messaging.MailComposer;
import fr.educentre.assidu.messaging.Outbox.RecipientKind;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.training.EnrolmentInfo;
import fr.educentre.assidu.training.EnrolmentInfo.FundingInfo;
import fr.educentre.assidu.training.Enrolments;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.workflow.TaskKind;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A rule proposes to tell the funder: a person sends it, by giving the address of whoever follows the file there, or
 * decides not to. No rule ever writes to a funder by itself.
 */
@Component
class FunderNoticeTask implements TaskKind {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;]{1,64}@[^\\s@<>,;]{1,180}\\.[A-Za-z]{2,20}");
    private static final String NONE = "–";

    private final RuleTaskFacts facts;
    private final Enrolments enrolments;
    private final LastPresence presence;
    private final MailComposer mails;
    private final Texts texts;
    private final Clock clock;

    FunderNoticeTask(
            RuleTaskFacts facts,
            Enrolments enrolments,
            LastPresence presence,
            MailComposer mails,
            Texts texts,
            Clock clock) {
        this.facts = facts;
        this.enrolments = enrolments;
        this.presence = presence;
        this.mails = mails;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "regle-signalement";
    }

    @Override
    public Card card(Actor actor, Map<String, Object> variables) {
        Card plain = facts.card("relaunch.task.funderNotice", variables);
        Map<String, String> more = new LinkedHashMap<>(plain.facts());
        funding(facts.learner(variables)).ifPresent(funding -> {
            more.put(texts.get("relaunch.fact.funder"), funding.funder().name());
            more.put(
                    texts.get("relaunch.fact.file"),
                    Optional.ofNullable(funding.fileNumber()).orElse(NONE));
        });
        return new Card(plain.titleKey(), plain.titleArguments(), plain.learnerId(), more, Optional.empty());
    }

    @Override
    public Set<Decision> decisions() {
        return Set.of(Decision.APPROVE, Decision.REFUSE);
    }

    @Override
    @Transactional
    public Map<String, Object> decide(Actor actor, Map<String, Object> variables, Decision decision, String comment) {
        LearnerInfo learner = facts.learner(variables);
        var alert = facts.alert(variables);
        String address = comment.strip();
        if (decision == Decision.APPROVE) {
            if (!ADDRESS.matcher(address).matches()) {
                throw Refusal.invalid("refusal.relaunch.funderAddress");
            }
            var funding = funding(learner);
            mails.about(learner)
                    .to(
                            RecipientKind.FUNDER,
                            funding.map(one -> one.funder().name()).orElse(address),
                            address)
                    .with("dossier", funding.map(FundingInfo::fileNumber).orElse(NONE) + ", " + learner.name())
                    .with("evenement", alert.raisedBy().ruleName())
                    .with("date", ReaderFormats.numericDate(LocalDate.now(clock)))
                    .with(
                            "dernierePresence",
                            presence.of(learner.id())
                                    .map(ReaderFormats::numericDate)
                                    .orElse(NONE))
                    .with("heures", presence.hours(learner.id()))
                    .with("motif", alert.finding().explanation().in(Texts.FRENCH, texts))
                    .send(
                            "alert:" + alert.id() + ":signalement-financeur",
                            "signalement-financeur",
                            new Wording.Written(alert.raisedBy().ruleName()),
                            "alert:" + alert.id());
        } else if (address.isEmpty()) {
            throw Refusal.invalid("refusal.relaunch.commentRequired");
        }
        facts.decided(
                actor,
                alert,
                learner,
                decision == Decision.APPROVE ? "funderNotice.sent" : "funderNotice.declined",
                Map.of("comment", address));
        return Map.of();
    }

    /** The first funding of the enrolment that began last. */
    private Optional<FundingInfo> funding(LearnerInfo learner) {
        return enrolments.ofLearner(learner.id()).stream()
                .max(Comparator.comparing((EnrolmentInfo one) -> one.agreement().startsOn()))
                .flatMap(enrolment -> enrolment.fundings().stream().findFirst());
    }
}
