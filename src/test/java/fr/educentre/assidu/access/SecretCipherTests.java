package fr.educentre.assidu.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SecretCipherTests {

    private final SecretCipher box = new SecretCipher(Base64.getEncoder().encodeToString(new byte[32]));

    @Test
    void what_is_sealed_opens_with_its_label_alone() {
        byte[] plain = "Certificat médical de Léa Martin".getBytes(StandardCharsets.UTF_8);
        SecretCipher.Sealed sealed = box.seal(plain, "a");
        assertThat(new String(sealed.cipher(), StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(plain, StandardCharsets.ISO_8859_1));
        assertThat(box.open(sealed, "a")).isEqualTo(plain);
        assertThatThrownBy(() -> box.open(sealed, "b")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_key_of_another_length_is_refused() {
        assertThatThrownBy(() -> new SecretCipher("c2hvcnQ=")).hasMessageContaining("32 bytes");
    }
}
