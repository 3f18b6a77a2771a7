package fr.educentre.assidu.access;

import com.nulabinc.zxcvbn.Zxcvbn;
import fr.educentre.assidu.shell.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * What may be chosen as a password: long enough, not longer than what is kept of it, and neither one of the commonest nor
 * something that follows from them. No letter, digit or sign is asked for (ASVS 5.0, chapter 6.2).
 */
@Component
class PasswordPolicy {

    /** Of a longer one bcrypt would keep the beginning alone. */
    static final int MOST_BYTES = 72;

    /** Found in less than a million tries; from 2 on it takes more than a hundred million. */
    private static final int GUESSED = 1;

    /** Reads its lists when a password is first chosen, not while the application starts. */
    private final SingletonSupplier<Zxcvbn> known = SingletonSupplier.of(Zxcvbn::new);

    /**
     * @param owner the user's name, which is guessed first
     * @throws Refusal INVALID, with what to do
     */
    void require(String password, String owner) {
        if (password.codePointCount(0, password.length()) < Passwords.SHORTEST) {
            throw Refusal.invalid("refusal.password.short", Passwords.SHORTEST);
        }
        requireKeepable(password);
        if (known.obtain().measure(password, List.of(owner, "assidu")).getScore() <= GUESSED) {
            throw Refusal.invalid("refusal.password.known");
        }
    }

    /** @throws Refusal INVALID for one of which only the beginning would be kept */
    static void requireKeepable(String password) {
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw Refusal.invalid("refusal.password.long", MOST_BYTES);
        }
    }
}
