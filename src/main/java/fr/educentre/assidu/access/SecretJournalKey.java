package fr.educentre.assidu.access;

import fr.educentre.assidu.journal.JournalKey;
import java.util.List;
import org.springframework.stereotype.Component;

/** The journal is keyed with the key that secrets and documents are encrypted with. */
@Component
class SecretJournalKey implements JournalKey {

    private static final String LABEL = "journal";

    private final SecretCipher cipher;

    SecretJournalKey(SecretCipher cipher) {
        this.cipher = cipher;
    }

    @Override
    public byte[] mac(byte[] content) {
        return cipher.mac(content, LABEL);
    }

    @Override
    public List<byte[]> formerMacs(byte[] content) {
        return cipher.formerMacs(content, LABEL);
    }
}
