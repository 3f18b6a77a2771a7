package fr.educentre.assidu.training.ui;

import fr.educentre.assidu.shell.FieldProblem;
import fr.educentre.assidu.shell.Managed;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Versioned;
import fr.educentre.assidu.training.management.SessionContent;
import fr.educentre.assidu.training.management.SessionRecords;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sessions entered on a form: what one overlaps is said first, and it is kept when the same is saved once more. */
final class WarnedSessions implements Managed<SessionContent> {

    private final SessionRecords records;
    private final Texts texts;

    /** What was warned of last. */
    private @Nullable SessionContent seen;

    WarnedSessions(SessionRecords records, Texts texts) {
        this.records = records;
        this.texts = texts;
    }

    @Override
    public Versioned<SessionContent> add(UUID id, SessionContent content) {
        warn(id, content);
        return records.add(id, content);
    }

    @Override
    public Versioned<SessionContent> change(UUID id, int version, SessionContent content) {
        if (!records.get(id).content().equals(content)) {
            warn(id, content);
        }
        return records.change(id, version, content);
    }

    private void warn(UUID id, SessionContent content) {
        if (content.equals(seen)) {
            return;
        }
        List<FieldProblem> warnings = records.warnings(id, content);
        seen = content;
        if (!warnings.isEmpty()) {
            throw Refusal.invalid(
                    "planning.form.warned",
                    warnings.stream()
                            .map(one -> texts.get(one.key(), one.arguments().toArray()))
                            .distinct()
                            .collect(Collectors.joining(" ")));
        }
    }

    @Override
    public PageOf<Versioned<SessionContent>> search(Search search) {
        return records.search(search);
    }

    @Override
    public Versioned<SessionContent> get(UUID id) {
        return records.get(id);
    }

    @Override
    public List<Versioned<SessionContent>> getAll(Collection<UUID> ids) {
        return records.getAll(ids);
    }

    @Override
    public void remove(UUID id) {
        records.remove(id);
    }

    @Override
    public List<Change> history(UUID id) {
        return records.history(id);
    }
}
