package fr.educentre.assidu.training.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import fr.educentre.assidu.jdbc.TimeOrderedId;
import fr.educentre.assidu.shell.Managed.Change;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Versioned;
import fr.educentre.assidu.shell.ui.FormField;
import fr.educentre.assidu.shell.ui.FormSpec;
import fr.educentre.assidu.shell.ui.RecordEditor;
import fr.educentre.assidu.training.management.NewSeries;
import fr.educentre.assidu.training.management.SessionSeries;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Plans the same session on many days and says what it left out. */
class SeriesDialog extends Dialog {

    private static final long serialVersionUID = 1L;

    private final transient Texts texts;
    private final transient SessionSeries series;
    private final UUID key = TimeOrderedId.next();
    private final transient Runnable planned;

    private final Div conflicts = new Div();

    /** What was looked at last. */
    private transient @Nullable NewSeries seen;

    /** What the last series became. */
    private SessionSeries.@Nullable Planned outcome;

    SeriesDialog(SessionSeries series, SessionChoices choices, Texts texts, JsonMapper json, Runnable planned) {
        this.series = series;
        this.texts = texts;
        this.planned = planned;
        var editor = new RecordEditor<>(new Plan(), spec(texts, choices), texts, json, kept -> tell());
        setHeaderTitle(texts.get("manage.series.new"));
        setWidth("min(46rem, 96vw)");
        setCloseOnOutsideClick(false);
        conflicts.addClassName("assidu-warnings");
        add(new Paragraph(texts.get("manage.series.about")), editor, conflicts);
        var save = new Button(texts.get("manage.series.plan"), click -> editor.save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(texts.get("shell.cancel"), click -> close()), save);
    }

    private static FormSpec<NewSeries> spec(Texts texts, SessionChoices choices) {
        return new FormSpec<>(
                "manage.series",
                NewSeries.class,
                SessionForm.fields(
                        texts,
                        choices,
                        List.of(
                                new FormField.Choices(
                                        "weekdays",
                                        true,
                                        FormField.options(
                                                DayOfWeek.class,
                                                day -> day.getDisplayName(
                                                        TextStyle.FULL_STANDALONE, texts.language()))),
                                new FormField.Day("from", true),
                                new FormField.Day("to", true),
                                new FormField.Hour("startTime", true),
                                new FormField.Hour("endTime", true),
                                new FormField.Hour("breakFrom", false),
                                new FormField.Hour("breakTo", false))),
                Map.of("modality", "IN_PERSON"));
    }

    /** What it meets is shown before it is planned; the same once more is planned all the same. */
    private void look(NewSeries content) {
        if (content.equals(seen)) {
            return;
        }
        conflicts.removeAll();
        SessionSeries.Preview preview = series.preview(content);
        seen = content;
        if (preview.conflicts().isEmpty()) {
            return;
        }
        var days = new UnorderedList();
        preview.conflicts()
                .forEach(day -> days.add(new ListItem(ReaderFormats.day(day.day(), texts.language()) + " – "
                        + day.warnings().stream()
                                .map(one -> texts.get(one.key(), one.arguments().toArray()))
                                .distinct()
                                .collect(Collectors.joining(" ")))));
        conflicts.add(new Paragraph(texts.get("planning.warnings")), days);
        throw Refusal.invalid(
                "planning.series.warned",
                preview.conflicts().size(),
                preview.days().size());
    }

    private void tell() {
        SessionSeries.Planned done = outcome;
        if (done == null) {
            return;
        }
        removeAll();
        getFooter().removeAll();
        add(new Paragraph(texts.get("manage.series.planned", done.sessions().size())));
        if (!done.leftOut().isEmpty()) {
            var days = new UnorderedList();
            done.leftOut()
                    .forEach(one -> days.add(new ListItem(ReaderFormats.day(one.day(), texts.language()) + " – "
                            + texts.get("manage.series.leftOut." + one.why().name()))));
            add(new Paragraph(texts.get("manage.series.leftOut")), days);
        }
        getFooter().add(new Button(texts.get("manage.close"), click -> close()));
        planned.run();
    }

    /** A series is planned once; its sessions are then each their own. */
    private final class Plan implements RecordEditor.Keeper<NewSeries> {

        @Override
        public Optional<Versioned<NewSeries>> find() {
            return Optional.empty();
        }

        @Override
        public Versioned<NewSeries> keep(@Nullable Integer version, NewSeries content) {
            look(content);
            outcome = series.plan(key, content);
            return new Versioned<>(key, 0, content);
        }

        @Override
        public List<Change> history() {
            return List.of();
        }
    }
}
