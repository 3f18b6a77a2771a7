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
import fr.educentre.assidu.training.Groups.OutsidePeriod;
import fr.educentre.assidu.training.management.GroupContent;
import fr.educentre.assidu.training.management.LearnerGroups;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

@Route(value = "centre/groupes", layout = MainLayout.class)
@RolesAllowed("QUALITY_MANAGER")
class GroupRecordsView extends ManagedView<GroupContent> {

    private static final long serialVersionUID = 1L;

    GroupRecordsView(LearnerGroups kept, GroupRecordChoices choices, Texts texts, SettingsTabs tabs, JsonMapper json) {
        super(kept, records(texts, choices), texts, json);
        addComponentAsFirst(tabs);
    }

    static RecordList<GroupContent> records(Texts texts, GroupRecordChoices choices) {
        return new RecordList<>(spec(texts, choices), group -> group.fields().name(), columns(texts));
    }

    private static FormSpec<GroupContent> spec(Texts texts, GroupRecordChoices choices) {
        return new FormSpec<>(
                "manage.group",
                GroupContent.class,
                List.of(
                        FormField.line("name"),
                        FormField.line("code"),
                        new FormField.Lookup("programmeId", true, choices.programmes()),
                        new FormField.Lookup("siteId", true, choices.sites()),
                        new FormField.Lookup("referentId", false, choices.referents()),
                        new FormField.Day("startsOn", true),
                        new FormField.Day("endsOn", true),
                        new FormField.Rows(
                                "companyPeriods",
                                List.of(
                                        FormField.choice(
                                                "kind",
                                                OutsidePeriod.Kind.class,
                                                one -> texts.get("manage.period." + one.name())),
                                        new FormField.Day("from", true),
                                        new FormField.Day("to", true)))),
                Map.of());
    }

    private static Map<String, Function<GroupContent, String>> columns(Texts texts) {
        Map<String, Function<GroupContent, String>> columns = new LinkedHashMap<>();
        columns.put("code", group -> group.fields().code());
        columns.put(
                "startsOn", group -> ReaderFormats.date(group.fields().days().startsOn(), texts.language()));
        columns.put("endsOn", group -> ReaderFormats.date(group.fields().days().endsOn(), texts.language()));
        return columns;
    }
}
