package fr.educentre.assidu.training.ui;

import com.vaadin.flow.router.Route;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.FormField;
import fr.educentre.assidu.shell.ui.FormField.Line;
import fr.educentre.assidu.shell.ui.FormField.Purpose;
import fr.educentre.assidu.shell.ui.FormSpec;
import fr.educentre.assidu.shell.ui.MainLayout;
import fr.educentre.assidu.shell.ui.ManagedView;
import fr.educentre.assidu.shell.ui.RecordList;
import fr.educentre.assidu.shell.ui.SettingsTabs;
import fr.educentre.assidu.training.management.EmployerContact;
import fr.educentre.assidu.training.management.EmployerContent;
import fr.educentre.assidu.training.management.Employers;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import tools.jackson.databind.json.JsonMapper;

@Route(value = "centre/entreprises", layout = MainLayout.class)
@RolesAllowed("QUALITY_MANAGER")
class EmployersView extends ManagedView<EmployerContent> {

    private static final long serialVersionUID = 1L;

    EmployersView(Employers kept, Texts texts, SettingsTabs tabs, JsonMapper json, ObjectProvider<EmployerAct> acts) {
        super(
                kept,
                new RecordList<>(
                        spec(texts),
                        employer -> employer.fields().name(),
                        columns(),
                        acts.orderedStream().map(EmployerAct::action).toList()),
                texts,
                json);
        addComponentAsFirst(tabs);
    }

    private static FormSpec<EmployerContent> spec(Texts texts) {
        return new FormSpec<>(
                "manage.employer",
                EmployerContent.class,
                List.of(
                        FormField.line("name"),
                        FormField.line("code"),
                        FormField.optional("siret"),
                        new FormField.Rows(
                                "contacts",
                                List.of(
                                        FormField.line("name"),
                                        FormField.optional("role"),
                                        new Line("email", false, Purpose.EMAIL),
                                        new Line("phone", false, Purpose.PHONE))),
                        new FormField.Rows(
                                "tutors",
                                List.of(
                                        FormField.line("firstName"),
                                        FormField.line("lastName"),
                                        new Line("email", false, Purpose.EMAIL),
                                        new Line("phone", false, Purpose.PHONE))),
                        new FormField.Flag("retired")),
                Map.of("retired", false));
    }

    private static Map<String, Function<EmployerContent, String>> columns() {
        Map<String, Function<EmployerContent, String>> columns = new LinkedHashMap<>();
        columns.put("code", employer -> employer.fields().code());
        columns.put(
                "contacts",
                employer -> employer.contacts().stream()
                        .findFirst()
                        .map(EmployerContact::name)
                        .orElse(""));
        columns.put("siret", employer -> employer.fields().siret());
        return columns;
    }
}
