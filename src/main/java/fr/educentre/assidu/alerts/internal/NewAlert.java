package fr.educentre.assidu.alerts.internal;

import fr.educentre.assidu.jdbc.TimeOrderedId;
import fr.educentre.assidu.rules.RuleMatch;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An alert to be written. */
record NewAlert(
        UUID id, RuleMatch firing, @Nullable UUID group, List<String> actions, boolean atRisk, boolean aboutHealth) {

    static NewAlert of(RuleMatch firing, @Nullable UUID group) {
        return new NewAlert(
                TimeOrderedId.next(),
                firing,
                group,
                firing.actions().stream().map(ActionCode::of).toList(),
                firing.actions().contains(new RuleMatch.FlagAtRisk()),
                false);
    }

    NewAlert aboutHealth(boolean health) {
        return new NewAlert(id, firing, group, actions, atRisk, health);
    }
}
