package fr.educentre.assidu.imports.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.educentre.assidu.imports.CentreLists;
import fr.educentre.assidu.imports.Imports;
import fr.educentre.assidu.imports.ListKind;
import fr.educentre.assidu.imports.RosterImport;
import fr.educentre.assidu.imports.RosterImport.Report;
import fr.educentre.assidu.imports.RosterImport.Unknown;
import fr.educentre.assidu.imports.RosterImport.Unknown.Kind;
import fr.educentre.assidu.imports.tables.TableRow;
import fr.educentre.assidu.shell.TableFile;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.MutableClock;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** A centre begins with lists alone, and takes its own away in the same shape. */
@AssiduIT
@Transactional
class CentreListsIT {

    private static final String SESSIONS =
            "Identifiant;Titre;Groupe;Date;Début;Fin;Début de pause;Fin de pause;Formateur;Nom du formateur;Prénom du formateur\n";

    @Autowired
    CentreLists lists;

    @Autowired
    RosterImport roster;

    @Autowired
    Imports imports;

    @Autowired
    JdbcClient sql;

    @Autowired
    MutableClock clock;

    @BeforeEach
    void a_day() {
        clock.set(Instant.parse("2026-11-23T11:00:00Z"));
        // What other tests called as the examples do; put back with the test's transaction.
        sql.sql("update programme set title = 'OTHER ' || title where title ilike 'Développeur web'")
                .update();
        sql.sql("update site set name = 'OTHER ' || name where name ilike 'Campus Lyon'")
                .update();
        sql.sql("update funder set name = 'OTHER ' || name where name ilike 'OPCO Atlas'")
                .update();
        sql.sql("update employer set name = 'OTHER ' || name where name ilike 'Boulangerie Martin'")
                .update();
    }

    @Test
    void the_filled_examples_make_a_first_class_without_anything_else() {
        Report groups = take(lists.example(ListKind.GROUPS, true), true);
        assertThat(groups.rejected()).isEmpty();
        assertThat(groups.unknown())
                .extracting(Unknown::kind, Unknown::name, Unknown::added)
                .containsExactly(tuple(Kind.PROGRAMME, "Développeur web", true), tuple(Kind.SITE, "Campus Lyon", true));
        Report learners = take(lists.example(ListKind.LEARNERS, true), true);
        assertThat(learners.created()).isEqualTo(2);
        assertThat(learners.unknown()).extracting(Unknown::kind).containsExactlyInAnyOrder(Kind.FUNDER, Kind.EMPLOYER);
        Report sessions = take(lists.example(ListKind.SESSIONS, true), true);
        assertThat(sessions.created()).isEqualTo(2);
        assertThat(sessions.unknown())
                .extracting(Unknown::kind, Unknown::name)
                .containsExactly(tuple(Kind.TRAINER, "Nina Exemple"));
        assertThat(sql.sql("select kind from funder where name = 'OPCO Atlas'")
                        .query(String.class)
                        .single())
                .isEqualTo("OPCO");
    }

    @ParameterizedTest
    @EnumSource(ListKind.class)
    void what_the_centre_has_comes_back_as_it_left(ListKind kind) {
        for (ListKind one : ListKind.values()) {
            take(lists.example(one, true), true);
        }
        take(
                (SESSIONS
                                + "EXEMPLE-S3;Trois pauses;EXEMPLE-A;30/11/2026;09:00;12:30;09:45 / 10:30;10:00/10:45;nina.exemple@centre.example;;\n")
                        .getBytes(StandardCharsets.UTF_8),
                false);
        Report again = take(ofThese(kind, lists.centre(kind)), false);
        assertThat(again.rejected()).isEmpty();
        assertThat(again.unchanged()).isGreaterThan(kind == ListKind.GROUPS ? 0 : 1);
        assertThat(again.created() + again.updated()).isZero();
    }

    @ParameterizedTest
    @EnumSource(ListKind.class)
    void an_empty_example_is_recognised_by_its_titles(ListKind kind) {
        var preview = roster.preview(new RosterImport.Upload("vide.xlsx", lists.example(kind, false), Map.of()));
        assertThat(preview.kind()).isEqualTo(kind.key());
        assertThat(preview.columns()).noneMatch(column -> column.column().isEmpty());
        assertThat(preview.lines()).isZero();
    }

    @Test
    void what_is_not_known_is_asked_for_first_and_changes_nothing() {
        long before = programmes();
        Report report = take(lists.example(ListKind.GROUPS, true), false);
        assertThat(report.applied()).isFalse();
        assertThat(report.unknown()).extracting(Unknown::added).containsOnly(false);
        assertThat(report.rejected()).hasSize(2);
        assertThat(programmes()).isEqualTo(before);
        Report looked = roster.run(upload(lists.example(ListKind.GROUPS, true), true), true);
        assertThat(looked.rejected()).isEmpty();
        assertThat(looked.created()).isEqualTo(1);
        assertThat(programmes()).as("a look writes nothing").isEqualTo(before);
    }

    @Test
    void what_looks_like_a_code_was_mistyped_and_a_trainer_without_names_is_nobody() {
        take(lists.example(ListKind.GROUPS, true), true);
        Report report = take(
                (SESSIONS + "S9;Cours;EXEMPLE-A;30/11/2026;09:00;12:30;;;inconnue@centre.example;;\n")
                        .getBytes(StandardCharsets.UTF_8),
                true);
        assertThat(report.rejected())
                .singleElement()
                .satisfies(line ->
                        assertThat(((Wording.Said) line.problem()).key()).isEqualTo("training.roster.trainerNames"));
        Report coded = take(
                "code;libelle;formation;site;date_debut;date_fin\nG9;Groupe;PX-99;Campus Lyon;01/12/2026;30/06/2027\n"
                        .getBytes(StandardCharsets.UTF_8),
                true);
        assertThat(coded.rejected())
                .singleElement()
                .satisfies(line ->
                        assertThat(((Wording.Said) line.problem()).key()).isEqualTo("training.roster.programme"));
    }

    @Test
    void what_was_added_with_a_list_is_taken_back_with_it() {
        long before = programmes();
        Report report = take(lists.example(ListKind.GROUPS, true), true);
        assertThat(programmes()).isEqualTo(before + 1);
        imports.undo(java.util.Objects.requireNonNull(report.importId()));
        assertThat(programmes()).isEqualTo(before);
        assertThat(sql.sql("select count(*) from site where name = 'Campus Lyon'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** The lines of the examples alone: what other tests left may be of days to come, or end after midnight. */
    private static byte[] ofThese(ListKind kind, byte[] workbook) {
        List<List<String>> lines = ListSheet.of(workbook).rows().stream()
                .map(TableRow::cells)
                .filter(cells -> cells.getFirst().startsWith("EXEMPLE-"))
                .toList();
        return new TableFile("essai", ListLayout.titles(kind), lines).xlsxOfTexts();
    }

    private long programmes() {
        return sql.sql("select count(*) from programme").query(Long.class).single();
    }

    private Report take(byte[] content, boolean addsUnknown) {
        return roster.run(upload(content, addsUnknown), false);
    }

    private static RosterImport.Upload upload(byte[] content, boolean addsUnknown) {
        return new RosterImport.Upload("liste.xlsx", content, Map.of(), addsUnknown);
    }
}
