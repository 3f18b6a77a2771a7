package fr.educentre.assidu.walls;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Whose each table is. A view that a module offers bears its name: {@code training_v_session}. */
final class TableOwners {

    private static final Pattern OFFERED = Pattern.compile("([a-z]+)_v_[a-z_]+");

    private static final Map<String, String> TABLES_OF = Map.ofEntries(
            Map.entry("journal", "journal_entry journal_entry_default journal_head"),
            Map.entry(
                    "access",
                    "account account_role account_session api_token guessing_brake repeated_call signed_link"),
            Map.entry("shell", "flyway_schema_history"),
            Map.entry(
                    "training",
                    "organisation signatory site site_closure employer_contact programme programme_module programme_module_activity trainer referent employer tutor funder"
                            + " learner learner_contact guardian learner_group group_period group_membership enrolment enrolment_event funding"
                            + " training_session session_break session_co_trainer session_participant session_expected"),
            Map.entry(
                    "evidence",
                    "delivery evidence evidence_default evidence_match evidence_proposal evidence_set_aside identity_alias"),
            Map.entry(
                    "attendance",
                    "verdict verdict_default absence_case absence_case_event correction_request session_document device_mark"),
            Map.entry("signing", "signing_period signature signature_strokes"),
            Map.entry("progress", "activity_requirement activity_result connection_day"),
            Map.entry("rules", "rule rule_version rule_setting"),
            Map.entry("alerts", "alert alert_due alert_stale"),
            Map.entry("messaging", "message message_template"),
            Map.entry("onboarding", "onboarding_step_put_aside"),
            Map.entry("relaunch", "relaunch"),
            Map.entry(
                    "justification",
                    "absence_reason justification justification_session justification_document absence_call"),
            Map.entry("documents", "issued_document issued_document_counter issued_line"),
            Map.entry(
                    "imports",
                    "list_import list_mapping list_import_change session_source session_removal calendar_feed"),
            Map.entry(
                    "sources",
                    "connector_setting connector_state zoom_registrant zoom_instance teams_subscription teams_report teams_poll"
                            + " bbb_occurrence bbb_person partner_mapping edusign_student edusign_course"));

    private static final Map<String, String> OWNER = new HashMap<>();

    static {
        TABLES_OF.forEach((module, tables) -> {
            for (String table : tables.split(" ")) {
                OWNER.put(table, module);
            }
        });
    }

    private TableOwners() {}

    static Set<String> tables() {
        return OWNER.keySet();
    }

    /** @param table one of the tables, a table of the process engine or a view */
    static String owner(String table) {
        var view = OFFERED.matcher(table);
        if (view.matches()) {
            return view.group(1);
        }
        return table.startsWith("act_") ? "workflow" : OWNER.getOrDefault(table, "");
    }

    static boolean offered(String name) {
        return OFFERED.matcher(name).matches();
    }
}
