package fr.educentre.assidu.access.records;

import fr.educentre.assidu.jdbc.Arguments;
import fr.educentre.assidu.jdbc.Columns;
import fr.educentre.assidu.jdbc.TextSearch;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.shell.FieldProblem;
import fr.educentre.assidu.shell.InvalidContent;
import fr.educentre.assidu.shell.Managed;
import fr.educentre.assidu.shell.PageOf;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.StaleContent;
import fr.educentre.assidu.shell.Versioned;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps one kind of thing of the centre. Who may is said on each kind; what may be kept of it, by the constraints of its content
 * and by {@link #problems}; what holds it in place, by {@link #uses}.
 *
 * @param <E> how it is stored
 * @param <C> what is kept of it
 */
@Transactional
public abstract class ManagedRecords<E extends ManagedEntity<C>, C> implements Managed<C> {

    private static final String HIDDEN = "•••";

    private final RecordKind<E> kind;
    private final RecordTools tools;

    protected ManagedRecords(RecordKind<E> kind, RecordTools tools) {
        this.kind = kind;
        this.tools = tools;
    }

    /** What constraints cannot tell: a code that is another's, something named that does not exist. */
    protected List<FieldProblem> problems(UUID id, C content) {
        return List.of();
    }

    /** What refers to it. */
    protected List<Use> uses(UUID id) {
        return List.of();
    }

    /** Sets what its content is read by, before it is put in place. */
    protected void prepare(E entity, C content) {}

    /** A new one with what it leaves to be filled in. */
    protected C completed(C content) {
        return content;
    }

    /** Fields of which the journal tells that they changed, and not what they hold. */
    protected Set<String> discreet() {
        return Set.of();
    }

    /** The learner whom it concerns, for the journal. */
    protected @Nullable UUID learner(E entity) {
        return null;
    }

    @Override
    @Transactional(readOnly = true)
    public PageOf<Versioned<C>> search(Search search) {
        List<Found> found = found(search, search.size(), (long) search.page() * search.size());
        long total = found.isEmpty() && search.page() > 0
                ? found(search, 1, 0).stream()
                        .mapToLong(Found::total)
                        .findFirst()
                        .orElse(0)
                : found.stream().mapToLong(Found::total).findFirst().orElse(0);
        List<UUID> ids = found.stream().map(Found::id).toList();
        return new PageOf<>(all(ids), search.page(), search.size(), total);
    }

    private List<Versioned<C>> all(List<UUID> ids) {
        return tools.entities().unwrap(Session.class).findMultiple(kind.type(), ids).stream()
                .filter(Objects::nonNull)
                .map(this::versioned)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Versioned<C>> getAll(Collection<UUID> ids) {
        return all(ids.stream().distinct().toList());
    }

    private List<Found> found(Search search, int size, long skipped) {
        return kind.found()
                .apply(tools.sql())
                .params(TextSearch.values(search.text()))
                .param("ended", search.ended())
                .param("now", Arguments.utc(tools.clock().instant()))
                .param("size", size)
                .param("skipped", skipped)
                .query((row, n) -> new Found(Columns.uuid(row, "id"), row.getLong("total")))
                .list();
    }

    private record Found(UUID id, long total) {}

    @Override
    @Transactional(readOnly = true)
    public Versioned<C> get(UUID id) {
        return versioned(stored(id));
    }

    @Override
    public Versioned<C> add(UUID id, C content) {
        E before = tools.entities().find(kind.type(), id);
        if (before != null) {
            tools.repeats().requireSame(id, content);
            return versioned(before);
        }
        check(id, content);
        E entity = kind.fresh().get();
        entity.identify(id);
        prepare(entity, content);
        entity.put(completed(content));
        tools.entities().persist(entity);
        flush(id);
        record("created", entity, Map.of(), tools.changes().all(entity.content()));
        tools.repeats().remember(id, content);
        return versioned(entity);
    }

    @Override
    public Versioned<C> change(UUID id, int version, C content) {
        E entity = stored(id);
        if (entity.version() != version) {
            throw stale(id);
        }
        check(id, content);
        C before = entity.content();
        var difference = tools.changes().between(before, content);
        if (difference.isNone()) {
            return versioned(entity);
        }
        // Also where only its parts change: whoever read them before is told.
        tools.entities().lock(entity, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        prepare(entity, content);
        entity.put(content);
        flush(id);
        record("changed", entity, difference.before(), difference.after());
        return versioned(entity);
    }

    @Override
    public void remove(UUID id) {
        E entity = stored(id);
        uses(id).stream().filter(use -> use.count() > 0).findFirst().ifPresent(use -> {
            throw new Refusal(Refusal.Kind.CONFLICT, use.key(), use.count());
        });
        var before = tools.changes().all(entity.content());
        tools.entities().remove(entity);
        flush(id);
        record("removed", entity, before, Map.of());
    }

    @Override
    @Transactional(readOnly = true)
    public List<Change> history(UUID id) {
        return tools.history().of(kind.subject(), id.toString()).stream()
                .map(entry -> new Change(entry.at(), entry.actor(), entry.action(), entry.before(), entry.after()))
                .toList();
    }

    private E stored(UUID id) {
        E entity = tools.entities().find(kind.type(), id);
        if (entity == null) {
            throw Refusal.notFound(kind.subject());
        }
        return entity;
    }

    private void check(UUID id, C content) {
        var problems = new ArrayList<>(tools.checks().problems(content));
        if (problems.isEmpty()) {
            problems.addAll(problems(id, content));
        }
        if (!problems.isEmpty()) {
            throw new InvalidContent(problems);
        }
    }

    /** What two people did in the same moment is told here: the database decides who was first. */
    protected final void flush(UUID id) {
        try {
            tools.entities().flush();
        } catch (OptimisticLockException e) {
            throw stale(id);
        } catch (PersistenceException e) {
            throw refused(e);
        }
    }

    private static RuntimeException refused(PersistenceException e) {
        if (e instanceof ConstraintViolationException broken) {
            return switch (broken.getKind()) {
                case UNIQUE -> new Refusal(Refusal.Kind.CONFLICT, "refusal.taken");
                case FOREIGN_KEY -> new Refusal(Refusal.Kind.CONFLICT, "refusal.used");
                default -> e;
            };
        }
        return e;
    }

    private StaleContent stale(UUID id) {
        return tools.history()
                .last(kind.subject(), id.toString())
                .map(entry -> new StaleContent(entry.actor(), entry.at()))
                .orElseGet(StaleContent::new);
    }

    /** An act that leaves its content as it is. */
    protected final void record(String what, E entity) {
        record(what, entity, Map.of(), Map.of());
    }

    /** @param what past tense, without the kind: {@code changed} */
    protected final void record(String what, E entity, Map<String, Object> before, Map<String, Object> after) {
        tools.journal()
                .record(JournalRecord.of(
                                kind.subject() + '.' + what,
                                kind.subject(),
                                entity.id().toString())
                        .learner(learner(entity))
                        .before(discreetly(before))
                        .after(discreetly(after)));
    }

    private Map<String, Object> discreetly(Map<String, Object> fields) {
        Map<String, Object> told = new HashMap<>(fields);
        discreet().forEach(field -> told.computeIfPresent(field, (name, value) -> HIDDEN));
        return told;
    }

    private Versioned<C> versioned(E entity) {
        return new Versioned<>(entity.id(), entity.version(), entity.content());
    }
}
