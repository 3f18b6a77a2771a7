package fr.educentre.assidu.sources.edusign;

import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.sources.core.Digests;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Courses by how they stood when they were last read, so that only what changed is read again. */
@Component
class EdusignCourseStore {

    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient sql;
    private final Clock clock;

    EdusignCourseStore(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    static String fingerprint(JsonNode course) {
        return Digests.sha256Hex(course.toString());
    }

    boolean unchanged(String courseId, String fingerprint) {
        return sql.sql("select count(*) from edusign_course where course_id = ? and encode(sha256, 'hex') = ?")
                        .params(courseId, fingerprint)
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Transactional
    void keep(String courseId, String fingerprint) {
        if (!fingerprint.isEmpty()) {
            sql.sql("""
                    insert into edusign_course (course_id, sha256, pulled_at) values (:id, decode(:sha, 'hex'), :at)
                    on conflict (course_id) do update set sha256 = excluded.sha256, pulled_at = excluded.pulled_at
                    """)
                    .param("id", courseId)
                    .param("sha", fingerprint)
                    .param("at", now())
                    .update();
        }
    }

    /** Those no list shows any more. */
    @Transactional
    void forgetOld() {
        sql.sql("delete from edusign_course where pulled_at < ?")
                .params(now().minus(KEPT))
                .update();
    }

    private OffsetDateTime now() {
        return Arguments.utc(clock.instant());
    }
}
