package fr.educentre.assidu.training.ui;

import com.vaadin.flow.router.Route;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.FormField;
import fr.educentre.assidu.shell.ui.FormSpec;
import fr.educentre.assidu.shell.ui.MainLayout;
import fr.educentre.assidu.shell.ui.ManagedView;
import fr.educentre.assidu.shell.ui.PageLabels;
import fr.educentre.assidu.shell.ui.RecordAction;
import fr.educentre.assidu.shell.ui.RecordList;
import fr.educentre.assidu.shell.ui.SettingsTabs;
import fr.educentre.assidu.training.CreditingMethod;
import fr.educentre.assidu.training.management.EnrolmentContent;
import fr.educentre.assidu.training.management.EnrolmentRecords;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

@Route(value = "centre/inscriptions", layout = MainLayout.class)
@RolesAllowed("QUALITY_MANAGER")
class EnrolmentRecordsView extends ManagedView<EnrolmentContent> {

    private static final long serialVersionUID = 1L;

    EnrolmentRecordsView(
            EnrolmentRecords kept,
            EnrolmentChoices choices,
            EnrolmentEventAssistant assistant,
            Texts texts,
            SettingsTabs tabs,
            JsonMapper json) {
        super(
                kept,
                records(texts, choices)
                        .offering(RecordAction.opening(
                                "manage.event.open", enrolment -> assistant.open(enrolment, () -> {}))),
                texts,
                json);
        addComponentAsFirst(tabs);
    }

    static RecordList<EnrolmentContent> records(Texts texts, EnrolmentChoices choices) {
        var learners = new PageLabels(choices.learners());
        var groups = new PageLabels(choices.groups());
        return new RecordList<>(
                        spec(texts, choices),
                        (EnrolmentContent enrolment) ->
                                learners.of(enrolment.course().learnerId()),
                        columns(groups, texts))
                .reading(page -> {
                    learners.load(page.stream()
                            .map(enrolment -> enrolment.course().learnerId())
                            .toList());
                    groups.load(page.stream()
                            .map(enrolment -> enrolment.course().groupId())
                            .toList());
                });
    }

    private static FormSpec<EnrolmentContent> spec(Texts texts, EnrolmentChoices choices) {
        return new FormSpec<>(
                "manage.enrolment",
                EnrolmentContent.class,
                List.of(
                        new FormField.Lookup("learnerId", true, choices.learners()),
                        FormField.optional("number"),
                        new FormField.Lookup("programmeId", true, choices.programmes()),
                        new FormField.Lookup("groupId", true, choices.groups()),
                        new FormField.Day("startsOn", true),
                        new FormField.Day("endsOn", true),
                        new FormField.Minutes("agreedMinutes", true),
                        new FormField.Lookup("employerId", false, choices.employers()),
                        new FormField.Lookup("tutorId", false, choices.tutors()),
                        new FormField.Flag("apprenticeship"),
                        FormField.optional("convention.number"),
                        new FormField.Day("convention.signedOn", false),
                        FormField.optional("contract.number"),
                        new FormField.Day("contract.startsOn", false),
                        new FormField.Day("contract.endsOn", false),
                        new FormField.Day("contract.signedOn", false),
                        new FormField.Paragraph("accommodations"),
                        new FormField.Rows(
                                "fundings",
                                List.of(
                                        new FormField.Lookup("funderId", true, choices.funders()),
                                        FormField.optional("fileNumber"),
                                        new FormField.Minutes("agreedMinutes", true),
                                        new FormField.Day("startsOn", true),
                                        new FormField.Day("endsOn", true),
                                        FormField.choice(
                                                "creditingMethod",
                                                CreditingMethod.class,
                                                one -> texts.get("manage.crediting." + one.name()))))),
                Map.of("apprenticeship", false));
    }

    private static Map<String, Function<EnrolmentContent, String>> columns(PageLabels groups, Texts texts) {
        Map<String, Function<EnrolmentContent, String>> columns = new LinkedHashMap<>();
        columns.put("groupId", enrolment -> groups.of(enrolment.course().groupId()));
        columns.put("number", enrolment -> enrolment.agreed().number());
        columns.put(
                "endsOn",
                enrolment -> ReaderFormats.date(enrolment.agreed().days().endsOn(), texts.language()));
        columns.put(
                "agreedMinutes",
                enrolment -> ReaderFormats.duration(enrolment.agreed().agreedMinutes()));
        return columns;
    }
}
