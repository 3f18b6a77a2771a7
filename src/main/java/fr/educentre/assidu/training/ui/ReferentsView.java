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
import fr.educentre.assidu.training.management.ReferentContent;
import fr.educentre.assidu.training.management.Referents;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

@Route(value = "centre/referents", layout = MainLayout.class)
@RolesAllowed("QUALITY_MANAGER")
class ReferentsView extends ManagedView<ReferentContent> {

    private static final long serialVersionUID = 1L;

    ReferentsView(Referents kept, Texts texts, SettingsTabs tabs, JsonMapper json) {
        super(kept, records(texts), texts, json);
        addComponentAsFirst(tabs);
    }

    static RecordList<ReferentContent> records(Texts texts) {
        return new RecordList<>(spec(texts), ReferentsView::name, columns());
    }

    static String name(ReferentContent referent) {
        return referent.person().firstName() + " " + referent.person().lastName();
    }

    private static FormSpec<ReferentContent> spec(Texts texts) {
        return new FormSpec<>(
                "manage.referent",
                ReferentContent.class,
                List.of(
                        FormField.line("firstName"),
                        FormField.line("lastName"),
                        new Line("email", true, Purpose.EMAIL),
                        new Line("phone", false, Purpose.PHONE),
                        new FormField.Flag("retired")),
                Map.of("retired", false));
    }

    private static Map<String, Function<ReferentContent, String>> columns() {
        Map<String, Function<ReferentContent, String>> columns = new LinkedHashMap<>();
        columns.put("email", referent -> referent.person().email());
        columns.put("phone", referent -> referent.person().phone());
        return columns;
    }
}
