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
import fr.educentre.assidu.training.management.TrainerContent;
import fr.educentre.assidu.training.management.Trainers;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

@Route(value = "centre/formateurs", layout = MainLayout.class)
@RolesAllowed("QUALITY_MANAGER")
class TrainersView extends ManagedView<TrainerContent> {

    private static final long serialVersionUID = 1L;

    TrainersView(Trainers kept, Texts texts, SettingsTabs tabs, JsonMapper json) {
        super(kept, records(texts), texts, json);
        addComponentAsFirst(tabs);
    }

    static RecordList<TrainerContent> records(Texts texts) {
        return new RecordList<>(spec(texts), TrainersView::name, columns());
    }

    static String name(TrainerContent trainer) {
        return trainer.person().firstName() + " " + trainer.person().lastName();
    }

    private static FormSpec<TrainerContent> spec(Texts texts) {
        return new FormSpec<>(
                "manage.trainer",
                TrainerContent.class,
                List.of(
                        FormField.line("firstName"),
                        FormField.line("lastName"),
                        new Line("email", true, Purpose.EMAIL),
                        new Line("phone", false, Purpose.PHONE),
                        FormField.line("externalId"),
                        new FormField.Flag("retired")),
                Map.of("retired", false));
    }

    private static Map<String, Function<TrainerContent, String>> columns() {
        Map<String, Function<TrainerContent, String>> columns = new LinkedHashMap<>();
        columns.put("email", trainer -> trainer.person().email());
        columns.put("phone", trainer -> trainer.person().phone());
        columns.put("externalId", TrainerContent::externalId);
        return columns;
    }
}
