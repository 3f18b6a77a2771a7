package fr.educentre.assidu.onboarding.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.onboarding.GuidedStart;
import fr.educentre.assidu.onboarding.OnboardingStage;
import fr.educentre.assidu.onboarding.OnboardingStage.Progress;
import fr.educentre.assidu.shell.OnboardingStep;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.ScreenPart;
import java.util.List;
import java.util.Optional;

/** Where a centre begins is the first thing seen until it has begun; then what is left of it. */
@org.springframework.stereotype.Component
class OnboardingAtHome implements ScreenPart {

    private final GuidedStart start;
    private final CurrentActor current;
    private final Texts texts;

    OnboardingAtHome(GuidedStart start, CurrentActor current, Texts texts) {
        this.start = start;
        this.current = current;
        this.texts = texts;
    }

    @Override
    public String screen() {
        return "";
    }

    @Override
    public String titleKey() {
        return "onboarding.screen";
    }

    @Override
    public Optional<Component> create() {
        if (!current.get().is(Role.ADMIN, Role.QUALITY_MANAGER)) {
            return Optional.empty();
        }
        List<OnboardingStage> stages = start.stages();
        return stages.stream().filter(OnboardingStage::isOpen).findFirst().map(next -> card(stages, next.step()));
    }

    private Component card(List<OnboardingStage> stages, OnboardingStep first) {
        long done = stages.stream()
                .filter(stage -> stage.progress() == Progress.DONE)
                .count();
        var steps = new UnorderedList();
        for (OnboardingStage stage : stages) {
            if (!stage.isOpen()) {
                continue;
            }
            steps.add(new ListItem(
                    OnboardingView.link(stage, texts),
                    new Span(" "),
                    OnboardingView.badge(stage.progress(), texts),
                    new Paragraph(texts.get("onboarding.step." + stage.step().key() + ".enables"))));
        }
        var next = new Anchor(
                OnboardingView.address(first), texts.get(done == 0 ? "onboarding.begin" : "onboarding.continue"));
        next.setRouterIgnore(false);
        next.addClassName("assidu-button-link");
        var card = new Div(
                new H2(texts.get("onboarding.home.title")),
                new Paragraph(texts.get("onboarding.home.text", done, stages.size())),
                next,
                steps);
        card.addClassNames("assidu-card", "assidu-onboarding");
        return card;
    }
}
