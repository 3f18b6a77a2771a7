package fr.educentre.assidu.documents.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A ZIP of certificates on disk, of a bounded size: what does not fit is named among those refused. */
final class CertificateArchive implements AutoCloseable {

    private final ZipOutputStream out;
    private long left;

    /** @param mostBytes of all its files, before they are packed */
    CertificateArchive(Path path, long mostBytes) throws IOException {
        this.out = new ZipOutputStream(Files.newOutputStream(path));
        this.left = mostBytes;
    }

    boolean hasRoom(int bytes) {
        return bytes <= left;
    }

    void add(String name, byte[] bytes) throws IOException {
        left -= bytes.length;
        out.putNextEntry(new ZipEntry(name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_")));
        out.write(bytes);
        out.closeEntry();
    }

    void add(String name, String text) throws IOException {
        add(name, text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
