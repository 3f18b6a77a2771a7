package fr.educentre.assidu.sources.edusign;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.sources.core.LenientJson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands in a webhook, reading it ends, with a course or without. */
class EdusignCourseProperties {

    private static final String FIXTURE = """
            {"status":"success","result":{"ID":"c1","API_ID":"S1","START":"2026-11-05T08:00:00.000Z","LOCKED":1,
             "NEED_STUDENTS_SIGNATURE":true,"PROFESSOR":"p1","PROFESSOR_SIGNATURE":"https://x/y.png","STUDENTS":[
             {"_id":"x","studentId":"e1","state":true,"timestamp":"2026-11-05T08:03:00.000Z","signature":"data:,A","delay":5,"absenceId":null,"excluded":false},
             {"studentId":"e2","state":0,"timestamp":1762329600000}]}}""";

    @Example
    void a_course_is_read_whole() {
        EdusignCourse course = EdusignCourse.of(LenientJson.read(FIXTURE.getBytes(StandardCharsets.UTF_8))
                        .orElseThrow())
                .orElseThrow();
        assertThat(course.locked()).isTrue();
        assertThat(course.needsSignatures()).isTrue();
        assertThat(course.apiId()).isEqualTo("S1");
        assertThat(course.students()).hasSize(2);
        EdusignCourse.Student first = course.students().getFirst();
        assertThat(first.present()).isTrue();
        assertThat(first.delay()).isEqualTo(5);
        assertThat(first.signing().signedAt()).isEqualTo(Instant.parse("2026-11-05T08:03:00Z"));
        assertThat(course.students().getLast().present()).isFalse();
    }

    @Property(tries = 2000)
    void a_message_with_bytes_changed_or_dropped_is_read_or_said_to_be_none(@ForAll("mutated") byte[] bytes) {
        LenientJson.read(bytes).ifPresent(root -> {
            EdusignCourseFinder.courseId(root).ifPresent(id -> assertThat(id).hasSizeLessThanOrEqualTo(100));
            EdusignCourse.of(root)
                    .ifPresent(course -> assertThat(course.students())
                            .allSatisfy(student -> assertThat(student.key()).isNotBlank()));
        });
    }

    @Provide
    Arbitrary<byte[]> mutated() {
        return Arbitraries.randomValue(EdusignCourseProperties::mutate);
    }

    private static byte[] mutate(Random random) {
        byte[] bytes = FIXTURE.getBytes(StandardCharsets.UTF_8);
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(bytes.length);
            bytes[at] = "\"0123456789,.:{}[]tfne-aZ".getBytes(StandardCharsets.UTF_8)[random.nextInt(25)];
        }
        return bytes;
    }
}
