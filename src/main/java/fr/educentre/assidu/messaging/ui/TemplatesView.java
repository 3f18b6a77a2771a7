package fr.educentre.assidu.messaging.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import fr.educentre.assidu.messaging.MessageTemplates;
import fr.educentre.assidu.messaging.MessageTemplates.Past;
import fr.educentre.assidu.messaging.MessageTemplates.TemplateView;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.AddressFilters;
import fr.educentre.assidu.shell.ui.ListSpec;
import fr.educentre.assidu.shell.ui.MainLayout;
import fr.educentre.assidu.shell.ui.SiteTimes;
import fr.educentre.assidu.shell.ui.TableColumn;
import fr.educentre.assidu.shell.ui.TableList;
import fr.educentre.assidu.training.Learners;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/** The words of the mails: each read, changed, tried and put in force, its versions beside it. */
@Route(value = TemplatesView.PATH, layout = MainLayout.class)
@RolesAllowed("QUALITY_MANAGER")
class TemplatesView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = "courriels/modeles";
    private static final long serialVersionUID = 1L;
    private static final String KEY = "modele";
    private static final String LANGUAGE = "langue";

    private final transient Texts texts;
    private final transient MessageTemplates templates;
    private final transient Learners learners;
    private final TextField words = new TextField();
    private final Checkbox own = new Checkbox();
    private final Div editor = new Div();
    private final TableList<TemplateView> list;

    TemplatesView(Texts texts, MessageTemplates templates, Learners learners) {
        this.texts = texts;
        this.templates = templates;
        this.learners = learners;
        addClassName("assidu-view");
        editor.addClassName("assidu-card");
        editor.getElement().setAttribute("role", "region");
        editor.getElement().setAttribute("aria-label", texts.get("messaging.templates.title"));
        words.setLabel(texts.get("messaging.templates.filter.words"));
        words.setValueChangeMode(ValueChangeMode.LAZY);
        own.setLabel(texts.get("messaging.templates.filter.own"));
        list = new TableList<>(
                texts, shown(), new AddressFilters().words("q", words).tick("centre", own));
        var columns = new Div(list, editor);
        columns.addClassNames("assidu-columns");
        add(columns);
    }

    private ListSpec<TemplateView> shown() {
        return new ListSpec<>(
                "messaging.templates",
                getPageTitle(),
                new ListSpec.Name<>(
                        texts.get("messaging.templates.column.name"),
                        TemplateView::name,
                        one -> new Anchor(PATH + '?' + address(one).getQueryString(), one.name())),
                List.of(
                        column("language", one -> texts.get("messaging.templates.language." + one.language()))
                                .high(),
                        column("version", one -> version(one.versions().getFirst()))
                                .taking(8)),
                ListSpec.Actions.none(),
                this::page);
    }

    private TableColumn<TemplateView> column(String key, Function<TemplateView, String> text) {
        return TableColumn.of(key, texts.get("messaging.templates.column." + key), text);
    }

    private String version(Past one) {
        return one.at() == null
                ? texts.get("messaging.templates.shipped", one.words().version())
                : texts.get(
                        "messaging.templates.own",
                        one.words().version(),
                        Objects.requireNonNullElse(one.by(), ""),
                        SiteTimes.at(one.at(), texts));
    }

    private PageOf<TemplateView> page(int page, int size) {
        String asked = words.getValue().strip().toLowerCase(Locale.ROOT);
        List<TemplateView> found = templates.all().stream()
                .filter(one -> !own.getValue() || one.own())
                .filter(one -> (one.name() + ' ' + one.words().subject())
                        .toLowerCase(Locale.ROOT)
                        .contains(asked))
                .toList();
        return new PageOf<>(found.stream().skip((long) page * size).limit(size).toList(), page, size, found.size());
    }

    private static QueryParameters address(TemplateView one) {
        return QueryParameters.of(KEY, one.key()).merging(LANGUAGE, one.language());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters asked = event.getLocation().getQueryParameters();
        list.read(asked);
        editor.removeAll();
        asked.getSingleParameter(KEY)
                .ifPresentOrElse(
                        key -> open(key, asked.getSingleParameter(LANGUAGE).orElse("fr")),
                        () -> editor.add(new Paragraph(texts.get("messaging.templates.pick"))));
    }

    private void open(String key, String language) {
        editor.removeAll();
        try {
            editor.add(new TemplateEditor(
                    texts, templates, learners, templates.get(key, language), this::version, written -> {
                        list.refresh();
                        open(written.key(), written.language());
                    }));
        } catch (Refusal refusal) {
            editor.add(
                    new Paragraph(texts.get(refusal.key(), refusal.arguments().toArray())));
        }
    }

    @Override
    public String getPageTitle() {
        return texts.get("messaging.templates.title");
    }
}
