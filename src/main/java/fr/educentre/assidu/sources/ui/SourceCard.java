package fr.educentre.assidu.sources.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.SiteTimes;
import fr.educentre.assidu.shell.ui.StatusBadge;
import fr.educentre.assidu.sources.core.SourceConnections.Connection;
import fr.educentre.assidu.sources.core.SourceConnections.Health;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One connection at a glance: how it is doing, since when, what it holds up. */
class SourceCard extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Texts texts;

    SourceCard(Connection one, Texts texts, Runnable configure, Runnable test) {
        this.texts = texts;
        addClassName("assidu-card");
        var head = new Div(new H3(one.described().title()), badge(one.health(), texts));
        head.addClassName("assidu-filters");
        var purpose = new Paragraph(one.described().purpose());
        purpose.addClassName("assidu-muted");
        add(head, purpose, facts(one));
        if (one.attempts().lastProblem() != null && one.health() == Health.FAILING) {
            add(new Paragraph(
                    texts.get("connectors.card.problem", one.attempts().lastProblem())));
        }
        var settings = new Button(texts.get("connectors.card.configure"), click -> configure.run());
        var tried = new Button(texts.get("connectors.card.test"), click -> test.run());
        tried.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        tried.setDisableOnClick(true);
        tried.addClickListener(click -> tried.setEnabled(true));
        settings.setAriaLabel(
                texts.get("connectors.card.configure.of", one.described().title()));
        tried.setAriaLabel(texts.get("connectors.card.test.of", one.described().title()));
        var actions = new Div(settings, tried);
        actions.addClassName("assidu-filters");
        add(actions);
    }

    static StatusBadge badge(Health health, Texts texts) {
        return switch (health) {
            case READY -> new StatusBadge(StatusBadge.Tone.GOOD, texts.get("connectors.health.READY"));
            case TO_TEST -> new StatusBadge(StatusBadge.Tone.NOTICE, texts.get("connectors.health.TO_TEST"));
            case TO_SET_UP -> new StatusBadge(StatusBadge.Tone.NEUTRAL, texts.get("connectors.health.TO_SET_UP"));
            case FAILING -> new StatusBadge(StatusBadge.Tone.BAD, texts.get("connectors.health.FAILING"));
        };
    }

    private DescriptionList facts(Connection one) {
        var list = new DescriptionList();
        list.addClassName("assidu-facts");
        fact(list, "connectors.card.lastSuccess", at(one.attempts().lastSuccessAt()));
        fact(list, "connectors.card.lastTest", tested(one));
        fact(
                list,
                "connectors.card.receivedLastDay",
                String.valueOf(one.traffic().receivedLastDay()));
        fact(
                list,
                "connectors.card.lag",
                one.traffic().lagSeconds() == null
                        ? texts.get("connectors.card.noLag")
                        : texts.get(
                                "connectors.card.waiting",
                                one.traffic().waiting(),
                                (one.traffic().lagSeconds() + 59) / 60));
        if (one.traffic().failed() > 0) {
            list.add(
                    new DescriptionList.Term(texts.get("connectors.card.failed")),
                    new DescriptionList.Description(new Anchor(
                            "connecteurs?connecteur=" + one.described().name() + "&etat=FAILED",
                            String.valueOf(one.traffic().failed()))));
        }
        if (one.traffic().unmatched() > 0) {
            fact(list, "connectors.card.unmatched", String.valueOf(one.traffic().unmatched()));
        }
        return list;
    }

    private String tested(Connection one) {
        return one.attempts().lastTest() == null
                ? texts.get("connectors.card.never")
                : texts.get(
                        "connectors.card.tested",
                        at(one.attempts().lastTestAt()),
                        texts.get("connectors.test." + one.attempts().lastTest()));
    }

    private void fact(DescriptionList list, String key, String value) {
        list.add(new DescriptionList.Term(texts.get(key)), new DescriptionList.Description(value));
    }

    private String at(@Nullable Instant instant) {
        return instant == null ? texts.get("connectors.card.never") : SiteTimes.at(instant, texts);
    }
}
