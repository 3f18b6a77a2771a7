package fr.educentre.assidu.justification.ui;

import com.vaadin.flow.router.Route;
import fr.educentre.assidu.justification.AbsenceReasonContent;
import fr.educentre.assidu.justification.AbsenceReasonContent.Recipient;
import fr.educentre.assidu.justification.AbsenceReasons;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.ui.FormField;
import fr.educentre.assidu.shell.ui.FormSpec;
import fr.educentre.assidu.shell.ui.MainLayout;
import fr.educentre.assidu.shell.ui.ManagedView;
import fr.educentre.assidu.shell.ui.RecordList;
import fr.educentre.assidu.shell.ui.SettingsTabs;
import jakarta.annotation.security.RolesAllowed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** The reasons that learners and staff choose from when an absence is justified. */
@Route(value = "centre/motifs", layout = MainLayout.class)
@RolesAllowed("ADMIN")
class AbsenceReasonsView extends ManagedView<AbsenceReasonContent> {

    private static final long serialVersionUID = 1L;

    AbsenceReasonsView(AbsenceReasons kept, Texts texts, SettingsTabs tabs, JsonMapper json) {
        super(kept, new RecordList<>(spec(texts), name(texts), columns(texts)), texts, json);
        addComponentAsFirst(tabs);
    }

    private static Function<AbsenceReasonContent, String> name(Texts texts) {
        return "en".equals(texts.language().getLanguage())
                ? AbsenceReasonContent::nameEn
                : AbsenceReasonContent::nameFr;
    }

    private static FormSpec<AbsenceReasonContent> spec(Texts texts) {
        return new FormSpec<>(
                "manage.absenceReason",
                AbsenceReasonContent.class,
                List.of(
                        FormField.line("nameFr"),
                        FormField.line("nameEn"),
                        FormField.line("code"),
                        new FormField.Flag("medical"),
                        new FormField.Flag("personal"),
                        new FormField.Flag("documentRequired"),
                        new FormField.Choices(
                                "justifiedFor",
                                false,
                                FormField.options(Recipient.class, recipient -> label(texts, recipient))),
                        new FormField.Flag("retired")),
                Map.of("documentRequired", true, "justifiedFor", List.of(Recipient.EMPLOYER.name())));
    }

    private static Map<String, Function<AbsenceReasonContent, String>> columns(Texts texts) {
        Map<String, Function<AbsenceReasonContent, String>> columns = new LinkedHashMap<>();
        columns.put("code", AbsenceReasonContent::code);
        columns.put("medical", reason -> yesOrNo(texts, reason.medical()));
        columns.put("documentRequired", reason -> yesOrNo(texts, reason.documentRequired()));
        columns.put(
                "justifiedFor",
                reason -> reason.justifiedFor().stream()
                        .map(recipient -> label(texts, recipient))
                        .collect(Collectors.joining(", ")));
        return columns;
    }

    private static String yesOrNo(Texts texts, boolean yes) {
        return texts.get(yes ? "manage.yes" : "manage.no");
    }

    private static String label(Texts texts, Recipient recipient) {
        return texts.get("manage.recipient." + recipient.name());
    }
}
