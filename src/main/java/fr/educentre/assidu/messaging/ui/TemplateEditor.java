package fr.educentre.assidu.messaging.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import fr.educentre.assidu.messaging.MessageTemplates;
import fr.educentre.assidu.messaging.MessageTemplates.Blank;
import fr.educentre.assidu.messaging.MessageTemplates.Draft;
import fr.educentre.assidu.messaging.MessageTemplates.Past;
import fr.educentre.assidu.messaging.MessageTemplates.TemplateView;
import fr.educentre.assidu.messaging.MessageTemplates.Words;
import fr.educentre.assidu.shell.InvalidContent;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.FieldMarks;
import fr.educentre.assidu.training.LearnerInfo;
import fr.educentre.assidu.training.Learners;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One mail: its words, what fills it, how it reads, and the versions before. What was typed stays until it is right. */
class TemplateEditor extends Div {

    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final transient MessageTemplates templates;
    private final transient TemplateView template;
    private final transient Function<Past, String> version;
    private final transient Consumer<TemplateView> written;
    private final TextField subject = new TextField();
    private final TextArea text = new TextArea();
    private final ComboBox<LearnerInfo> learner = new ComboBox<>();
    private final Div preview = new Div();

    TemplateEditor(
            Texts texts,
            MessageTemplates templates,
            Learners learners,
            TemplateView template,
            Function<Past, String> version,
            Consumer<TemplateView> written) {
        this.texts = texts;
        this.templates = templates;
        this.template = template;
        this.version = version;
        this.written = written;
        subject.setLabel(texts.get("messaging.templates.subject"));
        subject.setWidthFull();
        text.setLabel(texts.get("messaging.templates.text"));
        text.setWidthFull();
        text.setMinRows(10);
        take(template.words());
        LearnerChoice.fill(learner, texts.get("messaging.templates.learner"), learners, null);
        preview.getElement().setAttribute("role", "status");
        add(
                new H2(template.name() + " – " + texts.get("messaging.templates.language." + template.language())),
                subject,
                text,
                blanks(),
                acts(),
                preview,
                new H3(texts.get("messaging.templates.versions")),
                versions());
    }

    private Div blanks() {
        var box = new Div(new Paragraph(texts.get("messaging.templates.blanks")));
        for (Blank blank : template.blanks()) {
            var add = new Button("{" + blank.name() + "}", click -> insert("{" + blank.name() + "}"));
            add.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            String label = blank.required() ? texts.get("messaging.templates.required", blank.label()) : blank.label();
            add.setTooltipText(label);
            add.setAriaLabel(blank.name() + ", " + label);
            box.add(add);
        }
        box.add(new Paragraph(texts.get("messaging.templates.optional", "{si telephone}", "{/}", "{sauf telephone}")));
        return box;
    }

    private void insert(String blank) {
        String before = text.getValue();
        text.setValue(
                before.isEmpty() || before.endsWith("\n") || before.endsWith(" ")
                        ? before + blank
                        : before + " " + blank);
        text.focus();
    }

    private Div acts() {
        var show = new Button(texts.get("messaging.templates.preview"), click -> run(this::show));
        var test = new Button(
                texts.get("messaging.templates.test"),
                click -> run(() -> {
                    templates.test(template.key(), draft(), chosen());
                    Notification.show(texts.get("messaging.templates.tested"));
                }));
        var write = new Button(
                texts.get("messaging.templates.write"),
                click -> run(() -> {
                    TemplateView now =
                            templates.write(template.key(), template.words().version(), draft());
                    Notification.show(texts.get("messaging.templates.written"));
                    written.accept(now);
                }));
        write.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var box = new Div(learner, show, test, write);
        box.addClassName("assidu-filters");
        if (template.own()) {
            box.add(new Button(
                    texts.get("messaging.templates.original"),
                    click -> take(template.versions().getLast().words())));
        }
        return box;
    }

    private void show() {
        MessageTemplates.Preview mail = templates.preview(template.key(), draft(), chosen());
        preview.removeAll();
        var body = new Pre(mail.text());
        body.getStyle().set("white-space", "pre-wrap").set("overflow-wrap", "anywhere");
        preview.add(new H3(mail.subject()), body);
    }

    private UnorderedList versions() {
        var list = new UnorderedList();
        list.addClassName("assidu-list");
        for (Past one : template.versions()) {
            var take = new Button(texts.get("messaging.templates.version.take"), click -> take(one.words()));
            take.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            take.setAriaLabel(texts.get("messaging.templates.version.take") + " " + version.apply(one));
            list.add(new ListItem(new Span(version.apply(one)), new Span(" "), take));
        }
        return list;
    }

    private void take(Words words) {
        subject.setValue(words.subject());
        text.setValue(words.text());
    }

    private Draft draft() {
        return new Draft(template.language(), subject.getValue(), text.getValue());
    }

    private @Nullable UUID chosen() {
        return learner.getOptionalValue().map(LearnerInfo::id).orElse(null);
    }

    private void run(Runnable act) {
        Map<String, HasValidation> fields = Map.of("subject", subject, "text", text);
        fields.values().forEach(field -> field.setInvalid(false));
        try {
            act.run();
        } catch (InvalidContent wrong) {
            FieldMarks.mark(texts, wrong.problems(), fields);
        } catch (Refusal refusal) {
            Notification.show(texts.get(refusal.key(), refusal.arguments().toArray()));
        }
    }
}
