package fr.educentre.assidu.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.workflow.DurableJobHandler;
import fr.educentre.assidu.workflow.DurableJobType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

/** What jobs carried as text in the version before is read as what they carry now, under the same key. */
@AssiduIT
class EarlierPayloadsIT {

    private static final String ID = "01a07fba-6e2c-7d54-8000-0000000000a1";
    private static final String OTHER = "01a07fba-6e2c-7d54-8000-0000000000b2";

    private static final String COURSE = "7k2b0x3n";
    private static final String MEETING = "4fP7jZ+9T/2Qb==";
    private static final String WEBINAR =
            "solutions/virtualEvents/webinars/88b245ac@b3f/sessions/8d62/attendanceReports/c9b6";

    /** As they stood in the database, of every kind of job that the version before knew. */
    private static final List<EarlierJob> KEPT = List.of(
            new EarlierJob("messaging.send", ID, "", "{'message':'" + ID + "'}"),
            new EarlierJob("training.import", ID, "", "{'list':'" + ID + "'}"),
            new EarlierJob("connectors.calendars", ID, "", "{'feed':'" + ID + "'}"),
            new EarlierJob(
                    "workflow.nightly",
                    "alerts.evaluate/2026-11-30",
                    "alerts.evaluate",
                    "{'task':'alerts.evaluate','day':'2026-11-30'}"),
            new EarlierJob(
                    "workflow.tell",
                    "absence_justifiee@absence:" + ID,
                    "",
                    "{'message':'absence_justifiee','process':'absence:" + ID + "'}"),
            new EarlierJob("alerts.evaluate", "session:" + ID, "", "{'of':'session','session':'" + ID + "'}"),
            new EarlierJob("alerts.evaluate", "learner:" + ID, "", "{'of':'learner','learner':'" + ID + "'}"),
            new EarlierJob(
                    "alerts.evaluate",
                    "learner:" + ID + "@2026-11-30T10:15:30Z",
                    "",
                    "{'of':'learner','learner':'" + ID + "','at':'2026-11-30T10:15:30Z'}"),
            new EarlierJob("alerts.evaluate", "due::" + ID, "", "{'of':'groups','last':'" + ID + "'}"),
            new EarlierJob(
                    "alerts.evaluate",
                    "due:" + ID + ":" + OTHER,
                    "",
                    "{'of':'groups','after':'" + ID + "','last':'" + OTHER + "'}"),
            new EarlierJob("alerts.evaluate", "due:without group", "", "{'of':'withoutGroup'}"),
            new EarlierJob(
                    "connectors.understand",
                    "bigbluebutton@1796033730123",
                    "bigbluebutton",
                    "{'connector':'bigbluebutton','at':'2026-11-30T10:15:30.123Z'}"),
            new EarlierJob("connectors.sweep", "all", "", "{}"),
            new EarlierJob("bigbluebutton.hooks", "all", "", "{}"),
            new EarlierJob("bigbluebutton.polls", "all", "", "{}"),
            new EarlierJob("teams.subscriptions", "all", "", "{}"),
            new EarlierJob("teams.watch", "all", "", "{}"),
            new EarlierJob("bigbluebutton.poll", "atelier-12", "", "{'meeting':'atelier-12'}"),
            new EarlierJob("bigbluebutton.complete", ID, "", "{'session':'" + ID + "','variant':''}"),
            new EarlierJob("teams.complete", ID, "", "{'session':'" + ID + "','variant':''}"),
            new EarlierJob("zoom.complete", ID, "", "{'session':'" + ID + "','variant':''}"),
            new EarlierJob("connectors.signatures.complete", ID, "", "{'session':'" + ID + "','variant':''}"),
            new EarlierJob(
                    "connectors.signatures.complete",
                    ID + ":locked",
                    "locked",
                    "{'session':'" + ID + "','variant':'locked'}"),
            new EarlierJob(
                    "connectors.edusign.course",
                    "locked:" + COURSE,
                    "0|5f1c",
                    "{'course':'" + COURSE + "','locked':true,'fingerprint':'5f1c','failures':0}"),
            new EarlierJob(
                    "connectors.edusign.course",
                    "course:" + COURSE,
                    "3|",
                    "{'course':'" + COURSE + "','locked':false,'fingerprint':'','failures':3}"),
            new EarlierJob(
                    "connectors.edusign.reconcile",
                    "12",
                    "2026-11-30T01:30:00.123456Z|2",
                    "{'number':12,'until':'2026-11-30T01:30:00.123456Z','failures':2}"),
            new EarlierJob("teams.subscription", ID, "", "{'subscription':'" + ID + "'}"),
            new EarlierJob("teams.webinar", WEBINAR, "", "{'path':'" + WEBINAR + "','failures':0}"),
            new EarlierJob("teams.webinar", WEBINAR, "4", "{'path':'" + WEBINAR + "','failures':4}"),
            new EarlierJob(
                    "teams.report",
                    ID + "@1796033730123",
                    "1|2",
                    "{'session':'" + ID + "','base':'2026-11-30T10:15:30.123Z','step':1,'failures':2}"),
            new EarlierJob(
                    "zoom.report",
                    "15 " + MEETING,
                    "2 81234567890",
                    "{'number':'81234567890','instance':'" + MEETING + "','minutes':15,'failures':2}"),
            new EarlierJob("zoom.register", ID, "", "{'session':'" + ID + "'}"),
            new EarlierJob(ProbeJob.NAME, "key", "text", "{'key':'key','text':'text'}"));

    /** Their payloads have been JSON from the first. */
    private static final Set<String> YOUNGER = Set.of(
            "attendance.decide",
            "attendance.documents.seal",
            "bigbluebutton.leave",
            "progress.count",
            "relaunch.end",
            "relaunch.resume",
            "secrets.seal");

    /** @param now the payload as a job of today keeps it, with other quotes */
    private record EarlierJob(String type, String key, String text, String now) {

        String json() {
            return now.replace('\'', '"');
        }
    }

    @Autowired
    ObjectProvider<DurableJobHandler<?>> handlers;

    @Autowired
    JobPayloads payloads;

    @Test
    void each_kind_of_job_reads_what_the_version_before_kept() {
        Map<String, DurableJobType<?>> types = handlers.stream()
                .map(DurableJobHandler::type)
                .collect(Collectors.toMap(DurableJobType::name, type -> type, (one, same) -> one, LinkedHashMap::new));
        assertThat(types.keySet()).containsAll(YOUNGER);
        types.keySet().removeAll(YOUNGER);
        assertThat(types.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        KEPT.stream().map(EarlierJob::type).collect(Collectors.toSet()));
        assertThat(KEPT).allSatisfy(kept -> read(types.get(kept.type()), kept));
    }

    private <P> void read(DurableJobType<P> type, EarlierJob kept) {
        P payload = payloads.read(type, kept.key(), kept.text());
        assertThat(type.key().apply(payload)).as(type.name()).isEqualTo(kept.key());
        String json = payloads.write(type, payload);
        assertThat(json).startsWith("{");
        assertThat(payloads.read(type, kept.key(), json)).isEqualTo(payload);
        assertThat(payloads.read(type, kept.key(), kept.json())).isEqualTo(payload);
    }
}
