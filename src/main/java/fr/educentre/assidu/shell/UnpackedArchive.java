package fr.educentre.assidu.shell;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/**
 * A ZIP that somebody sent, read entry by entry. What it unpacks to is counted as it is read, entries that nobody asks for
 * included: a small file may unpack to any size.
 */
public final class UnpackedArchive implements AutoCloseable {

    private static final boolean UNICODE_EXTRA_FIELDS = true;
    private static final boolean STORED_OF_UNKNOWN_LENGTH = true;

    private final ZipArchiveInputStream zip;
    private final Bounds bounds;
    private long unpacked;
    private int entries;

    /** @param bytes unpacked, all entries together; @param entries of any kind */
    public record Bounds(long bytes, int entries) {}

    /** It unpacks to more than it may. */
    public static final class TooLarge extends IOException {

        private static final long serialVersionUID = 1L;

        private TooLarge() {
            super("Unpacks to more than it may");
        }
    }

    public UnpackedArchive(byte[] content, Bounds bounds) {
        this.zip = new ZipArchiveInputStream(
                new ByteArrayInputStream(content),
                StandardCharsets.UTF_8.name(),
                UNICODE_EXTRA_FIELDS,
                STORED_OF_UNKNOWN_LENGTH);
        this.bounds = bounds;
    }

    /** Told each entry, in order. */
    public interface Entries {

        /**
         * @param content of the entry; what is left of it is skipped, and counted
         * @return whether to go on
         */
        boolean entry(ZipEntry entry, InputStream content) throws IOException;
    }

    /**
     * Goes through it.
     *
     * @throws TooLarge beyond the bounds
     * @throws IOException when it is no archive
     */
    public void each(Entries told) throws IOException {
        var content = new Counted();
        byte[] rest = new byte[8192];
        for (ZipArchiveEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            entries++;
            if (entries > bounds.entries()) {
                throw new TooLarge();
            }
            if (!told.entry(entry, content)) {
                return;
            }
            while (content.read(rest, 0, rest.length) >= 0) {
                // counted
            }
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private final class Counted extends InputStream {

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = zip.read(buffer, offset, length);
            unpacked += Math.max(0, read);
            if (unpacked > bounds.bytes()) {
                throw new TooLarge();
            }
            return read;
        }
    }
}
