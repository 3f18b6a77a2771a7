package fr.educentre.assidu.access;

import fr.educentre.assidu.shell.Refusal;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/** What may be chosen as a password. */
@Component
class PasswordPolicy {

    static final int MOST_BYTES = 72;

    /**
     * @param owner the user's name, which is guessed first
     * @throws Refusal INVALID, with what to do
     */
    void require(String password, String owner) {
        if (password.codePointCount(0, password.length()) < Passwords.SHORTEST || password.equals(owner)) {
            throw Refusal.invalid("refusal.password.short", Passwords.SHORTEST);
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw Refusal.invalid("refusal.password.short", Passwords.SHORTEST);
        }
    }
}
