package fr.educentre.assidu.shell.ui;

import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBoxI18n;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.internal.JacksonUtils;
import fr.educentre.assidu.shell.PlausibleDays;
import fr.educentre.assidu.shell.Texts;
import java.text.DateFormatSymbols;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Parts of screens that bring words of their own, in English: made here alone, with the reader's words in their place.
 */
public final class LocalizedParts {

    private static final int MONDAY = 1;
    private static final int KILO = 1000;

    private LocalizedParts() {}

    public static DatePicker datePicker(Texts texts) {
        var symbols = DateFormatSymbols.getInstance(texts.language());
        var days = new DatePicker.DatePickerI18n()
                .setMonthNames(List.of(symbols.getMonths()).subList(0, 12))
                .setWeekdays(named(symbols.getWeekdays()))
                .setWeekdaysShort(named(symbols.getShortWeekdays()))
                .setFirstDayOfWeek(MONDAY)
                .setDateFormat("dd/MM/yyyy")
                .setToday(texts.get("shell.date.today"))
                .setCancel(texts.get("shell.cancel"))
                .setBadInputErrorMessage(texts.get("shell.date.notADate"))
                .setMinErrorMessage(texts.get("shell.date.outOfReach"))
                .setMaxErrorMessage(texts.get("shell.date.outOfReach"));
        var picker = new DatePicker();
        picker.setI18n(days);
        picker.setMin(PlausibleDays.FIRST);
        picker.setMax(PlausibleDays.LAST);
        return picker;
    }

    /** A day and an hour, by the quarter of an hour, or as typed. */
    public static DateTimePicker dateTimePicker(Texts texts) {
        var picker = new DateTimePicker();
        picker.setDatePickerI18n(datePicker(texts).getI18n());
        picker.setLocale(Locale.FRANCE);
        picker.setStep(Duration.ofMinutes(15));
        picker.setDateAriaLabel(texts.get("shell.date.day"));
        picker.setTimeAriaLabel(texts.get("shell.date.hour"));
        return picker;
    }

    /** The second never before the first: each bounds the other. */
    public static void period(DatePicker from, DatePicker to) {
        from.addValueChangeListener(event -> to.setMin(earliest(event.getValue())));
        to.addValueChangeListener(event -> from.setMax(latest(event.getValue())));
        to.setMin(earliest(from.getValue()));
        from.setMax(latest(to.getValue()));
    }

    private static LocalDate earliest(@Nullable LocalDate chosen) {
        return chosen == null || !PlausibleDays.holds(chosen) ? PlausibleDays.FIRST : chosen;
    }

    private static LocalDate latest(@Nullable LocalDate chosen) {
        return chosen == null || !PlausibleDays.holds(chosen) ? PlausibleDays.LAST : chosen;
    }

    public static Upload upload(Texts texts) {
        var upload = new Upload();
        upload.setI18n(new UploadI18N()
                .setAddFiles(new UploadI18N.AddFiles()
                        .setOne(texts.get("shell.upload.choose.one"))
                        .setMany(texts.get("shell.upload.choose.many")))
                .setDropFiles(new UploadI18N.DropFiles()
                        .setOne(texts.get("shell.upload.drop.one"))
                        .setMany(texts.get("shell.upload.drop.many")))
                .setError(new UploadI18N.Error()
                        .setTooManyFiles(texts.get("shell.upload.tooMany"))
                        .setFileIsTooBig(texts.get("refusal.tooLarge"))
                        .setIncorrectFileType(texts.get("refusal.http.415")))
                .setUploading(uploading(texts))
                .setFile(new UploadI18N.File()
                        .setRetry(texts.get("shell.upload.retry"))
                        .setStart(texts.get("shell.upload.start"))
                        .setRemove(texts.get("shell.upload.remove")))
                .setUnits(Arrays.asList(texts.get("shell.upload.units").split(" ")), KILO));
        return upload;
    }

    /**
     * For PDF files and photos. A phone is asked for JPEG, into which it then turns what it took as HEIC; a HEIC file that
     * somebody drops all the same is taken as it is.
     */
    public static Upload photoUpload(Texts texts) {
        var upload = upload(texts);
        upload.getElement()
                .executeJs(
                        "const input = this.shadowRoot && this.shadowRoot.querySelector('input[type=file]');"
                                + " if (input) input.setAttribute('accept', $0)",
                        "application/pdf,image/jpeg,image/png");
        return upload;
    }

    public static <T> MultiSelectComboBox<T> severalOf(Texts texts, String label) {
        var field = new MultiSelectComboBox<T>(label);
        field.setI18n(new MultiSelectComboBoxI18n()
                .setCleared(texts.get("shell.several.cleared"))
                .setFocused(texts.get("shell.several.focused"))
                .setSelected(texts.get("shell.several.selected"))
                .setDeselected(texts.get("shell.several.deselected"))
                .setTotal(texts.get("shell.several.total", "{count}")));
        return field;
    }

    public static MenuBar menuBar(Texts texts) {
        var bar = new MenuBar();
        bar.setI18n(new MenuBar.MenuBarI18n().setMoreOptions(texts.get("shell.moreOptions")));
        return bar;
    }

    public static PasswordField passwordField(Texts texts) {
        var field = new PasswordField();
        var words = JacksonUtils.createObjectNode();
        words.put("reveal", texts.get("shell.password.reveal"));
        field.getElement().setPropertyJson("i18n", words);
        return field;
    }

    static SideNav sideNav(Texts texts) {
        var navigation = new SideNav();
        navigation.setI18n(new SideNav.SideNavI18n().setToggle(texts.get("shell.menu.toggle")));
        return navigation;
    }

    static Avatar avatar(Texts texts, String name) {
        var avatar = new Avatar(name);
        avatar.setI18n(new Avatar.AvatarI18n().setAnonymous(texts.get("shell.avatar.anonymous")));
        return avatar;
    }

    static LoginForm loginForm(Texts texts) {
        var words = LoginI18n.createDefault();
        words.getForm().setTitle(texts.get("shell.login.title"));
        words.getForm().setUsername(texts.get("shell.login.username"));
        words.getForm().setPassword(texts.get("shell.login.password"));
        words.getForm().setSubmit(texts.get("shell.login.submit"));
        words.getForm().setForgotPassword(texts.get("shell.login.forgotten"));
        words.getErrorMessage().setTitle(texts.get("shell.login.error.title"));
        words.getErrorMessage().setMessage(texts.get("shell.login.error.text"));
        words.getErrorMessage().setUsername(texts.get("shell.login.username.missing"));
        words.getErrorMessage().setPassword(texts.get("shell.login.password.missing"));
        var form = new LoginForm(words);
        form.getElement()
                .executeJs(
                        "const field = this.querySelector('vaadin-password-field'); if (field) field.i18n = {reveal: $0}",
                        texts.get("shell.password.reveal"));
        return form;
    }

    private static UploadI18N.Uploading uploading(Texts texts) {
        return new UploadI18N.Uploading()
                .setStatus(new UploadI18N.Uploading.Status()
                        .setConnecting(texts.get("shell.upload.connecting"))
                        .setStalled(texts.get("shell.upload.stalled"))
                        .setProcessing(texts.get("shell.upload.processing"))
                        .setHeld(texts.get("shell.upload.held")))
                .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                        .setPrefix(texts.get("shell.upload.remaining"))
                        .setUnknown(texts.get("shell.upload.remaining.unknown")))
                .setError(new UploadI18N.Uploading.Error()
                        .setServerUnavailable(texts.get("shell.upload.unavailable"))
                        .setUnexpectedServerError(texts.get("shell.upload.failed"))
                        .setForbidden(texts.get("refusal.role"))
                        .setFileTooLarge(texts.get("refusal.tooLarge")));
    }

    /** Of Sunday to Saturday; the first is nobody's. */
    private static List<String> named(String[] days) {
        return List.of(days).subList(1, 8);
    }
}
