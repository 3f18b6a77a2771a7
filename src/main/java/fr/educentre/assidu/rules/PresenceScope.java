package fr.educentre.assidu.rules;

import java.util.List;

/**
 * What parameters may be set by: how a session is held, and for whom.
 *
 * @param modality {@code IN_PERSON}, {@code VIDEO}, {@code ONLINE}
 * @param programme code of the learner's programme, empty without enrolment
 * @param funders kinds of those who fund the learner on the session's day, e.g. {@code CPF}
 */
public record PresenceScope(String modality, String programme, List<String> funders) {

    public PresenceScope {
        funders = funders.stream().distinct().sorted().toList();
    }
}
