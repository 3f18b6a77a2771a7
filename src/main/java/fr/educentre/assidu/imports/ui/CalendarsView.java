package fr.educentre.assidu.imports.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fr.educentre.assidu.imports.Calendars;
import fr.educentre.assidu.imports.Calendars.Choices;
import fr.educentre.assidu.imports.Calendars.Report;
import fr.educentre.assidu.imports.Timetables;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.BoundedUpload;
import fr.educentre.assidu.shell.ui.LocalizedParts;
import fr.educentre.assidu.shell.ui.MainLayout;
import fr.educentre.assidu.training.Centre;
import fr.educentre.assidu.training.Groups;
import jakarta.annotation.security.RolesAllowed;
import java.util.function.Consumer;

/** Calendars: a file once, or an address read every night; what they would plan is shown before it is. */
@Route(value = "imports/calendriers", layout = MainLayout.class)
@RolesAllowed("QUALITY_MANAGER")
class CalendarsView extends Main implements HasDynamicTitle {

    private static final long serialVersionUID = 1L;
    private static final int MAX_BYTES = 5 * 1024 * 1024;

    private final transient Texts texts;
    private final transient Calendars calendars;
    private final CalendarChoices choices;
    private final CalendarResult result;
    private final FeedCards feeds;
    private final TextField url = new TextField();
    private final TextField name = new TextField();
    private final Button apply = new Button();
    private byte[] content = new byte[0];
    private String fileName = "";

    CalendarsView(Texts texts, Calendars calendars, Timetables timetables, Groups groups, Centre centre) {
        this.texts = texts;
        this.calendars = calendars;
        addClassName("assidu-view");
        choices = new CalendarChoices(texts, groups, timetables, centre);
        result = new CalendarResult(texts);
        feeds = new FeedCards(texts, calendars, timetables, result);
        apply.setText(texts.get("calendars.apply"));
        apply.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        apply.setDisableOnClick(true);
        apply.setVisible(false);
        apply.addClickListener(click -> withChoices(chosen -> importFile(chosen, false)));
        choices.whenSettled(this::lookAgain);
        var ways = new Div(file(), subscription());
        ways.addClassName("assidu-columns");
        add(
                new ImportTabs(texts, ImportTabs.Place.CALENDARS),
                new Paragraph(texts.get("calendars.help")),
                choices,
                ways,
                result,
                apply,
                feeds);
    }

    private Div file() {
        var upload = LocalizedParts.upload(texts);
        upload.setUploadHandler(BoundedUpload.of(MAX_BYTES, (file, bytes) -> {
            fileName = file.fileName();
            content = bytes;
            withChoices(chosen -> importFile(chosen, true));
            upload.clearFileList();
        }));
        upload.setUploadButton(new Button(texts.get("calendars.file.choose")));
        upload.setDropLabel(new Span(texts.get("calendars.file.drop")));
        upload.setMaxFileSize(MAX_BYTES);
        upload.setAcceptedFileTypes(".ics", "text/calendar");
        upload.addFileRejectedListener(rejected -> refuse(texts.get("calendars.file.type")));
        var card = new Div(new H2(texts.get("calendars.file")), upload);
        card.addClassName("assidu-card");
        return card;
    }

    private Div subscription() {
        url.setLabel(texts.get("calendars.url"));
        url.setHelperText(texts.get("calendars.url.help"));
        url.setWidthFull();
        name.setLabel(texts.get("calendars.name"));
        name.setWidthFull();
        var look = new Button(texts.get("calendars.look"), click -> withChoices(this::look));
        var subscribe = new Button(texts.get("calendars.subscribe"), click -> withChoices(this::subscribe));
        subscribe.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var buttons = new Div(look, subscribe);
        buttons.addClassName("assidu-filters");
        var card = new Div(new H2(texts.get("calendars.feed")), url, name, buttons);
        card.addClassName("assidu-card");
        return card;
    }

    private void withChoices(Consumer<Choices> action) {
        String needGroup = texts.get("calendars.needGroup");
        choices.read(needGroup)
                .ifPresentOrElse(
                        chosen -> {
                            try {
                                action.accept(chosen);
                            } catch (Refusal refusal) {
                                refuse(texts.get(
                                        refusal.key(), refusal.arguments().toArray()));
                            }
                        },
                        () -> refuse(needGroup));
    }

    private void importFile(Choices chosen, boolean dryRun) {
        Report report = calendars.importFile(fileName, content, chosen, dryRun);
        result.show(fileName, report, !dryRun);
        boolean applicable = dryRun
                && report.counts().created()
                                + report.counts().updated()
                                + report.counts().cancelled()
                        > 0;
        apply.setVisible(applicable);
        apply.setEnabled(applicable);
    }

    private void lookAgain() {
        if (content.length > 0) {
            withChoices(chosen -> importFile(chosen, true));
        }
    }

    private void look(Choices chosen) {
        Report report = calendars.look(url.getValue(), chosen);
        apply.setVisible(false);
        result.show(url.getValue(), report, false);
    }

    private void subscribe(Choices chosen) {
        calendars.subscribe(name.getValue(), url.getValue(), chosen);
        apply.setVisible(false);
        url.clear();
        name.clear();
        result.say(texts.get("calendars.subscribed"));
        feeds.refresh();
    }

    private void refuse(String why) {
        apply.setVisible(false);
        result.say(why);
    }

    @Override
    public String getPageTitle() {
        return texts.get("training.import.title");
    }
}
