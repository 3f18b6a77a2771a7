package fr.educentre.assidu.journal;

import fr.educentre.assidu.journal.Journal.Finding;
import fr.educentre.assidu.journal.Journal.Finding.Kind;
import fr.educentre.assidu.journal.Journal.Head;
import fr.educentre.assidu.journal.Journal.Verification;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One reading of the chain, entry by entry, in the order of their numbers. */
class ChainCheck {

    static final byte[] BEGINNING = new byte[32];

    /** More would be read by nobody. */
    private static final int MOST_FINDINGS = 100;

    private final EntryHashes hashes;
    private final Map<Long, Set<String>> noted = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private long length;
    private long last;
    private byte @Nullable [] previous = BEGINNING;
    private boolean keyed;
    private int newestKey;

    /** @param noted heads that left, each to be found again */
    ChainCheck(EntryHashes hashes, Collection<Head> noted) {
        this.hashes = hashes;
        noted.stream()
                .filter(head -> head.seq() > 0)
                .forEach(head -> this.noted
                        .computeIfAbsent(head.seq(), seq -> new HashSet<>())
                        .add(head.hash().toLowerCase(Locale.ROOT)));
    }

    void add(JournalEntry entry) {
        length++;
        long seq = entry.seq();
        if (seq <= last) {
            found(Kind.REPEATED, seq, seq);
        } else if (seq > last + 1) {
            found(Kind.MISSING, last + 1, seq - 1);
        } else if (!Arrays.equals(entry.link().previous(), previous)) {
            found(Kind.UNLINKED, seq, seq);
        }
        if (keyed && entry.link().format() == EntryHashes.PLAIN) {
            found(Kind.UNKEYED, seq, seq);
        } else {
            OptionalInt by = hashes.madeBy(entry);
            // Once a key has taken over, those before it write nothing more.
            if (by.isEmpty() || by.getAsInt() < newestKey) {
                found(Kind.CHANGED, seq, seq);
            }
            newestKey = Math.max(newestKey, by.orElse(0));
        }
        keyed |= entry.link().format() == EntryHashes.KEYED;
        previous = entry.link().hash();
        last = seq;
        Set<String> left = noted.get(seq);
        if (left != null && previous != null) {
            left.remove(HexFormat.of().formatHex(previous));
            if (left.isEmpty()) {
                noted.remove(seq);
            }
        }
    }

    /** @param head where the database says that the chain ends; empty when it says nothing */
    Verification end(Optional<JournalHead> head) {
        long end = head.map(JournalHead::seq).orElse(last);
        if (end > last) {
            found(Kind.TAIL_CUT, last + 1, end);
        } else if (end < last) {
            found(Kind.BEYOND_HEAD, end + 1, last);
        } else if (head.isEmpty() || !Arrays.equals(head.get().hash(), previous)) {
            found(Kind.HEAD_CHANGED, last, last);
        }
        noted.keySet().stream().sorted().forEach(seq -> found(Kind.HEAD_NOT_FOUND, seq, seq));
        return new Verification(
                length, previous == null ? "" : HexFormat.of().formatHex(previous), List.copyOf(findings));
    }

    /** What concerns entry after entry is one finding. */
    private void found(Kind kind, long from, long to) {
        for (int i = findings.size() - 1; i >= Math.max(0, findings.size() - Kind.values().length); i--) {
            Finding before = findings.get(i);
            if (before.kind() == kind && before.to() + 1 == from) {
                findings.set(i, new Finding(kind, before.from(), to));
                return;
            }
        }
        if (findings.size() < MOST_FINDINGS) {
            findings.add(new Finding(kind, from, to));
        }
    }

    /** Where the chain ends, as the database says. */
    @SuppressWarnings("ArrayRecordComponent")
    record JournalHead(long seq, byte @Nullable [] hash) {}
}
