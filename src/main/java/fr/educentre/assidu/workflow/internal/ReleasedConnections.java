package fr.educentre.assidu.workflow.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What a thread does next when its transaction has ended and its connection went back to the pool. The framework calls its
 * own listeners before that, where work that needs a transaction would hold two connections: enough threads at once would
 * wait for each other's.
 */
@Component
class ReleasedConnections {

    private static final Logger LOG = LoggerFactory.getLogger(ReleasedConnections.class);

    private final ThreadLocal<@Nullable List<Runnable>> waiting = new ThreadLocal<>();

    /** Called while the transaction of this thread ends. */
    void next(Runnable work) {
        List<Runnable> mine = waiting.get();
        if (mine == null) {
            mine = new ArrayList<>();
            waiting.set(mine);
        }
        mine.add(work);
    }

    /** The transaction committed: what fails here disturbs nobody who waits for it. */
    void released() {
        List<Runnable> mine = waiting.get();
        if (mine == null) {
            return;
        }
        waiting.remove();
        for (Runnable work : mine) {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.info("What was to follow a transaction at once did not: {}", e.toString());
            }
        }
    }
}
