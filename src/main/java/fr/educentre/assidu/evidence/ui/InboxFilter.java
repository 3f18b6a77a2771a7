package fr.educentre.assidu.evidence.ui;

import com.vaadin.flow.router.QueryParameters;
import fr.educentre.assidu.evidence.Identities;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the screen shows, as it stands in its address. */
record InboxFilter(
        boolean aliases, Identities.State state, @Nullable UUID session, String q, boolean current) {

    static InboxFilter of(QueryParameters parameters) {
        return new InboxFilter(
                parameters.getSingleParameter("onglet").filter("alias"::equals).isPresent(),
                state(parameters.getSingleParameter("etat").orElse("")),
                id(parameters.getSingleParameter("seance").orElse("")),
                parameters.getSingleParameter("q").orElse(""),
                parameters.getSingleParameter("retires").filter("oui"::equals).isEmpty());
    }

    QueryParameters toQuery() {
        Map<String, String> parameters = new HashMap<>();
        if (aliases) {
            parameters.put("onglet", "alias");
        }
        if (state != Identities.State.OPEN) {
            parameters.put("etat", state.name());
        }
        if (session != null) {
            parameters.put("seance", session.toString());
        }
        if (!q.isBlank()) {
            parameters.put("q", q);
        }
        if (!current) {
            parameters.put("retires", "oui");
        }
        return QueryParameters.simple(parameters);
    }

    Identities.Query asked() {
        return new Identities.Query(state, session, q);
    }

    Identities.AliasQuery askedAliases() {
        return new Identities.AliasQuery(current, q);
    }

    private static Identities.State state(String name) {
        for (Identities.State state : Identities.State.values()) {
            if (state.name().equals(name)) {
                return state;
            }
        }
        return Identities.State.OPEN;
    }

    private static @Nullable UUID id(String text) {
        try {
            return text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
