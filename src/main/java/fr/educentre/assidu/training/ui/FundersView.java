package fr.educentre.assidu.training.ui;

import com.vaadin.flow.router.Route;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.FormField;
import fr.educentre.assidu.shell.ui.FormSpec;
import fr.educentre.assidu.shell.ui.MainLayout;
import fr.educentre.assidu.shell.ui.ManagedView;
import fr.educentre.assidu.shell.ui.RecordList;
import fr.educentre.assidu.shell.ui.SettingsTabs;
import fr.educentre.assidu.training.FunderKind;
import fr.educentre.assidu.training.management.FunderContent;
import fr.educentre.assidu.training.management.Funders;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

@Route(value = "centre/financeurs", layout = MainLayout.class)
@RolesAllowed("QUALITY_MANAGER")
class FundersView extends ManagedView<FunderContent> {

    private static final long serialVersionUID = 1L;

    FundersView(Funders kept, Texts texts, SettingsTabs tabs, JsonMapper json) {
        super(kept, new RecordList<>(spec(texts), FunderContent::name, columns()), texts, json);
        addComponentAsFirst(tabs);
    }

    private static FormSpec<FunderContent> spec(Texts texts) {
        return new FormSpec<>(
                "manage.funder",
                FunderContent.class,
                List.of(
                        FormField.line("name"),
                        FormField.line("code"),
                        FormField.choice("kind", FunderKind.class, one -> texts.get("manage.funderKind." + one.name())),
                        new FormField.Flag("retired")),
                Map.of("retired", false));
    }

    private static Map<String, Function<FunderContent, String>> columns() {
        Map<String, Function<FunderContent, String>> columns = new LinkedHashMap<>();
        columns.put("code", FunderContent::code);
        return columns;
    }
}
