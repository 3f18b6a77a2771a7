package fr.educentre.assidu.journal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The hash of an entry, in the two forms that there are. */
@Component
class EntryHashes {

    /** A plain hash that leaves the learner out, as earlier versions wrote it. */
    static final int PLAIN = 1;

    /** Keyed, over every column. */
    static final int KEYED = 2;

    private static final int ABSENT = -1;
    private static final int PLAIN_KEY = 0;

    private final JournalKey key;
    private final JournalJson json = new JournalJson();
    private final JsonMapper plainJson = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    EntryHashes(JournalKey key) {
        this.key = key;
    }

    /**
     * Whether the entry's own hash is that of what it says, and by which key.
     *
     * @return 0 for a plain hash, the number of the key, oldest first from 1, for a keyed one; empty when it is not
     */
    OptionalInt madeBy(JournalEntry entry) {
        byte[] hash = entry.link().hash();
        Instant at = entry.at();
        byte[] previous = entry.link().previous();
        if (hash == null || at == null || previous == null) {
            return OptionalInt.empty();
        }
        try {
            return switch (entry.link().format()) {
                case PLAIN -> place(List.of(plain(previous, entry.seq(), at, entry.content())), hash, PLAIN_KEY);
                case KEYED -> {
                    byte[] columns = columns(previous, entry.seq(), at, entry.content());
                    List<byte[]> all = new ArrayList<>(key.formerMacs(columns));
                    all.add(key.mac(columns));
                    yield place(all, hash, PLAIN_KEY + 1);
                }
                default -> OptionalInt.empty();
            };
        } catch (JacksonException notAsItWasWritten) {
            return OptionalInt.empty();
        }
    }

    private static OptionalInt place(List<byte[]> hashes, byte[] sought, int first) {
        return IntStream.range(0, hashes.size())
                .filter(i -> MessageDigest.isEqual(sought, hashes.get(i)))
                .map(i -> first + i)
                .findFirst();
    }

    byte[] keyed(byte[] previous, long seq, Instant at, JournalEntry.Content content) {
        return key.mac(columns(previous, seq, at, content));
    }

    /** Each column with its length before it, so that nothing moves from one to the next. */
    private byte[] columns(byte[] previous, long seq, Instant at, JournalEntry.Content content) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(KEYED);
            out.write(previous);
            out.writeLong(seq);
            for (String column : Arrays.asList(
                    at.toString(),
                    content.actor(),
                    content.actorRole(),
                    content.action(),
                    content.subjectKind(),
                    content.subjectId(),
                    content.learnerId(),
                    canonical(content.before()),
                    canonical(content.after()))) {
                write(out, column);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private @Nullable String canonical(@Nullable String values) {
        return values == null ? null : json.canonical(values);
    }

    private static void write(DataOutputStream out, @Nullable String column) throws IOException {
        if (column == null) {
            out.writeInt(ABSENT);
        } else {
            byte[] text = column.getBytes(StandardCharsets.UTF_8);
            out.writeInt(text.length);
            out.write(text);
        }
    }

    private byte[] plain(byte[] previous, long seq, Instant at, JournalEntry.Content content) {
        List<@Nullable Object> columns = new ArrayList<>();
        columns.add(seq);
        columns.add(at.toString());
        columns.add(content.actor());
        columns.add(content.actorRole());
        columns.add(content.action());
        columns.add(content.subjectKind());
        columns.add(content.subjectId());
        columns.add(values(content.before()));
        columns.add(values(content.after()));
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(previous);
            digest.update(plainJson.writeValueAsString(columns).getBytes(StandardCharsets.UTF_8));
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable Map<?, ?> values(@Nullable String stored) {
        return stored == null ? null : new TreeMap<>(plainJson.readValue(stored, Map.class));
    }
}
