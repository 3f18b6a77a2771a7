package fr.educentre.assidu.shell.ui;

import java.util.List;
import java.util.Map;

/**
 * The form of one kind of thing.
 *
 * @param prefix of its texts: {@code manage.site}
 * @param blank values of a new one, by field
 * @param <C> what is kept of each
 */
public record FormSpec<C>(String prefix, Class<C> type, List<FormField> fields, Map<String, Object> blank) {}
