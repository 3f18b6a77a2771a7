package fr.educentre.assidu.access;

import java.util.List;

/** Implemented for each table that keeps what {@link SecretCipher} sealed, so that a new key can take over. */
public interface SealedRows {

    /** Less than each key of a row. */
    String BEFORE_ALL = "00000000-0000-0000-0000-000000000000";

    /** Its name. */
    String table();

    /** @return keys of some of the rows that another key than the one in use sealed, in their order, after this key */
    List<String> sealedBefore(String after);

    /**
     * Seals a row with the key in use, in the caller's transaction.
     *
     * @return false when it opens with none of the keys: it stays as it is
     */
    boolean sealAnew(String key);
}
