package fr.educentre.assidu.training.ui;

import com.vaadin.flow.router.Route;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.FormField;
import fr.educentre.assidu.shell.ui.FormSpec;
import fr.educentre.assidu.shell.ui.MainLayout;
import fr.educentre.assidu.shell.ui.ManagedView;
import fr.educentre.assidu.shell.ui.RecordList;
import fr.educentre.assidu.shell.ui.SettingsTabs;
import fr.educentre.assidu.training.NatureOfAction;
import fr.educentre.assidu.training.management.ProgrammeContent;
import fr.educentre.assidu.training.management.Programmes;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

@Route(value = "centre/parcours", layout = MainLayout.class)
@RolesAllowed("QUALITY_MANAGER")
class ProgrammesView extends ManagedView<ProgrammeContent> {

    private static final long serialVersionUID = 1L;

    ProgrammesView(Programmes kept, Texts texts, SettingsTabs tabs, JsonMapper json) {
        super(kept, records(texts), texts, json);
        addComponentAsFirst(tabs);
    }

    static RecordList<ProgrammeContent> records(Texts texts) {
        return new RecordList<>(spec(texts), programme -> programme.fields().title(), columns());
    }

    private static FormSpec<ProgrammeContent> spec(Texts texts) {
        return new FormSpec<>(
                "manage.programme",
                ProgrammeContent.class,
                List.of(
                        FormField.line("title"),
                        FormField.line("code"),
                        FormField.choice(
                                "nature", NatureOfAction.class, one -> texts.get("manage.nature." + one.name())),
                        new FormField.Minutes("plannedMinutes", true),
                        new FormField.Rows(
                                "modules",
                                List.of(
                                        FormField.line("title"),
                                        FormField.line("code"),
                                        new FormField.Minutes("plannedMinutes", true),
                                        new FormField.Lines("activityIds"))),
                        new FormField.Flag("retired")),
                Map.of("nature", "TRAINING", "retired", false));
    }

    private static Map<String, Function<ProgrammeContent, String>> columns() {
        Map<String, Function<ProgrammeContent, String>> columns = new LinkedHashMap<>();
        columns.put("code", programme -> programme.fields().code());
        columns.put(
                "plannedMinutes",
                programme -> ReaderFormats.duration(programme.fields().plannedMinutes()));
        columns.put("modules", programme -> String.valueOf(programme.modules().size()));
        return columns;
    }
}
