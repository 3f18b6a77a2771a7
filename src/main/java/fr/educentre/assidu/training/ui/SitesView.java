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
import fr.educentre.assidu.training.HolidayCalendar;
import fr.educentre.assidu.training.management.SiteContent;
import fr.educentre.assidu.training.management.Sites;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

@Route(value = "centre/sites", layout = MainLayout.class)
@RolesAllowed("ADMIN")
class SitesView extends ManagedView<SiteContent> {

    private static final long serialVersionUID = 1L;

    SitesView(Sites kept, Texts texts, SettingsTabs tabs, JsonMapper json) {
        super(kept, records(texts), texts, json);
        addComponentAsFirst(tabs);
    }

    static RecordList<SiteContent> records(Texts texts) {
        return new RecordList<>(spec(texts), site -> site.fields().name(), columns());
    }

    private static FormSpec<SiteContent> spec(Texts texts) {
        return new FormSpec<>(
                "manage.site",
                SiteContent.class,
                List.of(
                        FormField.line("name"),
                        FormField.line("code"),
                        FormField.line("address"),
                        FormField.line("postalCode"),
                        FormField.line("city"),
                        new Line("phone", false, Purpose.PHONE),
                        new FormField.Lookup("zone", true, new ZoneFinder()),
                        FormField.choice(
                                "holidays", HolidayCalendar.class, one -> texts.get("manage.holidays." + one.name())),
                        new FormField.Rows(
                                "closures",
                                List.of(
                                        new FormField.Day("from", true),
                                        new FormField.Day("to", true),
                                        FormField.optional("name"))),
                        new FormField.Flag("retired")),
                Map.of("zone", "Europe/Paris", "holidays", "METROPOLE", "retired", false));
    }

    private static Map<String, Function<SiteContent, String>> columns() {
        Map<String, Function<SiteContent, String>> columns = new LinkedHashMap<>();
        columns.put("city", site -> site.fields().place().city());
        columns.put("code", site -> site.fields().code());
        columns.put("zone", site -> site.fields().zone());
        return columns;
    }
}
