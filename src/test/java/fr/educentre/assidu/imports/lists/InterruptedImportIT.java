package fr.educentre.assidu.imports.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.imports.ImportInfo;
import fr.educentre.assidu.imports.ImportInfo.State;
import fr.educentre.assidu.imports.Imports;
import fr.educentre.assidu.imports.RosterImport;
import fr.educentre.assidu.imports.RosterImport.Report;
import fr.educentre.assidu.imports.RosterImport.Upload;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.MutableClock;
import fr.educentre.assidu.testing.SmallCentre;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database sees of a process that is killed: the connection of the import is gone in the middle of it. */
@AssiduIT
class InterruptedImportIT {

    private static final int PARTICIPANTS = 5000;

    @Autowired
    RosterImport roster;

    @Autowired
    Imports imports;

    @Autowired
    JdbcClient sql;

    @Autowired
    DataSource dataSource;

    @Autowired
    MutableClock clock;

    @Autowired
    BackgroundWork background;

    @Autowired
    Calls calls;

    private SmallCentre centre;

    @BeforeEach
    void centre() {
        clock.set(Instant.parse("2026-11-20T11:00:00Z"));
        centre = new SmallCentre(sql, 1);
        calls.actAs("qualite-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
    }

    @Test
    void an_import_that_is_killed_in_the_middle_ends_as_if_it_had_not_been() throws Exception {
        var upload = new Upload("rentree.csv", list().getBytes(StandardCharsets.UTF_8), Map.of());
        UUID id = roster.start(upload).id();
        try (Connection holding = dataSource.getConnection()) {
            hold(holding);
            var working = CompletableFuture.runAsync(background::runDue);
            await().atMost(BackgroundWork.PATIENCE)
                    .pollInterval(Duration.ofMillis(15))
                    .pollDelay(Duration.ZERO)
                    .until(() -> waitsForTheGroup(id));
            assertThat(killed(id)).as("the import was at work").isPositive();
            working.join();
            holding.rollback();
        }
        assertThat(learners()).as("nothing by halves").isZero();
        assertThat(imports.get(id).state()).isEqualTo(State.WAITING);

        // It is tried again after a while.
        background.leap(clock.instant().plusSeconds(20));
        ImportInfo ended = imports.get(id);
        assertThat(ended.state()).isEqualTo(State.APPLIED);
        assertThat(ended.result().created()).isEqualTo(PARTICIPANTS);
        assertThat(learners()).isEqualTo(PARTICIPANTS);
        assertThat(sql.sql("select count(*) from group_membership where group_id = ?")
                        .param(centre.group)
                        .query(Long.class)
                        .single())
                .isEqualTo(PARTICIPANTS + 1);
        Report again = roster.run(upload, true);
        assertThat(again.unchanged()).isEqualTo(PARTICIPANTS);
        assertThat(again.created() + again.updated()).isZero();
    }

    private String list() {
        var list = new StringBuilder("Identifiant;Nom;Prénom;E-mail;Groupe\n");
        for (int i = 0; i < PARTICIPANTS; i++) {
            list.append("K-%1$s-%2$d;Nom%2$d;Prénom%2$d;k%2$d-%1$s@essai.example;G-%1$s%n".formatted(centre.code, i));
        }
        return list.toString();
    }

    /** Nobody joins the group meanwhile: the import gets as far as that. */
    private void hold(Connection holding) throws SQLException {
        holding.setAutoCommit(false);
        try (var lock = holding.prepareStatement("select 1 from learner_group where id = ? for update")) {
            lock.setObject(1, centre.group);
            lock.execute();
        }
    }

    private boolean waitsForTheGroup(UUID id) {
        return sql.sql("""
                        select count(*) from pg_locks l join pg_stat_activity a on a.pid = l.pid
                         where l.locktype = 'advisory' and l.granted and a.wait_event_type = 'Lock'
                           and ((l.classid::bigint << 32) | l.objid::bigint) = hashtextextended(?, 6)
                        """).param(id.toString()).query(Long.class).single() > 0;
    }

    /** @return how many connections were at the import, and are no more */
    private long killed(UUID id) {
        return sql.sql("""
                        select count(*) from (
                            select pg_terminate_backend(pid) from pg_locks
                             where locktype = 'advisory' and granted
                               and ((classid::bigint << 32) | objid::bigint) = hashtextextended(?, 6)) as ended
                        """).param(id.toString()).query(Long.class).single();
    }

    private long learners() {
        return sql.sql("select count(*) from learner where external_id like ?")
                .param("K-" + centre.code + "-%")
                .query(Long.class)
                .single();
    }
}
