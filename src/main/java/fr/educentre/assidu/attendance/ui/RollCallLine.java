package fr.educentre.assidu.attendance.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import fr.educentre.assidu.attendance.Attendance.Row;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.attendance.Verdict;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.StatusBadge;
import fr.educentre.assidu.shell.ui.StatusBadge.Tone;
import java.io.Serializable;
import java.util.List;

/** A learner in the roll-call: what is retained, or what can be tapped. */
class RollCallLine extends Div {

    private static final long serialVersionUID = 1L;
    private static final List<Integer> USUAL_MINUTES = List.of(5, 10, 15, 30);

    /** What tapping does. */
    interface Taps extends Serializable {

        /** @param minutes late, or before the end; 0 otherwise */
        void mark(Row row, AttendanceStatus status, int minutes);

        void undo(Row row);

        int maxMinutes();
    }

    private final transient Texts texts;
    private final transient Row row;
    private final transient Taps taps;

    RollCallLine(Texts texts, Row row, boolean closed, Taps taps) {
        this.texts = texts;
        this.row = row;
        this.taps = taps;
        addClassName("assidu-roll-line");
        getElement().setAttribute("role", "listitem");
        var name = new Span(row.learner().lastName() + " " + row.learner().firstName());
        name.addClassName("assidu-roll-name");
        add(name);
        boolean marked = row.status() != AttendanceStatus.AWAITING_DATA;
        if (marked) {
            addClassName("assidu-roll-marked");
            add(new StatusBadge(tone(row.status()), texts.get("attendance.status." + row.status())));
        }
        if (marked && !closed && byPerson()) {
            add(button("attendance.rollCall.undo", () -> taps.undo(row), ButtonVariant.LUMO_TERTIARY));
        } else if (!closed) {
            add(
                    button(
                            "attendance.rollCall.present",
                            () -> taps.mark(row, AttendanceStatus.PRESENT, 0),
                            ButtonVariant.LUMO_SUCCESS),
                    button(
                            "attendance.rollCall.late",
                            () -> askMinutes(AttendanceStatus.LATE, "attendance.rollCall.minutesLate"),
                            ButtonVariant.LUMO_CONTRAST),
                    button(
                            "attendance.rollCall.absent",
                            () -> taps.mark(row, AttendanceStatus.ABSENT, 0),
                            ButtonVariant.LUMO_ERROR),
                    named(
                            button(
                                    "attendance.offline.early",
                                    () -> askMinutes(AttendanceStatus.LEFT_EARLY, "attendance.rollCall.minutesEarly"),
                                    ButtonVariant.LUMO_TERTIARY),
                            "attendance.offline.earlyOf"));
        }
    }

    private boolean byPerson() {
        return row.verdict() != null && row.verdict().decidedBy() instanceof Verdict.ByPerson;
    }

    /** A short word on a narrow line, read out whole. */
    private Button named(Button button, String key) {
        button.setAriaLabel(texts.get(
                "attendance.rollCall.for", texts.get(key), row.learner().name()));
        return button;
    }

    private Button button(String key, Runnable tap, ButtonVariant variant) {
        var button = new Button(texts.get(key), click -> tap.run());
        button.addThemeVariants(variant);
        button.setAriaLabel(texts.get(
                "attendance.rollCall.for", texts.get(key), row.learner().name()));
        return button;
    }

    private void askMinutes(AttendanceStatus status, String titleKey) {
        var dialog = new Dialog();
        dialog.setHeaderTitle(texts.get(titleKey, row.learner().name()));
        var minutes = new IntegerField(texts.get("attendance.rollCall.minutes"));
        minutes.setMin(1);
        minutes.setMax(taps.maxMinutes());
        minutes.setStepButtonsVisible(true);
        minutes.setWidthFull();
        var usual = new Div();
        usual.addClassName("assidu-filters");
        for (int some : USUAL_MINUTES) {
            usual.add(new Button(String.valueOf(some), click -> {
                dialog.close();
                taps.mark(row, status, some);
            }));
        }
        var validate = new Button(texts.get("attendance.rollCall.validate"), click -> {
            Integer value = minutes.getValue();
            if (value != null && value >= 1 && value <= taps.maxMinutes()) {
                dialog.close();
                taps.mark(row, status, value);
            }
        });
        validate.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        validate.addClickShortcut(Key.ENTER);
        dialog.add(usual, minutes);
        dialog.getFooter().add(new Button(texts.get("shell.cancel"), click -> dialog.close()), validate);
        dialog.open();
        minutes.focus();
    }

    private static Tone tone(AttendanceStatus status) {
        return switch (status) {
            case PRESENT -> Tone.GOOD;
            case LATE, LEFT_EARLY, PARTIAL -> Tone.NOTICE;
            case ABSENT -> Tone.BAD;
            case EXEMPT -> Tone.NEUTRAL;
            case AWAITING_DATA -> Tone.WAITING;
        };
    }
}
