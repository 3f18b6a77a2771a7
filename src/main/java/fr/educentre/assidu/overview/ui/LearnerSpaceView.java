package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.EmptyState;
import fr.educentre.assidu.shell.ui.MainLayout;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.Learners;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A learner's own space, first of all on a phone: what is awaited from them before all else. */
@Route(value = "espace", layout = MainLayout.class)
@RolesAllowed("LEARNER")
class LearnerSpaceView extends ScreenBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final transient CurrentActor current;
    private final transient Learners learners;
    private final transient LearnerParts parts;
    private final transient List<SpaceBlock> blocks;

    LearnerSpaceView(
            Texts texts, CurrentActor current, Learners learners, LearnerParts parts, List<SpaceBlock> blocks) {
        this.texts = texts;
        this.current = current;
        this.learners = learners;
        this.parts = parts;
        this.blocks = blocks.stream()
                .sorted(Comparator.comparingInt(SpaceBlock::place))
                .toList();
        addClassName("assidu-space");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    private void show() {
        removeAll();
        Optional<LearnerInfo> learner =
                Optional.ofNullable(current.get().personId()).flatMap(learners::find);
        if (learner.isEmpty()) {
            add(new EmptyState(texts.get("overview.space.nobody"), texts.get("overview.space.nobody.text")));
            return;
        }
        ZoneId zone = parts.zone(learner.get().id());
        blocks.forEach(block -> add(block.of(learner.get(), zone, this::show)));
    }

    @Override
    public String getPageTitle() {
        return texts.get("overview.menu.space");
    }
}
