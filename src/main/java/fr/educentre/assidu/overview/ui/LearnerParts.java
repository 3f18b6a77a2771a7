package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import fr.educentre.assidu.alerts.Alerts;
import fr.educentre.assidu.documents.IssuedDocuments;
import fr.educentre.assidu.overview.Dashboards;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.training.ContactInfo;
import fr.educentre.assidu.training.EnrolmentInfo;
import fr.educentre.assidu.training.Enrolments;
import fr.educentre.assidu.training.Learners;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Parts of a learner's page, shared by the staff's view and the learner's own. */
@org.springframework.stereotype.Component
class LearnerParts {

    private final Texts texts;
    private final Dashboards dashboards;
    private final Enrolments enrolments;
    private final Learners learners;
    private final Alerts alerts;
    private final IssuedDocuments documents;
    private final DocumentLinks links;
    private final LearnerTimeline timeline;

    LearnerParts(
            Texts texts,
            Dashboards dashboards,
            Enrolments enrolments,
            Learners learners,
            Alerts alerts,
            IssuedDocuments documents,
            DocumentLinks links,
            LearnerTimeline timeline) {
        this.texts = texts;
        this.dashboards = dashboards;
        this.enrolments = enrolments;
        this.learners = learners;
        this.alerts = alerts;
        this.documents = documents;
        this.links = links;
        this.timeline = timeline;
    }

    Component contacts(UUID learnerId) {
        Stream<String> guardians =
                learners.guardians(learnerId).stream().map(one -> text("overview.contact.guardian", one));
        Stream<String> employers = enrolments.ofLearner(learnerId).stream()
                .flatMap(enrolment -> learners.employerContacts(enrolment.id()).stream())
                .map(one -> text("overview.contact.employer", one));
        var contacts =
                new Paragraph(Stream.concat(guardians, employers).distinct().collect(Collectors.joining(" · ")));
        contacts.addClassName("assidu-muted");
        return contacts;
    }

    private String text(String key, ContactInfo contact) {
        return texts.get(key, contact.name(), Objects.requireNonNullElse(contact.phone(), "–"));
    }

    Component figures(UUID learnerId, Locale locale) {
        var figures = dashboards.ofLearner(learnerId).figures();
        var tiles = new Div(
                ScreenBody.tile(
                        texts.get("overview.figure.attendance"),
                        ReaderFormats.percent(figures.attendance().attendanceRateToDate(), locale),
                        texts.get(
                                "overview.figure.attendance.note",
                                ReaderFormats.percent(figures.hours().hoursCompletionRate(), locale),
                                ReaderFormats.duration(figures.attendance().unknownMinutes()))),
                ScreenBody.tile(
                        texts.get("overview.column.absences"),
                        String.valueOf(figures.absences().total()),
                        texts.get(
                                "overview.absences",
                                figures.absences().unjustified(),
                                figures.absences().toJustify(),
                                figures.absences().underReview(),
                                figures.absences().justified())),
                ScreenBody.tile(
                        texts.get("overview.figure.completion"),
                        ReaderFormats.percent(figures.completion().completionRate(), locale),
                        texts.get("overview.figure.completion.note")),
                ScreenBody.tile(
                        texts.get("overview.figure.connection"),
                        ReaderFormats.duration(figures.completion().connectionMinutes()),
                        texts.get("overview.figure.connection.note")),
                ScreenBody.tile(
                        texts.get("overview.figure.evaluations"),
                        figures.evaluations().passed() + " / "
                                + (figures.evaluations().taken()
                                        + figures.evaluations().notTaken()),
                        texts.get(
                                "overview.figure.evaluations.note",
                                figures.evaluations().notTaken(),
                                figures.evaluations().taken(),
                                figures.evaluations().passed())));
        tiles.addClassName("assidu-tiles");
        return tiles;
    }

    Component enrolments(UUID learnerId, Locale locale) {
        var cards = new Div();
        cards.addClassName("assidu-columns");
        for (EnrolmentInfo enrolment : enrolments.ofLearner(learnerId)) {
            var list = new UnorderedList();
            for (EnrolmentInfo.FundingInfo funding : enrolment.fundings()) {
                list.add(new ListItem(funding.funder().name() + " · "
                        + Objects.requireNonNullElse(funding.fileNumber(), "–") + " · "
                        + ReaderFormats.duration(funding.agreedMinutes())));
            }
            var certificate = links.certificate(enrolment.id());
            var card = new Div(
                    new H2(enrolment.programme().title()),
                    new Paragraph(enrolment.number() + " · " + enrolment.group().name() + " · "
                            + ReaderFormats.date(enrolment.agreement().startsOn(), locale) + " – "
                            + ReaderFormats.date(enrolment.agreement().endsOn(), locale) + " · "
                            + texts.get(
                                    "overview.learner.agreed",
                                    ReaderFormats.duration(enrolment.agreement().agreedMinutes()))),
                    list,
                    certificate);
            card.addClassName("assidu-card");
            cards.add(card);
        }
        return cards;
    }

    Component alerts(UUID learnerId) {
        var box = new Div(new H2(texts.get("overview.learner.alerts")));
        List<Alerts.AlertView> views = alerts.ofLearner(learnerId);
        if (views.isEmpty()) {
            box.add(new Paragraph(texts.get("overview.learner.alerts.none")));
        }
        for (Alerts.AlertView alert : views) {
            box.add(new Paragraph(texts.get(
                    "shell.says",
                    alert.raisedBy().ruleName(),
                    alert.finding().explanation().read(texts))));
        }
        box.addClassName("assidu-card");
        return box;
    }

    Component timeline(UUID learnerId, Locale locale) {
        return timeline.of(learnerId, locale);
    }

    Component documents(UUID learnerId) {
        var list = new UnorderedList();
        for (IssuedDocuments.IssuedView view : documents.ofLearner(learnerId)) {
            list.add(new ListItem(view.number() + " · " + view.title()));
        }
        return new Div(links.sheetOfLearner(learnerId), list);
    }
}
