package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.component.upload.Upload;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.shell.LocalMoment;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.BoundedUpload;
import fr.educentre.assidu.shell.ui.LocalizedParts;
import fr.educentre.assidu.shell.ui.SiteTimes;
import fr.educentre.assidu.training.SessionInfo;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A correction: what is retained, why, and the document that supports it. */
class CorrectionDialog extends Dialog {

    private static final long serialVersionUID = 1L;
    private static final int MAX_BYTES = 10 * 1024 * 1024;

    private final transient Texts texts;
    private final transient Attendance attendance;
    private final transient SessionInfo session;
    private final transient Attendance.Row row;
    private final ComboBox<AttendanceStatus> status = new ComboBox<>();
    private final TimePicker from = new TimePicker();
    private final TimePicker to = new TimePicker();
    private final RadioButtonGroup<Boolean> second = new RadioButtonGroup<>();
    private final TextArea reason = new TextArea();
    private transient @Nullable UUID documentId;

    CorrectionDialog(Texts texts, Attendance attendance, SessionInfo session, Attendance.Row row, Runnable changed) {
        this.texts = texts;
        this.attendance = attendance;
        this.session = session;
        this.row = row;
        setHeaderTitle(texts.get("overview.correct.title", row.learner().name()));
        status.setLabel(texts.get("overview.correct.status"));
        status.setItems(Arrays.stream(AttendanceStatus.values())
                .filter(value -> value != AttendanceStatus.AWAITING_DATA)
                .toList());
        status.setItemLabelGenerator(value -> texts.get("overview.status." + value));
        status.setValue(row.status() == AttendanceStatus.AWAITING_DATA ? AttendanceStatus.PRESENT : row.status());
        from.setLabel(here("overview.correct.from"));
        to.setLabel(here("overview.correct.to"));
        status.addValueChangeListener(change -> showTimes());
        showTimes();
        reason.setLabel(texts.get("overview.correct.reason"));
        reason.setRequiredIndicatorVisible(true);
        reason.setMaxLength(500);
        second.setLabel(texts.get("overview.correct.which"));
        second.setItems(false, true);
        second.setItemLabelGenerator(
                later -> texts.get(later ? "overview.correct.which.second" : "overview.correct.which.first"));
        second.setVisible(false);
        from.addValueChangeListener(change -> askWhich());
        to.addValueChangeListener(change -> askWhich());
        var fields = new VerticalLayout(
                status, from, to, second, reason, new Paragraph(texts.get("overview.correct.document")), upload());
        fields.setPadding(false);
        add(fields);
        var save = new Button(texts.get("shell.save"), click -> save(changed));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(texts.get("shell.cancel"), click -> close()), save);
        setMaxWidth("32rem");
    }

    /** Hours are typed as they are at the site. */
    private String here(String key) {
        return SiteTimes.named(texts.get(key), session.startsAt(), session.zone(), texts);
    }

    private void showTimes() {
        second.clear();
        second.setVisible(false);
        from.setVisible(status.getValue() == AttendanceStatus.LATE || status.getValue() == AttendanceStatus.PARTIAL);
        to.setVisible(
                status.getValue() == AttendanceStatus.LEFT_EARLY || status.getValue() == AttendanceStatus.PARTIAL);
    }

    private Upload upload() {
        var upload = LocalizedParts.photoUpload(texts);
        upload.setUploadHandler(BoundedUpload.of(
                MAX_BYTES,
                (metadata, bytes) ->
                        attempt(() -> documentId = attendance.addDocument(session.id(), metadata.fileName(), bytes))));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(MAX_BYTES);
        return upload;
    }

    private void save(Runnable changed) {
        if (reason.getValue().isBlank()) {
            reason.setErrorMessage(texts.get("overview.correct.reason.missing"));
            reason.setInvalid(true);
            return;
        }
        attempt(() -> {
            attendance.mark(
                    session.id(),
                    row.learner().id(),
                    new Attendance.Mark(
                                    status.getValue(),
                                    instant(from),
                                    instant(to),
                                    reason.getValue().strip(),
                                    documentId)
                            .seeing(row));
            close();
            changed.run();
        });
    }

    private void attempt(Runnable action) {
        try {
            action.run();
        } catch (Refusal refusal) {
            Notification.show(
                    texts.get(refusal.key(), refusal.arguments().toArray()), 6000, Notification.Position.MIDDLE);
        }
    }

    private @Nullable Instant instant(TimePicker picker) {
        LocalTime time = picker.isVisible() ? picker.getValue() : null;
        if (time == null) {
            return null;
        }
        return switch (moment(time)) {
            case LocalMoment.At at -> at.instant();
            case LocalMoment.Skipped skipped -> throw Refusal.invalid("refusal.time.skipped", time.toString());
            case LocalMoment.Twice twice -> {
                if (second.getValue() == null) {
                    throw Refusal.invalid("refusal.time.twice", time.toString());
                }
                yield second.getValue() ? twice.second() : twice.first();
            }
        };
    }

    /** On the session's day, or the day after for one that ends then. */
    private LocalMoment moment(LocalTime time) {
        var starts = session.startsAt().atZone(session.zone());
        boolean nextDay = time.isBefore(starts.toLocalTime())
                && session.endsAt().atZone(session.zone()).toLocalDate().isAfter(starts.toLocalDate());
        return LocalMoment.of(starts.toLocalDate().plusDays(nextDay ? 1 : 0).atTime(time), session.zone());
    }

    /** The night that the clock goes back, a time is asked to be told from the same an hour later. */
    private void askWhich() {
        boolean twice = Stream.of(from, to)
                .filter(TimePicker::isVisible)
                .flatMap(picker -> picker.getOptionalValue().stream())
                .anyMatch(time -> moment(time) instanceof LocalMoment.Twice);
        second.setVisible(twice);
    }
}
