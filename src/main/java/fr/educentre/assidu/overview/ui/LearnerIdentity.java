package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import fr.educentre.assidu.access.HealthPrivacy;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.training.EnrolmentInfo;
import fr.educentre.assidu.training.Enrolments;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.management.LearnerCircle;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who a learner is, how they and those around them are reached, and what was arranged for them. */
@org.springframework.stereotype.Component
class LearnerIdentity {

    private final Texts texts;
    private final LearnerCircle circle;
    private final Enrolments enrolments;
    private final HealthPrivacy privacy;
    private final GuardianFollowUpAct followUp;

    LearnerIdentity(
            Texts texts,
            LearnerCircle circle,
            Enrolments enrolments,
            HealthPrivacy privacy,
            GuardianFollowUpAct followUp) {
        this.texts = texts;
        this.circle = circle;
        this.enrolments = enrolments;
        this.privacy = privacy;
        this.followUp = followUp;
    }

    Component of(LearnerInfo learner) {
        var reach = new Paragraph(new Span(learner.externalId()));
        add(reach, mail(learner.email()));
        add(reach, phone(learner.phone()));
        var card = new Div(new H2(learner.name()), reach);
        card.addClassName("assidu-card");
        List<LearnerCircle.Person> around = circle.of(learner.id());
        if (!around.isEmpty()) {
            var list = new UnorderedList();
            around.forEach(person -> list.add(line(person)));
            card.add(list);
        }
        accommodations(learner).forEach(card::add);
        followUp.of(learner).ifPresent(card::add);
        return card;
    }

    private ListItem line(LearnerCircle.Person person) {
        String role = texts.get("overview.person." + person.kind().name());
        String who = person.company().isEmpty() || person.company().equals(person.name())
                ? person.name()
                : texts.get("overview.person.of", person.name(), person.company());
        var item = new ListItem(new Span(texts.get("shell.says", role, who)));
        add(item, phone(person.phone()));
        add(item, mail(person.email()));
        return item;
    }

    private static void add(com.vaadin.flow.component.HasComponents line, @Nullable Anchor link) {
        if (link != null) {
            line.add(new Span(" · "), link);
        }
    }

    /** What was arranged may tell of somebody's health: it is shown to who reads of it. */
    private List<Paragraph> accommodations(LearnerInfo learner) {
        return enrolments.ofLearner(learner.id()).stream()
                .map(EnrolmentInfo::agreement)
                .map(EnrolmentInfo.Agreement::accommodations)
                .filter(Objects::nonNull)
                .filter(arranged -> !arranged.isBlank())
                .distinct()
                .map(arranged -> new Paragraph(texts.get(
                        "shell.says",
                        texts.get("overview.learner.accommodations"),
                        privacy.mayRead(learner.id())
                                ? arranged
                                : texts.get("overview.learner.accommodations.reserved"))))
                .toList();
    }

    private static @Nullable Anchor phone(@Nullable String number) {
        return number == null || number.isBlank()
                ? null
                : new Anchor("tel:" + number.replaceAll("[^0-9+]", ""), number);
    }

    private static @Nullable Anchor mail(@Nullable String address) {
        return address == null || address.isBlank() ? null : new Anchor("mailto:" + address, address);
    }
}
