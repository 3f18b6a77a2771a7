package fr.educentre.assidu.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecretCipherTests {

    private final SecretCipher box = new SecretCipher(key(0));

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
    void a_new_key_opens_what_the_former_ones_sealed_and_seals_it_with_itself() {
        byte[] plain = "Certificat".getBytes(StandardCharsets.UTF_8);
        var after = new SecretCipher(key(2), List.of(key(0), key(1)));
        for (SecretCipher before : List.of(box, new SecretCipher(key(1), List.of(key(0))))) {
            SecretCipher.Sealed sealed = before.seal(plain, "a");
            assertThat(after.open(sealed, "a")).isEqualTo(plain);
            SecretCipher.Sealed anew = after.sealAnew(sealed, "a").orElseThrow();
            assertThat(new SecretCipher(key(2)).open(anew, "a")).isEqualTo(plain);
            assertThat(anew.nonce()).startsWith(after.mark());
            assertThat(sealed.nonce()).startsWith(before.mark());
            assertThatThrownBy(() -> before.open(anew, "a")).hasMessageContaining("assidu.secrets.former-keys");
        }
    }

    @Test
    void what_was_sealed_before_keys_had_marks_opens_with_any_key_that_is_given() {
        byte[] plain = "Certificat".getBytes(StandardCharsets.UTF_8);
        SecretCipher.Sealed marked = box.seal(plain, "a");
        byte[] nonce = Arrays.copyOfRange(marked.nonce(), SealingKey.MARK_BYTES, marked.nonce().length);
        var unmarked = new SecretCipher.Sealed(marked.cipher(), nonce);
        assertThat(box.open(unmarked, "a")).isEqualTo(plain);
        assertThat(new SecretCipher(key(1), List.of(key(0))).open(unmarked, "a"))
                .isEqualTo(plain);
        assertThat(new SecretCipher(key(1)).sealAnew(unmarked, "a")).isEmpty();
    }

    private static String key(int fill) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) fill);
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Test
    void a_key_of_another_length_is_refused() {
        assertThatThrownBy(() -> new SecretCipher("c2hvcnQ=")).hasMessageContaining("32 bytes");
    }
}
