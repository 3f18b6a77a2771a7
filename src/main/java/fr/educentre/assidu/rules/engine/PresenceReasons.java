package fr.educentre.assidu.rules.engine;

import fr.educentre.assidu.rules.PresenceFacts;
import fr.educentre.assidu.rules.engine.PresenceParameters.Applied;
import fr.educentre.assidu.rules.engine.ScopedParameter.Setting;
import fr.educentre.assidu.shell.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Why a status is retained, with the figures that the rule saw. */
public final class PresenceReasons {

    private final PresenceFacts facts;
    private final Applied applied;

    PresenceReasons(PresenceFacts facts, Applied applied) {
        this.facts = facts;
        this.applied = applied;
    }

    /** @param mark what a person noted, with or without a reason of theirs */
    static Wording marked(PresenceFacts.Mark mark) {
        Wording reason =
                mark.reason().isBlank() ? Wording.of("rules.presence.rollCall") : Wording.stored(mark.reason());
        return Wording.of("shell.says", author(mark.by()), reason);
    }

    /** A person's name, or the wording of a file. */
    private static Object author(String by) {
        return Wording.stored(by) instanceof Wording.Said source ? source : by;
    }

    public Wording openProposal() {
        return Wording.of("rules.presence.openProposal");
    }

    public Wording incomplete() {
        return Wording.of("rules.presence.incomplete");
    }

    public Wording partly() {
        return facts.presence().observedMinutes() == 0
                ? Wording.of("rules.presence.partly.none")
                : Wording.of(
                        "rules.presence.partly",
                        facts.presence().observedMinutes(),
                        facts.presence().taughtMinutes());
    }

    public Wording signed() {
        return Wording.of("rules.presence.signed");
    }

    public Wording signatureDenied() {
        return Wording.of("rules.presence.signatureDenied", facts.presence().taughtMinutes());
    }

    public Wording absent() {
        return Wording.of("rules.presence.absent", facts.presence().taughtMinutes());
    }

    public Wording tooShort() {
        return by(
                applied.connection(),
                "rules.presence.tooShort",
                facts.presence().observedMinutes(),
                facts.presence().taughtMinutes());
    }

    public Wording partial() {
        return share(applied.threshold(), "rules.presence.partial");
    }

    public Wording late() {
        return share(
                applied.tolerance(),
                "rules.presence.late",
                PresenceCase.minutes(facts.presence().firstArrival()));
    }

    public Wording leftEarly() {
        return share(
                applied.tolerance(),
                "rules.presence.leftEarly",
                PresenceCase.minutes(facts.presence().lastDeparture()));
    }

    public Wording present() {
        return share(applied.threshold(), "rules.presence.present");
    }

    private Wording share(Setting<Double> setting, String key, Object... more) {
        var seen = facts.presence();
        List<Object> values =
                new ArrayList<>(List.of(seen.observedMinutes(), seen.taughtMinutes(), seen.share() * 100));
        values.addAll(Arrays.asList(more));
        return by(setting, key, values.toArray());
    }

    /** Ends with the value of a parameter; says nothing of whom it is for where it holds for everyone. */
    private static Wording by(Setting<Double> setting, String key, Object... seen) {
        List<Object> values = new ArrayList<>(Arrays.asList(seen));
        values.add(setting.value());
        if (setting.scope().isNothing()) {
            return new Wording.Said(key, values);
        }
        values.add(setting.scope());
        return new Wording.Said(key + ".apart", values);
    }
}
