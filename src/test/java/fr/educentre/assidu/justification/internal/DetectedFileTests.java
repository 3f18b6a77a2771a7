package fr.educentre.assidu.justification.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.educentre.assidu.shell.Refusal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DetectedFileTests {

    private static final byte[] PDF = "%PDF-1.4\n1 0 obj\n".getBytes(StandardCharsets.US_ASCII);

    @Test
    void the_content_tells_the_type_whatever_the_name() {
        assertThat(DetectedFile.of("arret.exe", PDF).mediaType()).isEqualTo("application/pdf");
        assertThatThrownBy(() -> DetectedFile.of("arret.pdf", "MZ\u0090 program".getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.kind().status()).isEqualTo(415));
    }

    @Test
    void a_photo_of_an_iphone_is_kept_as_it_is() {
        byte[] photo = "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);
        DetectedFile kept = DetectedFile.of("", photo);
        assertThat(kept.mediaType()).isEqualTo("image/heic");
        assertThat(kept.fileName()).isEqualTo("justificatif.heic");
        assertThat(kept.bytes()).isEqualTo(photo);
    }

    @Test
    void more_than_ten_megabytes_is_too_large_and_nothing_is_empty() {
        assertThatThrownBy(() -> DetectedFile.of("a.pdf", new byte[DetectedFile.MAX_BYTES + 1]))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.kind().status()).isEqualTo(413));
        assertThatThrownBy(() -> DetectedFile.of("a.pdf", new byte[0])).isInstanceOf(Refusal.class);
    }

    @Test
    void a_name_keeps_neither_folder_nor_quote() {
        assertThat(DetectedFile.of("C:\\Users\\x\\arr\"êt.pdf", PDF).fileName()).isEqualTo("arrêt.pdf");
        assertThat(DetectedFile.of(null, PDF).fileName()).isEqualTo("justificatif.pdf");
    }
}
