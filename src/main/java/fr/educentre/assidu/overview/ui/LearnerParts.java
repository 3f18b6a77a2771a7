package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import fr.educentre.assidu.documents.FundedMinutes;
import fr.educentre.assidu.documents.IssuedDocuments;
import fr.educentre.assidu.overview.Dashboards;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.training.EnrolmentInfo;
import fr.educentre.assidu.training.Enrolments;
import fr.educentre.assidu.training.LearnerInfo;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Parts of a learner's page, shared by the staff's view and the learner's own. */
@org.springframework.stereotype.Component
class LearnerParts {

    private final Texts texts;
    private final Dashboards dashboards;
    private final Enrolments enrolments;
    private final LearnerAlerts alerts;
    private final IssuedDocuments documents;
    private final DocumentLinks links;
    private final LearnerTimeline timeline;
    private final FundedMinutes hours;

    LearnerParts(
            Texts texts,
            Dashboards dashboards,
            Enrolments enrolments,
            LearnerAlerts alerts,
            IssuedDocuments documents,
            DocumentLinks links,
            LearnerTimeline timeline,
            FundedMinutes hours) {
        this.texts = texts;
        this.dashboards = dashboards;
        this.enrolments = enrolments;
        this.alerts = alerts;
        this.documents = documents;
        this.links = links;
        this.timeline = timeline;
        this.hours = hours;
    }

    /** The time of the learner's site. */
    ZoneId zone(UUID learnerId) {
        return timeline.zone(learnerId);
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
        Map<UUID, Integer> realised = hours.ofLearner(learnerId);
        for (EnrolmentInfo enrolment : enrolments.ofLearner(learnerId)) {
            var list = new UnorderedList();
            for (EnrolmentInfo.FundingInfo funding : enrolment.fundings()) {
                list.add(new ListItem(funding.funder().name() + " · "
                        + Objects.requireNonNullElse(funding.fileNumber(), "–") + " · "
                        + balance(funding.agreedMinutes(), realised.getOrDefault(funding.id(), 0))));
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

    private String balance(int agreed, int realised) {
        return texts.get(
                "overview.learner.funding",
                ReaderFormats.duration(agreed),
                ReaderFormats.duration(realised),
                ReaderFormats.duration(Math.max(0, agreed - realised)));
    }

    Component alerts(LearnerInfo learner) {
        return alerts.of(learner);
    }

    /** @param opening whether lines open the staff's screens */
    Component timeline(UUID learnerId, boolean opening) {
        return timeline.of(learnerId, opening);
    }

    Component documents(UUID learnerId) {
        var list = new UnorderedList();
        for (IssuedDocuments.IssuedView view : documents.ofLearner(learnerId)) {
            list.add(new ListItem(view.number() + " · " + view.title()));
        }
        return new Div(links.sheetOfLearner(learnerId), list);
    }
}
