package fr.educentre.assidu.attendance.internal;

import fr.educentre.assidu.access.SystemActor;
import fr.educentre.assidu.workflow.DurableJobHandler;
import fr.educentre.assidu.workflow.DurableJobType;
import fr.educentre.assidu.workflow.DurableJobs;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Documents of sessions that an earlier version kept as they were are sealed, once the application has started. */
@Component
class SessionDocumentSealing implements DurableJobHandler<SessionDocumentSealing.Sealing> {

    private static final DurableJobType<Sealing> TYPE =
            DurableJobType.of("attendance.documents.seal", Sealing.class, sealing -> "part " + sealing.part());
    private static final int AT_ONCE = 20;

    private final SessionDocuments documents;
    private final DurableJobs jobs;

    SessionDocumentSealing(SessionDocuments documents, DurableJobs jobs) {
        this.documents = documents;
        this.jobs = jobs;
    }

    /** Some of them, a job at a time. */
    record Sealing(int part) {}

    @EventListener(ApplicationReadyEvent.class)
    void started() {
        if (documents.anyPlain()) {
            SystemActor.run(() -> jobs.submit(TYPE, new Sealing(1)));
        }
    }

    @Override
    public DurableJobType<Sealing> type() {
        return TYPE;
    }

    @Override
    public void run(Sealing sealing) {
        int sealed = 0;
        while (sealed < AT_ONCE && documents.sealNext()) {
            sealed++;
        }
        if (sealed == AT_ONCE) {
            jobs.submit(TYPE, new Sealing(sealing.part() + 1));
        }
    }
}
