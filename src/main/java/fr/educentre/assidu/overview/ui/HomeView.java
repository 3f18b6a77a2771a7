package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.overview.HomeQueries;
import fr.educentre.assidu.shell.RoleChoice;
import fr.educentre.assidu.shell.RoleChoice.OtherRole;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.LiveScreen;
import fr.educentre.assidu.shell.ui.MainLayout;
import fr.educentre.assidu.shell.ui.ScreenPart;
import jakarta.annotation.security.PermitAll;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Home: the part of the role acted in, followed while it is open; then, for who has several roles, the way into the others. One
 * acts in one role at a time, so that what one sees and may do is never mixed up.
 */
@Route(value = "", layout = MainLayout.class)
@PermitAll
class HomeView extends ScreenBody implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final Duration EVERY = Duration.ofSeconds(15);

    /** Whoever teaches begins with their class. */
    private static final List<String> ORDER =
            List.of("TRAINER", "REFERENT", "QUALITY_MANAGER", "ADMIN", "AUDITOR", "LEARNER");

    private final transient Texts texts;
    private final transient CurrentActor current;
    private final transient RolePart part;
    private final transient ObjectProvider<RoleChoice> choice;
    private final transient HomeQueries figures;
    private final transient ObjectProvider<ScreenPart> above;
    private final Div box = new Div();
    private transient List<Object> facts = List.of();

    HomeView(
            Texts texts,
            CurrentActor current,
            RolePart part,
            HomeQueries figures,
            ObjectProvider<RoleChoice> choice,
            ObjectProvider<ScreenPart> above) {
        this.texts = texts;
        this.figures = figures;
        this.above = above;
        this.current = current;
        this.part = part;
        this.choice = choice;
        LiveScreen.follow(this, EVERY, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (current.get().is(Role.LEARNER)) {
            event.forwardTo(LearnerSpaceView.class);
            return;
        }
        removeAll();
        List<ScreenPart.Made> beginning = ScreenPart.of(above, "");
        beginning.forEach(one -> add(one.component()));
        // Nothing was planned yet: zeros would say less than what to do.
        if (!beginning.isEmpty() && !figures.anySession()) {
            return;
        }
        List<OtherRole> others = choice.stream()
                .flatMap(one -> one.others().stream())
                .sorted(Comparator.comparingInt(role -> ORDER.indexOf(role.role())))
                .toList();
        if (!others.isEmpty()) {
            add(new H2(texts.get("manage.role." + current.get().role())));
        }
        add(box);
        show(part.read());
        others.forEach(role -> add(otherPart(role)));
    }

    private boolean refresh() {
        if (box.getParent().isEmpty()) {
            return false;
        }
        RolePart.Now now = part.read();
        if (now.facts().equals(facts)) {
            return false;
        }
        show(now);
        return true;
    }

    private void show(RolePart.Now now) {
        facts = now.facts();
        box.removeAll();
        box.add(now.drawn());
    }

    private Component otherPart(OtherRole role) {
        String name = texts.get(role.labelKey());
        var act = new Button(texts.get("shell.actIn", name), click -> {
            choice.stream().forEach(one -> one.actIn(role));
            getUI().ifPresent(ui -> ui.getPage().setLocation("/"));
        });
        var other = new Div(new H2(name), act);
        other.addClassName("assidu-card");
        return other;
    }

    @Override
    public String getPageTitle() {
        return texts.get("overview.menu.home");
    }
}
