package fr.educentre.assidu.training.management;

import fr.educentre.assidu.shell.InvalidContent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** A picture that documents can bear, looked at before it is unpacked: its kind by its bytes, its size by its head. */
public record LogoPicture(byte[] bytes, String mediaType) {

    static final int MAX_BYTES = 1_000_000;
    private static final int MAX_SIDE = 4_000;

    /** @throws InvalidContent unless it is a PNG or a JPEG of at most 1 MB and 4,000 points a side */
    static LogoPicture read(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw new InvalidContent("logo", "check.logo.size");
        }
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new InvalidContent("logo", "check.logo.kind");
            }
            ImageReader reader = readers.next();
            try {
                return new LogoPicture(bytes, checked(reader, stream));
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new InvalidContent("logo", "check.logo.kind");
        }
    }

    private static String checked(ImageReader reader, ImageInputStream stream) throws IOException {
        String kind = reader.getFormatName().toLowerCase(Locale.ROOT);
        if (!kind.equals("png") && !kind.equals("jpeg")) {
            throw new InvalidContent("logo", "check.logo.kind");
        }
        reader.setInput(stream, true, true);
        if (reader.getWidth(0) > MAX_SIDE || reader.getHeight(0) > MAX_SIDE) {
            throw new InvalidContent("logo", "check.logo.size");
        }
        reader.read(0);
        return "image/" + kind;
    }
}
