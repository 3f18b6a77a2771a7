package fr.educentre.assidu.imports.ui;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import fr.educentre.assidu.imports.RosterImport;
import fr.educentre.assidu.imports.RosterImport.ColumnChoice;
import fr.educentre.assidu.imports.RosterImport.Preview;
import fr.educentre.assidu.shell.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What each column of a file is, and the first lines to judge by. */
class ColumnMapping extends Div {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_EXAMPLE = 40;

    private final transient Texts texts;
    private final transient RosterImport roster;
    private final transient Consumer<Map<String, String>> changed;
    private final Map<String, Select<String>> fields = new LinkedHashMap<>();

    /** @param changed told the mapping when a person changes it */
    ColumnMapping(Texts texts, RosterImport roster, Consumer<Map<String, String>> changed) {
        this.texts = texts;
        this.roster = roster;
        this.changed = changed;
        addClassName("assidu-card");
        setVisible(false);
    }

    void show(Preview preview) {
        removeAll();
        fields.clear();
        var form = new FormLayout();
        form.setResponsiveSteps(
                new FormLayout.ResponsiveStep("0", 1),
                new FormLayout.ResponsiveStep("30rem", 2),
                new FormLayout.ResponsiveStep("55rem", 3));
        for (int i = 0; i < preview.columns().size(); i++) {
            ColumnChoice choice = preview.columns().get(i);
            if (!fields.containsKey(choice.title())) {
                Select<String> field = field(choice, i, preview.rows());
                fields.put(choice.title(), field);
                form.add(field);
            }
        }
        add(
                new H2(texts.get("training.import.columns")),
                new Paragraph(texts.get(
                        preview.remembered() ? "training.import.columns.remembered" : "training.import.columns.help")),
                form,
                firstRows(preview));
        setVisible(true);
    }

    Map<String, String> mapping() {
        Map<String, String> mapping = new LinkedHashMap<>();
        fields.forEach((title, field) -> mapping.put(title, field.getValue()));
        return mapping;
    }

    private Select<String> field(ColumnChoice choice, int place, List<List<String>> rows) {
        var field = new Select<String>();
        List<String> items = new ArrayList<>();
        items.add("");
        items.addAll(roster.columns());
        field.setLabel(
                choice.title().isBlank() ? texts.get("training.import.columns.untitled", place + 1) : choice.title());
        field.setItems(items);
        field.setItemLabelGenerator(
                name -> texts.get(name.isEmpty() ? "training.import.columns.ignored" : "training.column." + name));
        field.setValue(choice.column());
        rows.stream()
                .filter(row -> place < row.size() && !row.get(place).isBlank())
                .findFirst()
                .ifPresent(row ->
                        field.setHelperText(texts.get("training.import.columns.example", shortened(row.get(place)))));
        field.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                changed.accept(mapping());
            }
        });
        return field;
    }

    private Details firstRows(Preview preview) {
        var grid = new Grid<List<String>>();
        for (int i = 0; i < preview.columns().size(); i++) {
            int place = i;
            grid.addColumn(row -> place < row.size() ? row.get(place) : "")
                    .setHeader(preview.columns().get(i).title())
                    .setAutoWidth(true)
                    .setResizable(true);
        }
        grid.setItems(preview.rows());
        grid.setAllRowsVisible(true);
        var details = new Details(
                texts.get("training.import.firstRows") + " – " + texts.get("training.import.lines", preview.lines()),
                grid);
        details.setWidthFull();
        return details;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_EXAMPLE ? text : text.substring(0, LONGEST_EXAMPLE) + "…";
    }
}
