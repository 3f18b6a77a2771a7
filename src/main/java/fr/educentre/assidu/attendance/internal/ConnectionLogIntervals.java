package fr.educentre.assidu.attendance.internal;

import fr.educentre.assidu.attendance.Attendance.Discordance;
import fr.educentre.assidu.evidence.Channel;
import fr.educentre.assidu.evidence.EvidenceSource;
import fr.educentre.assidu.rules.SourceTrust.ServiceOrFile;
import fr.educentre.assidu.training.TimeSlot;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Stretches of one learner by what they came through: from the service itself, or in a file. */
final class ConnectionLogIntervals {

    private static final Set<Channel> SERVICE = EnumSet.of(Channel.API, Channel.WEBHOOK);

    private final ServiceOrFile trust;
    private final Map<Channel, Map<EvidenceSource, List<TimeSlot>>> byChannel = new EnumMap<>(Channel.class);

    ConnectionLogIntervals(ServiceOrFile trust) {
        this.trust = trust;
    }

    void add(Channel channel, EvidenceSource source, TimeSlot stretch) {
        byChannel
                .computeIfAbsent(channel, c -> new EnumMap<>(EvidenceSource.class))
                .computeIfAbsent(source, s -> new ArrayList<>())
                .add(stretch);
    }

    Set<EvidenceSource> sources() {
        Set<EvidenceSource> sources = EnumSet.noneOf(EvidenceSource.class);
        byChannel.values().forEach(bySource -> sources.addAll(bySource.keySet()));
        return sources;
    }

    /**
     * What is believed, by source. A log that does not show the learner for a minute contradicts nobody.
     *
     * @param taught keeps of some stretches what was taught
     * @param setAside told where one log is left out for the other
     */
    Map<EvidenceSource, List<TimeSlot>> believed(UnaryOperator<IntervalSet> taught, Set<Discordance> setAside) {
        Set<Channel> kept = EnumSet.allOf(Channel.class);
        if (trust != ServiceOrFile.BOTH) {
            IntervalSet service = taught.apply(of(SERVICE));
            IntervalSet file = taught.apply(of(EnumSet.of(Channel.FILE)));
            boolean both = service.minutes() > 0 && file.minutes() > 0;
            if (both && trust == ServiceOrFile.SERVICE) {
                kept.remove(Channel.FILE);
            } else if (both) {
                kept.removeAll(SERVICE);
            }
            if (both && service.minutes() != file.minutes()) {
                setAside.add(Discordance.OTHER_LOG_SET_ASIDE);
            }
        }
        Map<EvidenceSource, List<TimeSlot>> bySource = new HashMap<>();
        kept.forEach(channel -> byChannel
                .getOrDefault(channel, Map.of())
                .forEach((source, slots) ->
                        bySource.computeIfAbsent(source, s -> new ArrayList<>()).addAll(slots)));
        return bySource;
    }

    private IntervalSet of(Set<Channel> channels) {
        return IntervalSet.of(channels.stream()
                .flatMap(channel -> byChannel.getOrDefault(channel, Map.of()).values().stream())
                .flatMap(List::stream)
                .toList());
    }
}
