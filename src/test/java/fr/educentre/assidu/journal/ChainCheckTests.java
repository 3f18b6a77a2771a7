package fr.educentre.assidu.journal;

import static fr.educentre.assidu.journal.Journal.Finding.Kind.BEYOND_HEAD;
import static fr.educentre.assidu.journal.Journal.Finding.Kind.CHANGED;
import static fr.educentre.assidu.journal.Journal.Finding.Kind.HEAD_CHANGED;
import static fr.educentre.assidu.journal.Journal.Finding.Kind.HEAD_NOT_FOUND;
import static fr.educentre.assidu.journal.Journal.Finding.Kind.MISSING;
import static fr.educentre.assidu.journal.Journal.Finding.Kind.REPEATED;
import static fr.educentre.assidu.journal.Journal.Finding.Kind.TAIL_CUT;
import static fr.educentre.assidu.journal.Journal.Finding.Kind.UNKEYED;
import static fr.educentre.assidu.journal.Journal.Finding.Kind.UNLINKED;
import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.journal.ChainCheck.JournalHead;
import fr.educentre.assidu.journal.Journal.Finding;
import fr.educentre.assidu.journal.Journal.Head;
import fr.educentre.assidu.journal.Journal.Verification;
import fr.educentre.assidu.journal.JournalEntry.Content;
import fr.educentre.assidu.journal.JournalEntry.Link;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a chain of ten entries says of each thing that can be done to it. */
class ChainCheckTests {

    private static final Instant AT = Instant.parse("2027-03-01T09:00:00.123456Z");
    private static final int LENGTH = 10;

    private final EntryHashes hashes = hashes("the installation's");
    private final List<JournalEntry> entries = chain(hashes);

    @Test
    void an_untouched_chain_holds() {
        Verification found = verify();
        assertThat(found.holds()).isTrue();
        assertThat(found.length()).isEqualTo(LENGTH);
        assertThat(found.firstBroken()).isZero();
        assertThat(found.head()).isEqualTo(hex(entries.getLast()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"actor", "actorRole", "action", "subjectKind", "subjectId", "learnerId", "before", "after", "at"
            })
    void a_column_that_is_emptied_is_found_where_it_is(String column) {
        change(4, with(entries.get(3), column, null));
        assertThat(verify().findings()).containsExactly(new Finding(CHANGED, 4, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"actor", "actorRole", "action", "subjectKind", "subjectId", "learnerId"})
    void a_column_that_is_changed_is_found_where_it_is(String column) {
        change(4, with(entries.get(3), column, "other"));
        assertThat(verify().findings()).containsExactly(new Finding(CHANGED, 4, 4));
    }

    @Test
    void a_text_does_not_move_from_one_column_to_the_next() {
        JournalEntry entry = entries.get(3);
        change(4, with(with(entry, "actor", "AdaR"), "actorRole", "OLE"));
        assertThat(verify().findings()).containsExactly(new Finding(CHANGED, 4, 4));
    }

    @Test
    void an_entry_hashed_again_without_the_key_is_found_with_those_around_it() {
        EntryHashes others = hashes("another");
        rewrite(4, others);
        assertThat(verify().findings()).containsExactly(new Finding(CHANGED, 4, 4), new Finding(UNLINKED, 5, 5));
    }

    @Test
    void a_whole_chain_of_another_key_is_one_finding() {
        List<JournalEntry> others = chain(hashes("another"));
        entries.clear();
        entries.addAll(others);
        assertThat(verify().findings()).containsExactly(new Finding(CHANGED, 1, LENGTH));
    }

    @Test
    void entries_of_a_key_that_another_took_over_from_hold_while_it_is_given() {
        EntryHashes after = hashes("another", "the installation's");
        relink(6, after);
        assertThat(verify(after).holds()).isTrue();
        assertThat(verify(hashes("another")).findings()).containsExactly(new Finding(CHANGED, 1, 5));
    }

    @Test
    void a_key_that_another_took_over_from_writes_nothing_more() {
        EntryHashes after = hashes("another", "the installation's");
        relink(6, after);
        relink(9, hashes);
        assertThat(verify(after).findings()).containsExactly(new Finding(CHANGED, 9, LENGTH));
    }

    @Test
    void entries_taken_from_the_middle_are_named() {
        entries.subList(3, 6).clear();
        assertThat(verify().findings()).containsExactly(new Finding(MISSING, 4, 6));
        assertThat(verify().firstBroken()).isEqualTo(4);
    }

    @Test
    void a_tail_that_was_cut_is_named() {
        JournalHead head = head();
        entries.subList(7, LENGTH).clear();
        assertThat(verify(Optional.of(head)).findings()).containsExactly(new Finding(TAIL_CUT, 8, LENGTH));
    }

    @Test
    void a_tail_cut_together_with_the_head_is_found_by_a_head_that_left() {
        var left = new Head(LENGTH, hex(entries.getLast()));
        var before = new Head(7, hex(entries.get(6)));
        entries.subList(7, LENGTH).clear();
        assertThat(verify().holds()).isTrue();
        assertThat(verify(Optional.of(head()), before, left).findings())
                .containsExactly(new Finding(HEAD_NOT_FOUND, LENGTH, LENGTH));
    }

    @Test
    void a_journal_written_anew_is_found_by_a_head_that_left() {
        var left = new Head(5, "ab".repeat(32));
        assertThat(verify(Optional.of(head()), left).findings()).containsExactly(new Finding(HEAD_NOT_FOUND, 5, 5));
    }

    @Test
    void entries_beyond_the_head_a_changed_head_and_none_are_named() {
        assertThat(verify(Optional.of(new JournalHead(8, entries.get(7).link().hash())))
                        .findings())
                .containsExactly(new Finding(BEYOND_HEAD, 9, LENGTH));
        assertThat(verify(Optional.of(new JournalHead(LENGTH, new byte[32]))).findings())
                .containsExactly(new Finding(HEAD_CHANGED, LENGTH, LENGTH));
        assertThat(verify(Optional.empty()).findings()).containsExactly(new Finding(HEAD_CHANGED, LENGTH, LENGTH));
    }

    @Test
    void a_number_that_two_entries_bear_is_named() {
        entries.add(4, entries.get(3));
        assertThat(verify().findings()).containsExactly(new Finding(REPEATED, 4, 4));
    }

    @Test
    void an_entry_in_the_earlier_form_among_keyed_ones_is_named() throws Exception {
        JournalEntry entry = entries.get(8);
        var columns = "[9,\"" + AT + "\",\"Ada\",\"ROLE\",\"act\",\"kind\",\"id\",{\"n\":1},{\"n\":2}]";
        var digest = MessageDigest.getInstance("SHA-256");
        digest.update(entries.get(7).link().hash());
        byte[] hash = digest.digest(columns.getBytes(StandardCharsets.UTF_8));
        var plain = new JournalEntry(
                9,
                AT,
                entry.content(),
                new Link(EntryHashes.PLAIN, entries.get(7).link().hash(), hash));
        assertThat(hashes.madeBy(plain)).as("as an earlier version wrote it").hasValue(0);
        change(9, plain);
        assertThat(verify().findings()).contains(new Finding(UNKEYED, 9, 9));
    }

    @Test
    void values_are_the_same_however_the_database_writes_them() {
        var json = new JournalJson();
        assertThat(json.canonical("{\"b\": 10000000000, \"a\": [0.10, 1E+2], \"c\": {\"y\": null, \"x\": true}}"))
                .isEqualTo(json.canonical("{\"c\":{\"x\":true,\"y\":null},\"a\":[0.1,100],\"b\":1.0E10}"));
        assertThat(json.canonical("{\"a\":1}")).isNotEqualTo(json.canonical("{\"a\":\"1\"}"));
        assertThat(json.write(java.util.Map.of("a", "x\0y"))).doesNotContain("\\u0000");
        String once = json.canonical("{\"a\":[1e400, 1e-9, -0.0, 123456789012345678901234567890]}");
        assertThat(json.canonical(once)).isEqualTo(once);
    }

    private Verification verify() {
        return verify(Optional.of(head()));
    }

    private Verification verify(EntryHashes by) {
        var check = new ChainCheck(by, List.of());
        entries.forEach(check::add);
        return check.end(Optional.of(head()));
    }

    /** Writes the entries from this one on anew, bound to those before, by other hashes. */
    private void relink(int from, EntryHashes by) {
        byte[] previous = entries.get(from - 2).link().hash();
        for (int seq = from; seq <= LENGTH; seq++) {
            Content content = entries.get(seq - 1).content();
            byte[] hash = by.keyed(previous, seq, AT, content);
            change(seq, new JournalEntry(seq, AT, content, new Link(EntryHashes.KEYED, previous, hash)));
            previous = hash;
        }
    }

    private Verification verify(Optional<JournalHead> head, Head... noted) {
        var check = new ChainCheck(hashes, List.of(noted));
        entries.forEach(check::add);
        return check.end(head);
    }

    private JournalHead head() {
        return new JournalHead(entries.getLast().seq(), entries.getLast().link().hash());
    }

    private void change(int seq, JournalEntry entry) {
        entries.set(seq - 1, entry);
    }

    private void rewrite(int seq, EntryHashes by) {
        JournalEntry entry = with(entries.get(seq - 1), "actor", "other");
        byte[] previous = entry.link().previous();
        byte[] hash = by.keyed(previous, seq, AT, entry.content());
        change(seq, new JournalEntry(seq, AT, entry.content(), new Link(EntryHashes.KEYED, previous, hash)));
    }

    private static String hex(JournalEntry entry) {
        return HexFormat.of().formatHex(entry.link().hash());
    }

    /** The secret in use, after those that it took over from, oldest first. */
    private static EntryHashes hashes(String secret, String... former) {
        return new EntryHashes(new JournalKey() {
            @Override
            public byte[] mac(byte[] content) {
                return digest(secret, content);
            }

            @Override
            public List<byte[]> formerMacs(byte[] content) {
                return Stream.of(former).map(one -> digest(one, content)).toList();
            }
        });
    }

    private static byte[] digest(String secret, byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(secret.getBytes(StandardCharsets.UTF_8));
            return digest.digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<JournalEntry> chain(EntryHashes hashes) {
        List<JournalEntry> chain = new ArrayList<>();
        byte[] previous = ChainCheck.BEGINNING;
        for (int seq = 1; seq <= LENGTH; seq++) {
            var content = new Content("Ada", "ROLE", "act", "kind", "id", "learner", "{\"n\":1}", "{\"n\":2}");
            byte[] hash = hashes.keyed(previous, seq, AT, content);
            chain.add(new JournalEntry(seq, AT, content, new Link(EntryHashes.KEYED, previous, hash)));
            previous = hash;
        }
        return chain;
    }

    private static JournalEntry with(JournalEntry entry, String column, String value) {
        Content c = entry.content();
        var changed = new Content(
                column.equals("actor") ? value : c.actor(),
                column.equals("actorRole") ? value : c.actorRole(),
                column.equals("action") ? value : c.action(),
                column.equals("subjectKind") ? value : c.subjectKind(),
                column.equals("subjectId") ? value : c.subjectId(),
                column.equals("learnerId") ? value : c.learnerId(),
                column.equals("before") ? value : c.before(),
                column.equals("after") ? value : c.after());
        return new JournalEntry(entry.seq(), column.equals("at") ? null : entry.at(), changed, entry.link());
    }
}
