package fr.educentre.assidu.evidence;

import java.util.Map;

/** How many participants wait for a person to say who they are. */
public interface Unmatched {

    Map<EvidenceSource, Long> bySource();
}
