package fr.educentre.assidu.access;

import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Has it noted that a session is over. The server is told of it before the database is there, and asks for it later. */
@Component
class SessionEnds implements HttpSessionListener {

    private static final Logger LOG = LoggerFactory.getLogger(SessionEnds.class);

    private final ObjectProvider<SeenSessions> sessions;

    SessionEnds(ObjectProvider<SeenSessions> sessions) {
        this.sessions = sessions;
    }

    /** One that is over is no longer listed after a while, noted or not. */
    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        try {
            sessions.ifAvailable(seen -> seen.over(event.getSession()));
        } catch (DataAccessException | IllegalStateException away) {
            LOG.debug("The end of a session was not noted", away);
        }
    }
}
