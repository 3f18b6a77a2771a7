package fr.educentre.assidu.training.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.FormField.Finder;
import fr.educentre.assidu.shell.ui.FormField.Option;
import fr.educentre.assidu.shell.ui.LocalizedParts;
import fr.educentre.assidu.shell.ui.SiteTimes;
import fr.educentre.assidu.training.CentreSetup.Unheld.CausedBy;
import fr.educentre.assidu.training.SessionInfo;
import java.time.Instant;
import java.time.LocalDateTime;

/** The fields that acts on a session ask for. */
final class SessionFields {

    private static final int LONGEST_REASON = 500;

    private SessionFields() {}

    static TextArea reason(Texts texts) {
        var field = new TextArea(texts.get("planning.reason"));
        field.setRequiredIndicatorVisible(true);
        field.setManualValidation(true);
        field.setMaxLength(LONGEST_REASON);
        return field;
    }

    static Select<CausedBy> cause(Texts texts) {
        var field = new Select<CausedBy>();
        field.setLabel(texts.get("planning.causedBy"));
        field.setItems(CausedBy.values());
        field.setItemLabelGenerator(value -> texts.get("planning.causedBy." + value));
        field.setValue(CausedBy.CENTRE);
        return field;
    }

    /** By the clock of the session's site, which is named where the reader's shows another hour. */
    static DateTimePicker moment(Texts texts, String key, SessionInfo session) {
        var field = LocalizedParts.dateTimePicker(texts);
        field.setLabel(SiteTimes.named(texts.get(key), session.startsAt(), session.zone(), texts));
        field.setManualValidation(true);
        field.setRequiredIndicatorVisible(true);
        return field;
    }

    static LocalDateTime local(Instant at, SessionInfo session) {
        return LocalDateTime.ofInstant(at, session.zone());
    }

    static ComboBox<Option> one(String label, Finder finder) {
        var field = new ComboBox<Option>(label);
        field.setItemLabelGenerator(Option::label);
        field.setItems(
                query -> finder.find(query.getFilter().orElse(""), query.getOffset(), query.getLimit()).stream());
        return field;
    }
}
