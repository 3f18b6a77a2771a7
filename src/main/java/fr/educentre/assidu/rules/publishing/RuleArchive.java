package fr.educentre.assidu.rules.publishing;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.educentre.assidu.rules.RuleBook.Draft;
import fr.educentre.assidu.rules.RuleExample;
import fr.educentre.assidu.rules.RuleFiles;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.UnpackedArchive;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Rule files, alone or in a ZIP; what the text does not hold stands beside it. */
final class RuleArchive {

    static final String RULE = ".dslr";
    static final String BESIDE = ".json";

    private static final int MOST_FILES = 500;
    private static final int LONGEST = 64 * 1024;
    private static final int LONGEST_BESIDE = 512 * 1024;
    private static final UnpackedArchive.Bounds UNPACKED =
            new UnpackedArchive.Bounds(16L * 1024 * 1024, 2 * MOST_FILES);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_EMPTY))
            .build();

    private RuleArchive() {}

    /** @param name path within the archive */
    record Entry(String name, byte[] bytes) {

        /** File name without its ending. */
        String code() {
            String file = name.substring(name.lastIndexOf('/') + 1);
            return file.substring(0, Math.max(0, file.lastIndexOf('.')));
        }

        Optional<String> folder() {
            int end = name.lastIndexOf('/');
            return end < 0 ? Optional.empty() : Optional.of(name.substring(name.lastIndexOf('/', end - 1) + 1, end));
        }

        /** @throws Refusal UNSUPPORTED when it is no UTF-8 */
        String text() {
            try {
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
                return text.startsWith("\uFEFF") ? text.substring(1) : text;
            } catch (CharacterCodingException e) {
                throw new Refusal(Refusal.Kind.UNSUPPORTED, "refusal.rules.file.encoding", name);
            }
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Entry entry && entry.name.equals(name) && Arrays.equals(entry.bytes, bytes);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

    record Beside(
            @Nullable String purpose,
            @Nullable List<String> tags,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable List<RuleExample> examples) {}

    /** @throws Refusal TOO_LARGE for more than could be read again */
    static byte[] write(List<Entry> entries) {
        long bytes = entries.stream().mapToLong(entry -> entry.bytes().length).sum();
        if (entries.size() > MOST_FILES || bytes > UNPACKED.bytes()) {
            throw tooLarge("zip");
        }
        return zipped(entries);
    }

    private static byte[] zipped(List<Entry> entries) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Entry entry : entries) {
                var stored = new ZipEntry(entry.name());
                // The same rules give the same bytes.
                stored.setTimeLocal(LocalDate.of(2000, 1, 1).atStartOfDay());
                zip.putNextEntry(stored);
                zip.write(entry.bytes());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @throws Refusal UNSUPPORTED, TOO_LARGE */
    static List<Entry> read(String fileName, byte[] content) {
        if (content.length > RuleFiles.MAX_BYTES) {
            throw tooLarge(fileName);
        }
        if (content.length > 3 && content[0] == 'P' && content[1] == 'K') {
            return unzipped(fileName, content);
        }
        if (!fileName.toLowerCase(Locale.ROOT).endsWith(RULE)) {
            throw new Refusal(Refusal.Kind.UNSUPPORTED, "refusal.rules.file.kind");
        }
        return List.of(new Entry(fileName, content));
    }

    private static List<Entry> unzipped(String fileName, byte[] content) {
        var entries = new ArrayList<Entry>();
        try (var zip = new UnpackedArchive(content, UNPACKED)) {
            zip.each((entry, bytes) -> {
                boolean rule = entry.getName().endsWith(RULE);
                if (!entry.isDirectory() && (rule || entry.getName().endsWith(BESIDE))) {
                    int longest = rule ? LONGEST : LONGEST_BESIDE;
                    byte[] read = bytes.readNBytes(longest + 1);
                    if (read.length > longest || entries.size() >= MOST_FILES) {
                        throw tooLarge(entry.getName());
                    }
                    entries.add(new Entry(entry.getName(), read));
                }
                return true;
            });
        } catch (UnpackedArchive.TooLarge e) {
            throw tooLarge(fileName);
        } catch (IOException | IllegalArgumentException e) {
            throw new Refusal(Refusal.Kind.UNSUPPORTED, "refusal.rules.file.kind");
        }
        return entries;
    }

    private static Refusal tooLarge(String file) {
        return new Refusal(Refusal.Kind.TOO_LARGE, "refusal.rules.file.large", file);
    }

    /** Empty when the text says it all. */
    static Optional<byte[]> beside(Draft draft) {
        if (draft.equals(Draft.of(draft.text()))) {
            return Optional.empty();
        }
        return Optional.of(JSON.writeValueAsBytes(
                new Beside(draft.purpose(), draft.tags(), draft.startsOn(), draft.endsOn(), draft.examples())));
    }

    /** @throws Refusal INVALID when what stands beside the text cannot be read */
    static Draft draft(String text, Entry entry, List<Entry> all) {
        String name = entry.name().substring(0, entry.name().length() - RULE.length()) + BESIDE;
        Optional<Entry> beside =
                all.stream().filter(one -> one.name().equals(name)).findFirst();
        if (beside.isEmpty()) {
            return Draft.of(text);
        }
        try {
            Beside read = JSON.readValue(beside.get().bytes(), Beside.class);
            return new Draft(
                    text,
                    read.purpose() == null ? "" : read.purpose(),
                    read.tags() == null ? List.of() : read.tags(),
                    read.startsOn(),
                    read.endsOn(),
                    read.examples() == null ? List.of() : read.examples());
        } catch (JacksonException e) {
            throw Refusal.invalid("refusal.rules.file.beside", name);
        }
    }
}
