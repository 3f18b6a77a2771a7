package fr.educentre.assidu.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;

class UnpackedArchiveTests {

    @Test
    void what_nobody_reads_is_counted_too() throws IOException {
        byte[] bomb = zip(List.of(new byte[100], new byte[3_000_000]));
        assertThat(bomb.length).isLessThan(10_000);
        assertThatThrownBy(() -> names(bomb, new UnpackedArchive.Bounds(1_000_000, 10)))
                .isInstanceOf(UnpackedArchive.TooLarge.class);
        assertThat(names(bomb, new UnpackedArchive.Bounds(4_000_000, 10))).containsExactly("0", "1");
    }

    @Test
    void many_entries_are_too_many_even_if_they_are_empty() throws IOException {
        byte[] many = zip(new ArrayList<>(java.util.Collections.nCopies(11, new byte[0])));
        assertThatThrownBy(() -> names(many, new UnpackedArchive.Bounds(1000, 10)))
                .isInstanceOf(UnpackedArchive.TooLarge.class);
    }

    @Test
    void it_ends_where_its_reader_has_seen_enough() throws IOException {
        var seen = new ArrayList<String>();
        try (var archive = new UnpackedArchive(
                zip(List.of(new byte[10], new byte[2_000])), new UnpackedArchive.Bounds(1_000, 10))) {
            archive.each((entry, content) -> {
                seen.add(entry.getName());
                return false;
            });
        }
        assertThat(seen).containsExactly("0");
    }

    /** As streamed workbooks are written: lengths in 64 bits, after the content. */
    @Test
    void an_archive_that_was_written_as_a_stream_is_read() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipArchiveOutputStream(bytes)) {
            zip.setUseZip64(Zip64Mode.Always);
            zip.putArchiveEntry(new ZipArchiveEntry("xl/workbook.xml"));
            zip.write(new byte[1000]);
            zip.closeArchiveEntry();
        }
        assertThat(names(bytes.toByteArray(), new UnpackedArchive.Bounds(2_000, 10)))
                .containsExactly("xl/workbook.xml");
        assertThatThrownBy(() -> names(bytes.toByteArray(), new UnpackedArchive.Bounds(999, 10)))
                .isInstanceOf(UnpackedArchive.TooLarge.class);
    }

    private static List<String> names(byte[] zip, UnpackedArchive.Bounds bounds) throws IOException {
        var names = new ArrayList<String>();
        try (var archive = new UnpackedArchive(zip, bounds)) {
            archive.each((entry, content) -> names.add(entry.getName()));
        }
        return names;
    }

    private static byte[] zip(List<byte[]> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < entries.size(); i++) {
                zip.putNextEntry(new ZipEntry(String.valueOf(i)));
                zip.write(entries.get(i));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
