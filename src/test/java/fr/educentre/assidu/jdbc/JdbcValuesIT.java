package fr.educentre.assidu.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.educentre.assidu.testing.AssiduIT;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Values go to the database and come back the same. */
@AssiduIT
class JdbcValuesIT {

    private static final Instant AT = Instant.parse("2026-10-25T00:30:00.123456Z");

    @Autowired
    JdbcClient sql;

    @Autowired
    JdbcTemplate template;

    @Autowired
    BatchWriter batch;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void names_are_ordered_by_their_letters_whichever_apostrophe_was_typed() {
        Assumptions.assumeTrue(
                sql.sql("select current_setting('server_version_num')::int")
                                .query(Integer.class)
                                .single()
                        >= 160_000,
                "before, a collation cannot be told so");
        assertThat(sql.sql(
                                "select name from unnest(array['d’Almeida', 'd''Zola', 'd''Abbe', 'd’Zed', 'Le Goff', 'Leblanc'])"
                                        + " as name order by name collate french")
                        .query(String.class)
                        .list())
                .containsExactly("d'Abbe", "d’Almeida", "d’Zed", "d'Zola", "Le Goff", "Leblanc");
    }

    @Test
    void an_instant_is_the_same_on_the_way_back_whatever_the_zone_of_the_machine() {
        assertThat(sql.sql("select :at::timestamptz as at, :none::timestamptz as none")
                        .param("at", Arguments.utc(AT))
                        .param("none", Arguments.maybeUtc(null))
                        .query((row, n) -> {
                            assertThat(Columns.maybeInstant(row, "none")).isNull();
                            assertThat(Columns.maybeInstant(row, 2)).isNull();
                            assertThat(Columns.instant(row, 1)).isEqualTo(AT);
                            return Columns.instant(row, "at");
                        })
                        .single())
                .isEqualTo(AT);
    }

    @Test
    void an_array_of_keys_is_one_parameter_however_many() {
        List<UUID> ids =
                IntStream.range(0, 1000).mapToObj(i -> TimeOrderedId.next()).toList();
        assertThat(sql.sql("select id from unnest(:ids::uuid[]) with ordinality as x (id, n) order by n")
                        .param("ids", Arguments.array(ids))
                        .query((row, n) -> Columns.uuid(row, "id"))
                        .list())
                .isEqualTo(ids);
        assertThat(sql.sql("select count(*) from unnest(:ids::uuid[])")
                        .param("ids", Arguments.array(List.of()))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void days_are_one_parameter_too() {
        var days = List.of(LocalDate.of(2026, 2, 28), LocalDate.of(2028, 2, 29));
        assertThat(sql.sql("select d from unnest(:days::date[]) d order by d")
                        .param("days", Arguments.days(days))
                        .query((row, n) -> Columns.day(row, "d"))
                        .list())
                .isEqualTo(days);
    }

    @Test
    void a_value_that_must_be_there_names_its_column_when_it_is_not() {
        assertThatThrownBy(() -> sql.sql("select null::uuid as learner_id, null::text as name, null::date as day")
                        .query((row, n) -> {
                            assertThat(Columns.maybeUuid(row, "learner_id")).isNull();
                            assertThat(Columns.maybeUuid(row, 1)).isNull();
                            assertThat(Columns.maybeDay(row, "day")).isNull();
                            assertThat(Columns.maybeDay(row, 3)).isNull();
                            assertThatThrownBy(() -> Columns.text(row, "name")).hasMessageContaining("name");
                            assertThatThrownBy(() -> Columns.day(row, 3)).hasMessageContaining("3");
                            return Columns.uuid(row, "learner_id");
                        })
                        .single())
                .hasMessageContaining("learner_id");
    }

    @Test
    void keys_lie_in_the_order_of_their_making() {
        var ids = IntStream.range(0, 200).mapToObj(i -> TimeOrderedId.next()).toList();
        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.version() == 7);
        assertThat(ids.getLast().getMostSignificantBits() >>> 16)
                .isGreaterThanOrEqualTo(ids.getFirst().getMostSignificantBits() >>> 16);
    }

    @Test
    void many_rows_are_written_with_their_enums_instants_and_nulls() {
        enum Kind {
            ONE,
            OTHER
        }
        record Line(int number, Kind kind, Instant at) {}
        transaction.executeWithoutResult(status -> {
            template.execute(
                    "create temporary table many_rows (number int, kind text, at timestamptz, note text) on commit drop");
            var lines = IntStream.range(0, 1201)
                    .mapToObj(i -> new Line(i, i % 2 == 0 ? Kind.ONE : Kind.OTHER, AT.plusSeconds(i)))
                    .toList();
            batch.write(
                    "insert into many_rows values (?, ?, ?, ?)",
                    lines,
                    line -> BatchWriter.row(line.number(), line.kind(), line.at(), null));
            assertThat(template.queryForObject(
                            "select count(*) from many_rows where note is null and (kind = 'ONE') = (number % 2 = 0)",
                            Long.class))
                    .isEqualTo(1201);
            assertThat(sql.sql("select max(at) as last from many_rows")
                            .query((row, n) -> Columns.instant(row, "last"))
                            .single())
                    .isEqualTo(AT.plusSeconds(1200));
        });
    }
}
