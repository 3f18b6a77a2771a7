package fr.educentre.assidu.access.records;

import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * One kind of thing of the centre.
 *
 * @param subject its name in the journal and in keys of texts
 * @param type how it is stored
 * @param fresh one that is not stored yet
 * @param found asks for {@code id} and {@code total} of those whose texts hold {@code :q}, those no longer used at {@code :now} where {@code :ended}, in
 *     the order of a list: {@code :size} of them after {@code :skipped}
 */
public record RecordKind<E>(
        String subject, Class<E> type, Supplier<E> fresh, Function<JdbcClient, StatementSpec> found) {}
