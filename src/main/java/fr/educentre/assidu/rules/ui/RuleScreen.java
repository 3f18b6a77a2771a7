package fr.educentre.assidu.rules.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.rules.RuleBook;
import fr.educentre.assidu.rules.RuleBook.RuleView;
import fr.educentre.assidu.rules.RuleBook.VersionView;
import fr.educentre.assidu.rules.RuleFiles;
import fr.educentre.assidu.rules.RuleWarnings;
import fr.educentre.assidu.rules.RuleWatch;
import fr.educentre.assidu.rules.ui.RuleTabs.Part;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.EmptyState;
import fr.educentre.assidu.shell.ui.FileLink;
import fr.educentre.assidu.shell.ui.MainLayout;
import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One rule: written, given examples, tried on the past, published, watched. */
@Route(value = "regles/:rule", layout = MainLayout.class)
@RolesAllowed({"ADMIN", "QUALITY_MANAGER", "TRAINER", "REFERENT", "AUDITOR"})
class RuleScreen extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    static final String NEW = "nouvelle";

    private final transient RuleBook book;
    private final transient RuleFiles files;
    private final transient RuleWatch watch;
    private final transient RuleWarnings remarks;
    private final transient Texts texts;
    private final boolean quality;
    private String title;
    /** What the screen was drawn for; empty while it must be drawn anew. */
    private String drawn = "";

    private Part part = Part.ECRIRE;
    private @Nullable RuleTabs parts;

    RuleScreen(
            RuleBook book, RuleFiles files, RuleWatch watch, RuleWarnings remarks, Texts texts, CurrentActor current) {
        this.book = book;
        this.files = files;
        this.watch = watch;
        this.remarks = remarks;
        this.texts = texts;
        this.title = texts.get("rules.menu");
        this.quality = current.find()
                .map(Actor::role)
                .filter(Role.QUALITY_MANAGER::equals)
                .isPresent();
        addClassName("assidu-view");
    }

    /** Going from part to part keeps what is being written. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String asked = event.getRouteParameters().get("rule").orElse("");
        var parameters = event.getLocation().getQueryParameters();
        String version = parameters.getSingleParameter("version").orElse("");
        part = Part.of(parameters.getSingleParameter(RuleTabs.PARAMETER).orElse(""));
        String address = asked + "?" + version;
        if (!address.equals(drawn)) {
            drawn = address;
            draw(asked, version);
        }
        if (parts != null) {
            parts.show(part);
        }
    }

    private void draw(String asked, String version) {
        removeAll();
        parts = null;
        if (asked.equals(NEW) && quality) {
            title = texts.get("rules.new");
            show(WorkingDraft.ofNew("assiduity", texts.get("rules.template")), version);
            return;
        }
        find(asked)
                .ifPresentOrElse(
                        rule -> show(rule, version),
                        () -> add(new EmptyState(
                                texts.get("refusal.notFound.rule"),
                                texts.get("rules.unknown"),
                                new Anchor("regles", texts.get("rules.menu")))));
    }

    private Optional<RuleView> find(String id) {
        try {
            return Optional.of(book.get(UUID.fromString(id)));
        } catch (IllegalArgumentException | Refusal e) {
            return Optional.empty();
        }
    }

    private void show(RuleView rule, String version) {
        title = rule.name();
        var opened = rule.versions().stream()
                .filter(one -> String.valueOf(one.version()).equals(version))
                .findFirst()
                .orElseGet(() -> opened(rule));
        show(WorkingDraft.of(rule, opened.version(), quality), version);
    }

    /** What one works on: a draft that is newer than what is in force, else what is in force. */
    private static VersionView opened(RuleView rule) {
        var shown = rule.shown().orElseThrow();
        return rule.versions().stream()
                .filter(one -> one.state().equals("DRAFT") && one.version() > shown.version())
                .max(Comparator.comparingInt(VersionView::version))
                .orElse(shown);
    }

    private void show(WorkingDraft draft, String version) {
        var all = new RuleTabs(
                texts, draft.rule().map(rule -> rule.id().toString()).orElse(NEW), version);
        all.add(Part.ECRIRE, texts.get("rules.tab.write"), () -> new RuleEditor(book, texts, draft));
        if (draft.assiduity()) {
            all.add(Part.EXEMPLES, texts.get("rules.tab.examples"), () -> new ExamplesPanel(book, texts, draft));
        }
        draft.rule().ifPresent(rule -> {
            all.add(
                    Part.VERSIONS,
                    texts.get("rules.tab.versions", rule.versions().size()),
                    () -> new VersionsPanel(book, texts, rule, quality ? number -> publish(rule, number) : null));
            if (draft.assiduity()) {
                all.add(Part.SUIVI, texts.get("rules.tab.watch"), () -> watched(rule));
            }
        });
        parts = all;
        add(head(draft), all);
    }

    private Component watched(RuleView rule) {
        return new WatchPanel(
                watch.course(rule.id(), WatchPanel.WEEKS),
                remarks.all().stream()
                        .filter(remark -> remark.ruleId().equals(rule.id()))
                        .toList(),
                texts);
    }

    private Div head(WorkingDraft draft) {
        var name = new H2(draft.rule().map(RuleView::name).orElseGet(() -> texts.get("rules.new")));
        var state = new Div(name);
        state.addClassName("assidu-card-head");
        draft.rule()
                .flatMap(rule -> rule.version(draft.version()))
                .ifPresent(version -> state.add(
                        RulesView.badge(version.state(), texts),
                        new Span(texts.get("rules.version.number", version.version()))));
        var actions = new Div();
        actions.addClassName("assidu-actions");
        if (quality) {
            var save = new Button(texts.get("rules.saveDraft"), click -> attempt(() -> saved(draft)));
            var publish = new Button(
                    texts.get("rules.publish.ask"),
                    click -> attempt(() -> {
                        int version = keep(draft);
                        publish(book.get(draft.ruleId()), version);
                    }));
            publish.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            actions.add(save, publish);
            if (draft.assiduity()) {
                actions.add(new Button(
                        texts.get("rules.replay"),
                        click -> attempt(() -> {
                            int version = keep(draft);
                            UI.getCurrent()
                                    .navigate(
                                            "regles/rejouer",
                                            QueryParameters.simple(Map.of(
                                                    "regle",
                                                    draft.ruleId().toString(),
                                                    "version",
                                                    String.valueOf(version))));
                        })));
            }
        }
        draft.rule().ifPresent(rule -> {
            actions.add(new FileLink(texts.get("rules.export"), () -> content(rule, draft.version())));
            if (quality && draft.assiduity() && rule.live()) {
                var retire = new Button(texts.get("rules.retire"), click -> retire(rule));
                retire.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
                actions.add(retire);
            }
        });
        return new Div(new Anchor("regles", texts.get("rules.back")), state, actions);
    }

    private FileLink.Content content(RuleView rule, int version) {
        var file = files.one(rule.id(), version);
        return new FileLink.Content(file.name(), file.mediaType(), file.bytes());
    }

    private void attempt(Runnable work) {
        try {
            work.run();
        } catch (Refusal refusal) {
            Notification.show(
                    texts.get(refusal.key(), refusal.arguments().toArray()), 8000, Notification.Position.MIDDLE);
        }
    }

    private void saved(WorkingDraft draft) {
        int version = keep(draft);
        Notification.show(texts.get("rules.saved"));
        open(draft.ruleId(), version);
    }

    private int keep(WorkingDraft draft) {
        return new DraftSaver(book).keep(draft);
    }

    private void publish(RuleView rule, int version) {
        var asked = rule.version(version).orElseThrow();
        var before = new Div();
        rule.versions().stream()
                .filter(one -> one.state().equals("PUBLISHED"))
                .findFirst()
                .ifPresentOrElse(
                        current -> before.add(
                                new Paragraph(texts.get("rules.publish.replaces", current.version(), version)),
                                new DifferenceView(book.difference(rule.id(), current.version(), version), texts)),
                        () -> before.add(new Paragraph(texts.get("rules.publish.first"))));
        before.add(new Paragraph(
                texts.get("rules.publish.examples", asked.examples().size())));
        new PublishDialog(
                        texts,
                        texts.get("rules.publish.title", rule.name()),
                        texts.get("rules.publish"),
                        before,
                        why -> {
                            book.publish(rule.id(), version, why);
                            Notification.show(texts.get("rules.published"));
                            open(rule.id(), 0);
                        })
                .open();
    }

    private void retire(RuleView rule) {
        new PublishDialog(
                        texts,
                        texts.get("rules.retire.title", rule.name()),
                        texts.get("rules.retire"),
                        new Div(new Paragraph(texts.get("rules.retire.what"))),
                        why -> {
                            book.retire(rule.id(), why);
                            Notification.show(texts.get("rules.retired"));
                            open(rule.id(), 0);
                        })
                .open();
    }

    /** Drawn anew, on the same part. @param version 0 for the one in force */
    private void open(UUID rule, int version) {
        drawn = "";
        UI.getCurrent()
                .navigate(
                        RuleScreen.class,
                        new RouteParameters("rule", rule.toString()),
                        RuleTabs.query(version == 0 ? "" : String.valueOf(version), part));
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
