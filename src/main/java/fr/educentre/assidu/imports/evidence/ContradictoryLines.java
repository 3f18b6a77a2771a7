package fr.educentre.assidu.imports.evidence;

import fr.educentre.assidu.evidence.TraceKind;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Person;
import fr.educentre.assidu.imports.evidence.EvidenceFileContent.Sighting;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Lines of a session that say of the same person that they were there and that they were not. */
final class ContradictoryLines {

    /** Why they are not taken, by the end of the key of its text. */
    static final String WHY = "contradiction";

    private final Set<Integer> lines = new TreeSet<>();

    ContradictoryLines(List<Sighting> sightings, Function<Person, String> who) {
        Map<String, Set<String>> said = new HashMap<>();
        for (Sighting one : sightings) {
            said.computeIfAbsent(who.apply(one.person()), key -> new HashSet<>())
                    .add(says(one));
        }
        for (Sighting one : sightings) {
            if (Objects.requireNonNull(said.get(who.apply(one.person()))).size() > 1) {
                lines.add(one.line());
            }
        }
    }

    Set<Integer> lines() {
        return lines;
    }

    private static String says(Sighting one) {
        Object status = one.payload().get("status");
        return one.kind() == TraceKind.MARK && "ABSENT".equals(status) ? "absent" : "there";
    }
}
