package fr.educentre.assidu.imports.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import fr.educentre.assidu.imports.CentreLists;
import fr.educentre.assidu.shell.OnboardingStep;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.shell.ui.OnboardingPart;
import fr.educentre.assidu.shell.ui.OnboardingPart.Standing;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Groups and learners come from a file where there are many. */
@Component
@Order(30)
class ListsOnboarding implements OnboardingPart.Contributor {

    private final CentreLists lists;
    private final Texts texts;

    ListsOnboarding(CentreLists lists, Texts texts) {
        this.lists = lists;
        this.texts = texts;
    }

    @Override
    public List<OnboardingPart> onboarding() {
        return List.of(new OnboardingPart(
                OnboardingStep.GROUPS,
                "lists",
                Standing.optional(false, Wording.NONE),
                Set.of("QUALITY_MANAGER"),
                changed -> {
                    var link = new Anchor(RosterImportView.PATH, texts.get("onboarding.lists.import"));
                    link.setRouterIgnore(false);
                    return new Div(new ListDownloads(lists, texts), link);
                }));
    }
}
