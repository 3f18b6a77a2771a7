package fr.educentre.assidu.rules.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.educentre.assidu.rules.RuleBook.Draft;
import fr.educentre.assidu.rules.RuleFiles;
import fr.educentre.assidu.rules.publishing.RuleArchive.Entry;
import fr.educentre.assidu.shell.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules as files: what is read is what was written, and what is no rule is refused. */
class RuleArchiveTests {

    private static final String TEXT = "règle \"Retards\"\nquand\n    l'apprenant est mineur";

    @Test
    void what_is_written_is_read_again_and_is_the_same_bytes_each_time() {
        List<Entry> entries =
                List.of(entry("rules/assiduity/retards.dslr", TEXT), entry("rules/assiduity/retards.json", "{}"));
        byte[] zip = RuleArchive.write(entries);
        assertThat(RuleArchive.read("rules.zip", zip)).isEqualTo(entries);
        assertThat(RuleArchive.write(entries)).isEqualTo(zip);
    }

    @Test
    void a_file_alone_is_a_rule_by_its_ending_in_small_letters_or_not() {
        assertThat(RuleArchive.read("Retards.DSLR", bytes(TEXT))).containsExactly(entry("Retards.DSLR", TEXT));
        refused(() -> RuleArchive.read("retards.txt", bytes(TEXT)), Refusal.Kind.UNSUPPORTED);
        assertThat(RuleArchive.read("pk.dslr", bytes("PK")))
                .as("too short for an archive")
                .hasSize(1);
        assertThat(RuleArchive.read("p.dslr", bytes("P\"K\""))).hasSize(1);
    }

    @Test
    void what_is_no_rule_is_left_out_of_an_archive() {
        byte[] zip = RuleArchive.write(List.of(
                entry("readme.md", "x"), entry("a.dslr", TEXT), entry("folder.dslr/", ""), entry("a.json", "{}")));
        assertThat(RuleArchive.read("a.zip", zip)).extracting(Entry::name).containsExactly("a.dslr", "a.json");
    }

    @Test
    void what_is_too_large_is_refused_at_its_very_limit() {
        int longest = 64 * 1024;
        assertThat(zipped("a.dslr", longest)).hasSize(1);
        refused(() -> zipped("a.dslr", longest + 1), Refusal.Kind.TOO_LARGE);
        assertThat(zipped("a.json", 512 * 1024)).hasSize(1);
        refused(() -> zipped("a.json", 512 * 1024 + 1), Refusal.Kind.TOO_LARGE);
        assertThat(RuleArchive.read("a.dslr", new byte[RuleFiles.MAX_BYTES])).hasSize(1);
        refused(() -> RuleArchive.read("a.dslr", new byte[RuleFiles.MAX_BYTES + 1]), Refusal.Kind.TOO_LARGE);
    }

    @Test
    void an_archive_holds_five_hundred_files_at_most() {
        List<Entry> many = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            many.add(entry("r" + i + ".dslr", "x"));
        }
        assertThat(RuleArchive.read("a.zip", RuleArchive.write(many))).hasSize(500);
        many.add(entry("r500.dslr", "x"));
        refused(() -> RuleArchive.read("a.zip", RuleArchive.write(many)), Refusal.Kind.TOO_LARGE);
    }

    @Test
    void a_file_is_named_by_its_path() {
        Entry nested = entry("rules/assiduity/trop.de.retards.dslr", TEXT);
        assertThat(nested.code()).isEqualTo("trop.de.retards");
        assertThat(nested.folder()).contains("assiduity");
        assertThat(entry("assiduity/retards.dslr", TEXT).folder()).contains("assiduity");
        assertThat(entry("retards.dslr", TEXT).folder()).isEmpty();
        assertThat(entry("retards", TEXT).code()).isEmpty();
    }

    @Test
    void a_text_is_utf_8_with_or_without_its_mark() {
        assertThat(entry("a.dslr", "\uFEFF" + TEXT).text()).isEqualTo(TEXT);
        assertThat(entry("a.dslr", TEXT).text()).isEqualTo(TEXT);
        Entry latin = new Entry("a.dslr", "règle".getBytes(StandardCharsets.ISO_8859_1));
        refused(latin::text, Refusal.Kind.UNSUPPORTED);
    }

    @Test
    void what_the_text_does_not_hold_stands_beside_it_and_is_read_with_it() {
        assertThat(RuleArchive.beside(Draft.of(TEXT))).isEmpty();
        Draft draft = new Draft(
                TEXT, "Prévenir", List.of("cfa"), LocalDate.of(2026, 9, 1), LocalDate.of(2027, 7, 1), List.of());
        Entry rule = entry("assiduity/retards.dslr", TEXT);
        Entry beside =
                new Entry("assiduity/retards.json", RuleArchive.beside(draft).orElseThrow());
        assertThat(RuleArchive.draft(TEXT, rule, List.of(rule, beside))).isEqualTo(draft);
        assertThat(RuleArchive.draft(TEXT, rule, List.of(rule, new Entry("retards.json", beside.bytes()))))
                .as("what stands beside another rule")
                .isEqualTo(Draft.of(TEXT));
        assertThat(RuleArchive.draft(TEXT, rule, List.of(entry("assiduity/retards.json", "{}"))))
                .isEqualTo(Draft.of(TEXT));
        refused(
                () -> RuleArchive.draft(TEXT, rule, List.of(entry("assiduity/retards.json", "{"))),
                Refusal.Kind.INVALID);
    }

    private static List<Entry> zipped(String name, int size) {
        return RuleArchive.read("a.zip", RuleArchive.write(List.of(new Entry(name, new byte[size]))));
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable asked, Refusal.Kind kind) {
        assertThatThrownBy(asked)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(kind));
    }

    private static Entry entry(String name, String text) {
        return new Entry(name, bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
