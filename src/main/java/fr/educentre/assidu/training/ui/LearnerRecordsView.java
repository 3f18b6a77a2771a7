package fr.educentre.assidu.training.ui;

import com.vaadin.flow.router.Route;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.FormField;
import fr.educentre.assidu.shell.ui.FormSpec;
import fr.educentre.assidu.shell.ui.MainLayout;
import fr.educentre.assidu.shell.ui.ManagedView;
import fr.educentre.assidu.shell.ui.RecordList;
import fr.educentre.assidu.shell.ui.SettingsTabs;
import fr.educentre.assidu.training.management.LearnerContent;
import fr.educentre.assidu.training.management.LearnerRecords;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

@Route(value = "centre/apprenants", layout = MainLayout.class)
@RolesAllowed("QUALITY_MANAGER")
class LearnerRecordsView extends ManagedView<LearnerContent> {

    private static final long serialVersionUID = 1L;

    LearnerRecordsView(LearnerRecords kept, Texts texts, SettingsTabs tabs, JsonMapper json) {
        super(kept, records(), texts, json);
        addComponentAsFirst(tabs);
    }

    static RecordList<LearnerContent> records() {
        return new RecordList<>(spec(), LearnerRecordsView::name, columns());
    }

    static String name(LearnerContent learner) {
        return learner.fields().firstName() + " " + learner.fields().lastName();
    }

    private static FormSpec<LearnerContent> spec() {
        return new FormSpec<>(
                "manage.learner",
                LearnerContent.class,
                List.of(
                        FormField.line("firstName"),
                        FormField.line("lastName"),
                        FormField.line("externalId"),
                        new FormField.Line("email", false, FormField.Purpose.EMAIL),
                        new FormField.Line("phone", false, FormField.Purpose.PHONE),
                        new FormField.Day("birthDate", false),
                        new FormField.Rows(
                                "guardians",
                                List.of(
                                        FormField.line("firstName"),
                                        FormField.line("lastName"),
                                        new FormField.Line("email", false, FormField.Purpose.EMAIL),
                                        new FormField.Line("phone", false, FormField.Purpose.PHONE)))),
                Map.of());
    }

    private static Map<String, Function<LearnerContent, String>> columns() {
        Map<String, Function<LearnerContent, String>> columns = new LinkedHashMap<>();
        columns.put("email", learner -> learner.fields().email());
        columns.put("phone", learner -> learner.fields().phone());
        columns.put("externalId", learner -> learner.fields().externalId());
        return columns;
    }
}
