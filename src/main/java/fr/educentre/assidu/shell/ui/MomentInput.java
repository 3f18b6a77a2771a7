package fr.educentre.assidu.shell.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import fr.educentre.assidu.shell.FieldProblem;
import fr.educentre.assidu.shell.LocalMoment;
import fr.educentre.assidu.shell.Texts;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A day and an hour; the night that the clock goes back, the hour that comes twice is asked about. */
final class MomentInput implements FieldInput {

    private final Div component = new Div();
    private final ValueInput<LocalDateTime> moment;
    private final Select<String> which = new Select<>();
    private String offsetBefore = "";

    MomentInput(DateTimePicker field, Texts texts) {
        moment = new ValueInput<>(field, MomentText::local, MomentText::written);
        which.setLabel(texts.get("manage.moment.which"));
        which.setItemLabelGenerator(offset -> offset == null ? "" : texts.get("manage.moment.which.item", offset));
        which.setVisible(false);
        // Another hour is not asked about before it is found to come twice as well.
        field.addValueChangeListener(change -> which.setVisible(false));
        field.setWidthFull();
        which.setWidthFull();
        component.add(field, which);
    }

    @Override
    public Component component() {
        return component;
    }

    @Override
    public void write(@Nullable Object value) {
        moment.write(value);
        offsetBefore = value == null ? "" : MomentText.offset(value);
        which.setVisible(false);
    }

    @Override
    public @Nullable Object read() {
        Object written = moment.read();
        String chosen = which.isVisible() ? which.getValue() : null;
        return written == null || chosen == null ? written : written + chosen;
    }

    @Override
    public boolean readable() {
        return moment.readable();
    }

    @Override
    public void mark(String path, String problem) {
        moment.mark(path, problem);
    }

    @Override
    public void mark(String path, FieldProblem found, String problem) {
        moment.mark(path, problem);
        if (LocalMoment.Twice.ASKED.equals(found.key())) {
            List<String> offsets = found.arguments().stream()
                    .skip(found.arguments().size() - 2L)
                    .map(String::valueOf)
                    .toList();
            which.setItems(offsets);
            which.setVisible(true);
            which.setValue(offsets.contains(offsetBefore) ? offsetBefore : null);
        }
    }

    @Override
    public void unmark() {
        moment.unmark();
    }

    @Override
    public void focus() {
        moment.focus();
    }
}
