package fr.educentre.assidu.justification.ui;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import fr.educentre.assidu.justification.Justifications.Reason;
import fr.educentre.assidu.justification.internal.SignedLinkJustification.Form;
import fr.educentre.assidu.shell.PlausibleDays;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.BoundedUpload;
import fr.educentre.assidu.shell.ui.LocalizedParts;
import fr.educentre.assidu.shell.ui.SiteTimes;
import fr.educentre.assidu.training.SessionInfo;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is brought for absences: sessions or a period, a reason, a document. One column, for a phone. */
class JustificationForm extends Div {

    private static final long serialVersionUID = 1L;
    private static final int MAX_BYTES = 10 * 1024 * 1024;

    private final transient Texts texts;
    private final transient ZoneId zone;
    private final CheckboxGroup<SessionInfo> sessions = new CheckboxGroup<>();
    private final Checkbox usePeriod = new Checkbox();
    private final DatePicker from;
    private final DatePicker to;
    private final Select<Reason> reason = new Select<>();
    private final TextArea comment = new TextArea();
    private final Checkbox medical = new Checkbox();
    private final Span problem = new Span();
    private transient @Nullable LocalDate earliest;
    private @Nullable String fileName;
    private byte @Nullable [] document;

    JustificationForm(
            Texts texts,
            List<SessionInfo> missed,
            Collection<SessionInfo> ticked,
            List<Reason> reasons,
            ZoneId zone,
            Locale locale,
            Consumer<Form> send) {
        this.texts = texts;
        this.from = LocalizedParts.datePicker(texts);
        this.to = LocalizedParts.datePicker(texts);
        LocalizedParts.period(from, to);
        this.zone = zone;
        addClassName("assidu-form");
        sessions.setLabel(texts.get("justification.page.sessions"));
        sessions.setHelperText(texts.get("justification.page.sessionsHelp"));
        sessions.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        sessions.setItems(missed);
        sessions.setItemLabelGenerator(session ->
                SiteTimes.slot(session.startsAt(), session.endsAt(), session.zone(), texts) + " · " + session.title());
        sessions.setValue(Set.copyOf(ticked));
        usePeriod.setLabel(texts.get("justification.page.usePeriod"));
        from.setLabel(texts.get("justification.page.from"));
        to.setLabel(texts.get("justification.page.to"));
        from.setLocale(locale);
        to.setLocale(locale);
        showPeriod(false);
        usePeriod.addValueChangeListener(change -> showPeriod(change.getValue()));
        reason.setLabel(texts.get("justification.page.reason"));
        reason.setItems(reasons);
        reason.setItemLabelGenerator(Reason::label);
        reason.setWidthFull();
        comment.setLabel(texts.get("justification.page.comment"));
        comment.setMaxLength(2000);
        comment.setWidthFull();
        medical.setLabel(texts.get("justification.page.medical"));
        reason.addValueChangeListener(change -> {
            boolean isMedical = change.getValue() != null && change.getValue().medical();
            medical.setValue(isMedical || medical.getValue());
            medical.setReadOnly(isMedical);
        });
        problem.getElement().setAttribute("role", "alert");
        problem.getStyle().set("color", "var(--assidu-bad)");
        var submit = new Button(texts.get("justification.page.send"), click -> submit(send));
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_LARGE);
        submit.setWidthFull();
        submit.setDisableOnClick(true);
        submit.addClickListener(click -> submit.setEnabled(true));
        add(sessions, usePeriod, from, to, reason, upload(), medical, comment, problem, submit);
        // What was wrong of the last try is not said of what has been mended since.
        List.<HasValue<?, ?>>of(sessions, usePeriod, from, to, reason, medical, comment)
                .forEach(field -> field.addValueChangeListener(change -> problem.setText("")));
    }

    /** The same reason as before, unless another one is chosen. */
    void again(String reasonCode) {
        reason.getListDataView()
                .getItems()
                .filter(one -> one.code().equals(reasonCode))
                .findFirst()
                .ifPresent(reason::setValue);
    }

    /** Of an absence to come: days, and no session that was missed. @param first the earliest day */
    void announcing(LocalDate first) {
        earliest = first;
        usePeriod.setValue(true);
        usePeriod.setVisible(false);
        from.setMin(first);
        from.setValue(first);
        to.setValue(first);
    }

    private Div upload() {
        var received = new Span();
        received.getElement().setAttribute("role", "status");
        var upload = LocalizedParts.photoUpload(texts);
        upload.setUploadHandler(BoundedUpload.of(MAX_BYTES, (metadata, bytes) -> {
            fileName = metadata.fileName();
            document = bytes;
            problem.setText("");
            received.setText(texts.get("justification.page.received", metadata.fileName()));
        }));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(MAX_BYTES);
        upload.getI18n().getAddFiles().setOne(texts.get("justification.page.choose"));
        upload.getI18n().getDropFiles().setOne(texts.get("justification.page.drop"));
        String tooLarge = texts.get("refusal.justification.tooLarge");
        upload.getI18n().getError().setFileIsTooBig(tooLarge);
        upload.setI18n(upload.getI18n());
        upload.addFileRejectedListener(rejected -> problem.setText(
                tooLarge.equals(rejected.getErrorMessage()) ? tooLarge : texts.get("refusal.justification.fileType")));
        upload.addFileRemovedListener(removed -> {
            fileName = null;
            document = null;
            problem.setText("");
            received.setText("");
        });
        var help = new Paragraph(texts.get("justification.page.documentHelp"));
        help.addClassName("assidu-muted");
        return new Div(new Span(texts.get("justification.page.document")), help, upload, received);
    }

    private void showPeriod(boolean shown) {
        from.setVisible(shown);
        to.setVisible(shown);
        sessions.setVisible(!shown);
    }

    private void submit(Consumer<Form> send) {
        problem.setText("");
        boolean period = usePeriod.getValue();
        if (period
                ? from.getValue() == null || to.getValue() == null
                : sessions.getValue().isEmpty()) {
            problem.setText(texts.get("justification.page.needSession"));
            return;
        }
        if (earliest != null && from.getValue().isBefore(earliest)) {
            problem.setText(texts.get("justification.own.announce.past"));
            return;
        }
        if (reason.getValue() == null) {
            problem.setText(texts.get("justification.page.needReason"));
            return;
        }
        try {
            send.accept(form(period));
        } catch (Refusal refusal) {
            problem.setText(texts.get(refusal.key(), refusal.arguments().toArray()));
        }
    }

    private static LocalDate day(DatePicker field) {
        return PlausibleDays.required(field.getLabel(), field.getValue());
    }

    private Form form(boolean period) {
        Set<UUID> chosen = period
                ? Set.of()
                : sessions.getValue().stream().map(SessionInfo::id).collect(Collectors.toSet());
        return new Form(
                chosen,
                period ? day(from).atStartOfDay(zone).toInstant() : null,
                period ? day(to).plusDays(1).atStartOfDay(zone).toInstant() : null,
                reason.getValue().code(),
                comment.getValue(),
                fileName,
                document,
                medical.getValue());
    }
}
