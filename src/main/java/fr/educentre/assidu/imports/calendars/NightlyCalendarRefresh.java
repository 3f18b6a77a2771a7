package fr.educentre.assidu.imports.calendars;

import fr.educentre.assidu.imports.Calendars;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.workflow.DurableJobHandler;
import fr.educentre.assidu.workflow.DurableJobType;
import fr.educentre.assidu.workflow.DurableJobs;
import fr.educentre.assidu.workflow.NightlyTask;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Every subscription is read each night, by a job of its own: one that fails keeps no other waiting. */
@Component
class NightlyCalendarRefresh implements NightlyTask, DurableJobHandler<NightlyCalendarRefresh.Refresh> {

    private static final Logger LOG = LoggerFactory.getLogger(NightlyCalendarRefresh.class);
    private static final String NAME = "connectors.calendars";
    private static final DurableJobType<Refresh> TYPE = DurableJobType.of(
                    NAME, Refresh.class, refresh -> refresh.feed().toString())
            .readingEarlier((key, text) -> new Refresh(UUID.fromString(key)));

    private final Calendars calendars;
    private final DurableJobs jobs;
    private final TransactionTemplate apart;

    NightlyCalendarRefresh(Calendars calendars, DurableJobs jobs, PlatformTransactionManager transactions) {
        this.calendars = calendars;
        this.jobs = jobs;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    /** The subscription to read. */
    record Refresh(UUID feed) {}

    @Override
    public DurableJobType<Refresh> type() {
        return TYPE;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run() {
        calendars.feeds().forEach(feed -> jobs.submit(TYPE, new Refresh(feed.id())));
    }

    /** Outside of the job's transaction, which has nothing to write: a refusal is kept with the subscription. */
    @Override
    public void run(Refresh refresh) {
        apart.executeWithoutResult(status -> {
            try {
                calendars.refresh(refresh.feed());
            } catch (Refusal refusal) {
                LOG.info("Calendar {} not read: {}", refresh.feed(), refusal.getMessage());
            }
        });
    }
}
