package fr.educentre.assidu.onboarding.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import fr.educentre.assidu.onboarding.GuidedStart;
import fr.educentre.assidu.onboarding.OnboardingStage;
import fr.educentre.assidu.onboarding.OnboardingStage.Progress;
import fr.educentre.assidu.shell.OnboardingStep;
import fr.educentre.assidu.shell.RoleChoice;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.MainLayout;
import fr.educentre.assidu.shell.ui.OnboardingPart;
import fr.educentre.assidu.shell.ui.SettingsTabs;
import fr.educentre.assidu.shell.ui.StatusBadge;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;

/** The steps beside the one that is open; each says what it makes possible, and is done in place. The step stands in the address. */
@Route(value = OnboardingView.PATH, layout = MainLayout.class)
@RolesAllowed({"ADMIN", "QUALITY_MANAGER"})
class OnboardingView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = "demarrage";
    private static final String STEP = "etape";
    private static final long serialVersionUID = 1L;

    private final transient GuidedStart start;
    private final transient Texts texts;
    private final transient AuthenticationContext authentication;
    private final transient Optional<RoleChoice> roles;
    private final Nav steps = new Nav();
    private final Section open = new Section();
    private OnboardingStep chosen = OnboardingStep.ORGANISATION;

    OnboardingView(
            GuidedStart start,
            Texts texts,
            AuthenticationContext authentication,
            ObjectProvider<RoleChoice> roles,
            SettingsTabs tabs) {
        this.start = start;
        this.texts = texts;
        this.authentication = authentication;
        this.roles = roles.stream().findFirst();
        addClassName("assidu-view");
        steps.addClassName("assidu-onboarding-steps");
        steps.getElement().setAttribute("aria-label", texts.get("onboarding.steps"));
        open.addClassName("assidu-onboarding-open");
        var columns = new Div(steps, open);
        columns.addClassName("assidu-onboarding-columns");
        add(tabs, new Paragraph(texts.get("onboarding.about")), columns);
    }

    static String address(OnboardingStep step) {
        return PATH + "?" + STEP + "=" + step.key();
    }

    static Anchor link(OnboardingStage stage, Texts texts) {
        var link = new Anchor(
                address(stage.step()),
                texts.get("onboarding.step." + stage.step().key()));
        link.setRouterIgnore(false);
        return link;
    }

    static StatusBadge badge(Progress progress, Texts texts) {
        var tone = switch (progress) {
            case DONE -> StatusBadge.Tone.GOOD;
            case BEGUN -> StatusBadge.Tone.NOTICE;
            case TO_DO -> StatusBadge.Tone.WAITING;
            case PUT_ASIDE -> StatusBadge.Tone.NEUTRAL;
        };
        return new StatusBadge(tone, texts.get("onboarding.progress." + progress.name()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        List<OnboardingStage> stages = start.stages();
        String asked = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(STEP)
                .orElse("");
        chosen = Arrays.stream(OnboardingStep.values())
                .filter(step -> step.key().equals(asked))
                .findFirst()
                .or(() -> stages.stream()
                        .filter(OnboardingStage::isOpen)
                        .map(OnboardingStage::step)
                        .findFirst())
                .orElse(OnboardingStep.ORGANISATION);
        list(stages);
        show(stages.get(chosen.ordinal()));
    }

    private void list(List<OnboardingStage> stages) {
        steps.removeAll();
        var list = new OrderedList();
        for (OnboardingStage stage : stages) {
            Anchor link = link(stage, texts);
            if (stage.step() == chosen) {
                link.getElement().setAttribute("aria-current", "step");
            }
            list.add(new ListItem(link, new Span(" "), badge(stage.progress(), texts)));
        }
        long done = stages.stream()
                .filter(stage -> stage.progress() == Progress.DONE)
                .count();
        steps.add(new Paragraph(texts.get("onboarding.done", done, stages.size())), list);
    }

    private void show(OnboardingStage stage) {
        open.removeAll();
        String key = "onboarding.step." + stage.step().key();
        var title = new H2(texts.get(key));
        title.getElement().setAttribute("tabindex", "-1");
        open.add(title, new Paragraph(texts.get(key + ".enables")));
        stage.parts().forEach(part -> open.add(card(part)));
        open.add(choice(stage));
    }

    private Component card(OnboardingPart part) {
        String key = "onboarding.part." + part.key();
        var found = new Paragraph(part.standing().found().read(texts));
        var card = new Div(new H3(texts.get(key)), new Paragraph(texts.get(key + ".why")), found);
        found.setVisible(!found.getText().isEmpty());
        card.addClassName("assidu-card");
        if (part.roles().stream().anyMatch(authentication::hasRole)) {
            // What was entered changes how far the steps are; what is being typed stays.
            card.add(part.content().apply(() -> {
                List<OnboardingStage> stages = start.stages();
                found.setText(found(part, stages));
                list(stages);
            }));
        } else {
            card.add(another(part));
        }
        return card;
    }

    private String found(OnboardingPart part, List<OnboardingStage> stages) {
        return stages.stream()
                .flatMap(stage -> stage.parts().stream())
                .filter(one -> one.key().equals(part.key()))
                .map(one -> one.standing().found().read(texts))
                .findFirst()
                .orElse("");
    }

    /** Somebody else does it, or the reader in another of their roles. */
    private Component another(OnboardingPart part) {
        String doers = part.roles().stream()
                .sorted()
                .map(role -> texts.get("manage.role." + role))
                .collect(Collectors.joining(texts.get("shell.separator")));
        var box = new Div(new Paragraph(texts.get("onboarding.another", doers)));
        roles.stream()
                .flatMap(choice -> choice.others().stream()
                        .filter(other -> part.roles().contains(other.role()))
                        .map(other -> new Button(texts.get("shell.actIn", texts.get(other.labelKey())), click -> {
                            choice.actIn(other);
                            UI.getCurrent().getPage().setLocation("/" + address(part.step()));
                        })))
                .forEach(box::add);
        return box;
    }

    private Component choice(OnboardingStage stage) {
        var bar = new Div();
        bar.addClassName("assidu-form-choice");
        if (stage.isOpen()) {
            bar.add(new Button(texts.get("onboarding.putAside"), click -> {
                start.putAside(stage.step());
                go(next(stage.step()));
            }));
        } else if (stage.progress() == Progress.PUT_ASIDE) {
            bar.add(new Button(texts.get("onboarding.resume"), click -> {
                start.resume(stage.step());
                go(stage.step());
            }));
        }
        if (stage.step() != last()) {
            var next = new Button(texts.get("onboarding.next"), click -> go(next(stage.step())));
            next.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            bar.add(next);
        }
        return bar;
    }

    private static OnboardingStep last() {
        return OnboardingStep.values()[OnboardingStep.values().length - 1];
    }

    private static OnboardingStep next(OnboardingStep step) {
        return step == last() ? step : OnboardingStep.values()[step.ordinal() + 1];
    }

    private void go(OnboardingStep step) {
        getUI().ifPresent(ui -> ui.navigate(PATH, QueryParameters.of(STEP, step.key())));
    }

    @Override
    public String getPageTitle() {
        return texts.get("onboarding.screen");
    }
}
