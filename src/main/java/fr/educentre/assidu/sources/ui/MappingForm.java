package fr.educentre.assidu.sources.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.select.Select;
import fr.educentre.assidu.imports.evidence.SheetMapping;
import fr.educentre.assidu.imports.evidence.SheetPreview;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.sources.SignatureFiles.Proposal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What each column of a file holds, how dates are written, and what the partner's words mean. */
class MappingForm extends Div {

    private static final long serialVersionUID = 1L;
    private static final int SAMPLES = 3;
    private static final int MOST_WORDS = 20;
    private static final String STATUS = "status";

    private final transient SheetPreview preview;
    private final transient Texts texts;
    private final transient Proposal proposal;
    private final List<Select<String>> columns = new ArrayList<>();
    private final Map<String, Select<String>> words = new LinkedHashMap<>();

    /** What was chosen for a word stays when another column changes. */
    private final Map<String, String> chosen = new LinkedHashMap<>();

    private final ComboBox<String> dates = format("date", "dd/MM/yyyy", "MM/dd/yyyy", "yyyy-MM-dd", "yyyyMMdd");
    private final ComboBox<String> times = format("time", "HH:mm", "HH:mm:ss", "HH'h'mm", "HHmm");
    private final ComboBox<String> moments =
            format("moment", "dd/MM/yyyy HH:mm", "dd/MM/yyyy HH:mm:ss", "yyyy-MM-dd HH:mm:ss", "MM/dd/yyyy HH:mm");
    private final FormLayout wordForm = form();
    private final H2 wordTitle = new H2();

    MappingForm(SheetPreview preview, Proposal proposal, Texts texts) {
        this.preview = preview;
        this.proposal = proposal;
        this.texts = texts;
        SheetMapping mapping = proposal.mapping();
        FormLayout fields = form();
        for (int i = 0; i < preview.headings().size(); i++) {
            fields.add(column(i, mapping));
        }
        dates.setLabel(texts.get("connectors.partners.format.date"));
        times.setLabel(texts.get("connectors.partners.format.time"));
        moments.setLabel(texts.get("connectors.partners.format.moment"));
        dates.setHelperText(texts.get("connectors.partners.format.help"));
        dates.setValue(mapping.dateFormat());
        times.setValue(mapping.timeFormat());
        moments.setValue(mapping.momentFormat());
        FormLayout formats = form();
        formats.add(dates, times, moments);
        wordTitle.setText(texts.get("connectors.partners.words"));
        add(
                new H2(texts.get("connectors.partners.columns")),
                fields,
                new H2(texts.get("connectors.partners.formats")),
                formats,
                wordTitle,
                wordForm);
        showWords();
    }

    SheetMapping mapping() {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            String field = columns.get(i).getValue();
            if (field != null && !field.isEmpty()) {
                fields.putIfAbsent(field, preview.headings().get(i));
            }
        }
        Map<String, String> meanings = new LinkedHashMap<>();
        words.forEach((word, select) -> {
            if (select.getValue() != null && !select.getValue().isEmpty()) {
                meanings.put(word, select.getValue());
            }
        });
        return new SheetMapping(
                preview.headings(), fields, dates.getValue(), times.getValue(), moments.getValue(), meanings);
    }

    private Select<String> column(int place, SheetMapping mapping) {
        String heading = preview.headings().get(place);
        List<String> sample = preview.words(place, SAMPLES);
        Select<String> select = new Select<>();
        select.setLabel(heading.isEmpty() ? String.valueOf(place + 1) : heading);
        select.setHelperText(
                sample.isEmpty()
                        ? texts.get("connectors.partners.noSample")
                        : texts.get("connectors.partners.sample", String.join(" · ", sample)));
        List<String> fields = new ArrayList<>(List.of(""));
        fields.addAll(SheetMapping.fields());
        select.setItems(fields);
        select.setItemLabelGenerator(field -> field == null || field.isEmpty()
                ? texts.get("connectors.partners.ignored")
                : texts.get("connectors.partners.field." + field));
        select.setValue(mapping.columns().entrySet().stream()
                .filter(one -> one.getValue().equals(heading))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(""));
        select.addValueChangeListener(change -> showWords());
        columns.add(select);
        return select;
    }

    private void showWords() {
        wordForm.removeAll();
        words.clear();
        statusColumn().ifPresent(place -> preview.words(place, MOST_WORDS).forEach(this::word));
        wordTitle.setVisible(!words.isEmpty());
    }

    private Optional<Integer> statusColumn() {
        for (int i = 0; i < columns.size(); i++) {
            if (STATUS.equals(columns.get(i).getValue())) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private void word(String word) {
        Select<String> select = new Select<>();
        select.setLabel(word);
        select.setItems(SheetMapping.statuses());
        select.setItemLabelGenerator(status -> status == null ? "" : texts.get("connectors.partners.status." + status));
        Optional.ofNullable(chosen.get(word))
                .or(() -> Optional.ofNullable(proposal.mapping().statusWords().get(word)))
                .or(() -> SheetMapping.usualStatus(word))
                .ifPresent(select::setValue);
        select.addValueChangeListener(change -> chosen.put(word, change.getValue()));
        words.put(word, select);
        wordForm.add(select);
    }

    private static FormLayout form() {
        var form = new FormLayout();
        form.setResponsiveSteps(
                new FormLayout.ResponsiveStep("0", 1),
                new FormLayout.ResponsiveStep("30rem", 2),
                new FormLayout.ResponsiveStep("55rem", 3));
        return form;
    }

    private static ComboBox<String> format(String name, String... usual) {
        ComboBox<String> combo = new ComboBox<>();
        combo.setId("format-" + name);
        combo.setItems(usual);
        combo.setAllowCustomValue(true);
        combo.setClearButtonVisible(true);
        combo.addCustomValueSetListener(event -> combo.setValue(emptyToNull(event.getDetail())));
        return combo;
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
