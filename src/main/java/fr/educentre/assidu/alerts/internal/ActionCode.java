package fr.educentre.assidu.alerts.internal;

import fr.educentre.assidu.rules.RuleMatch;
import fr.educentre.assidu.shell.Texts;

/** Actions as kept with an alert: {@code RELAUNCH_LEARNER:absences-repetees}, {@code ALERT_REFERENT}... */
final class ActionCode {

    private ActionCode() {}

    static String of(RuleMatch.Action action) {
        return switch (action) {
            case RuleMatch.RelaunchLearner relaunch -> "RELAUNCH_LEARNER:" + relaunch.template();
            case RuleMatch.AlertReferent referent -> "ALERT_REFERENT";
            case RuleMatch.AlertTrainer trainer -> "ALERT_TRAINER";
            case RuleMatch.AlertQuality quality -> "ALERT_QUALITY";
            case RuleMatch.AlertEmployer employer -> "ALERT_EMPLOYER";
            case RuleMatch.CreateTask task -> "CREATE_TASK:" + task.title();
            case RuleMatch.FlagAtRisk risk -> "FLAG_AT_RISK";
            case RuleMatch.RequireSignature signature -> "REQUIRE_SIGNATURE";
            case RuleMatch.ProposeCatchUp catchUp -> "PROPOSE_CATCH_UP";
            case RuleMatch.ProposeFunderNotice notice -> "PROPOSE_FUNDER_NOTICE";
            case RuleMatch.AddNote note -> "ADD_NOTE:" + note.text();
        };
    }

    /** Without what the author of the rule wrote into a task or a note. */
    static String withoutWords(String code) {
        return code.startsWith("CREATE_TASK:") || code.startsWith("ADD_NOTE:")
                ? code.substring(0, code.indexOf(':'))
                : code;
    }

    /** As those read it who do not read why. */
    static String reservedText(String code, Texts texts) {
        String plain = withoutWords(code);
        return plain.equals(code)
                ? text(code, texts)
                : texts.get("alerts.action." + plain, texts.get(ReservedWords.WORDS));
    }

    static String text(String code, Texts texts) {
        int colon = code.indexOf(':');
        String kind = colon < 0 ? code : code.substring(0, colon);
        return texts.get("alerts.action." + kind, colon < 0 ? "" : code.substring(colon + 1));
    }
}
