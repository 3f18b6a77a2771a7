package fr.educentre.assidu.alerts.internal;

import fr.educentre.assidu.rules.Firing;
import fr.educentre.assidu.shell.Texts;

/** Actions as kept with an alert: {@code RELAUNCH_LEARNER:absences-repetees}, {@code ALERT_REFERENT}... */
final class ActionCode {

    private ActionCode() {}

    static String of(Firing.Action action) {
        return switch (action) {
            case Firing.RelaunchLearner relaunch -> "RELAUNCH_LEARNER:" + relaunch.template();
            case Firing.AlertReferent referent -> "ALERT_REFERENT";
            case Firing.AlertTrainer trainer -> "ALERT_TRAINER";
            case Firing.AlertQuality quality -> "ALERT_QUALITY";
            case Firing.AlertEmployer employer -> "ALERT_EMPLOYER";
            case Firing.CreateTask task -> "CREATE_TASK:" + task.title();
            case Firing.FlagAtRisk risk -> "FLAG_AT_RISK";
            case Firing.RequireSignature signature -> "REQUIRE_SIGNATURE";
            case Firing.ProposeCatchUp catchUp -> "PROPOSE_CATCH_UP";
            case Firing.ProposeFunderNotice notice -> "PROPOSE_FUNDER_NOTICE";
            case Firing.AddNote note -> "ADD_NOTE:" + note.text();
        };
    }

    static String text(String code, Texts texts) {
        int colon = code.indexOf(':');
        String kind = colon < 0 ? code : code.substring(0, colon);
        return texts.get("alerts.action." + kind, colon < 0 ? "" : code.substring(colon + 1));
    }
}
