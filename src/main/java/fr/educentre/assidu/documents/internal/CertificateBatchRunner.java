package fr.educentre.assidu.documents.internal;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Ownership;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.documents.CertificateBatches;
import fr.educentre.assidu.documents.DocumentActs;
import fr.educentre.assidu.documents.DocumentFile;
import fr.educentre.assidu.documents.DocumentRequest;
import fr.educentre.assidu.documents.IssuedDocuments;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.stereotype.Component;

/**
 * One batch at a time, in the name of who asked; the documents are in the database, only the archive is temporary. It holds
 * a list of those that were refused, and why.
 */
@Component
class CertificateBatchRunner implements CertificateBatches {

    private static final long MOST_BYTES = 500L * 1024 * 1024;
    private static final Logger LOG = LoggerFactory.getLogger(CertificateBatchRunner.class);

    private final DocumentActs acts;
    private final IssuedDocuments documents;
    private final Ownership ownership;
    private final CurrentActor actor;
    private final JdbcClient jdbc;
    private final Texts texts;
    private final Map<Key, Batch> batches = new ConcurrentHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("certificates").factory());

    CertificateBatchRunner(
            DocumentActs acts,
            IssuedDocuments documents,
            Ownership ownership,
            CurrentActor actor,
            JdbcClient jdbc,
            Texts texts) {
        this.acts = acts;
        this.documents = documents;
        this.ownership = ownership;
        this.actor = actor;
        this.jdbc = jdbc;
        this.texts = texts;
    }

    @Override
    @AllowedRoles(Role.QUALITY_MANAGER)
    public Batch start(UUID groupId, String replaceReason) {
        var who = actor.get();
        ownership.requireGroup(who, groupId);
        var key = new Key(who.username(), groupId);
        var current = batches.get(key);
        if (current != null && !current.finished()) {
            return current;
        }
        var enrolments = enrolments(groupId);
        var batch = new Batch(groupId, enrolments.size(), 0, 0, null);
        batches.put(key, batch);
        worker.execute(new DelegatingSecurityContextRunnable(
                () -> run(key, enrolments, replaceReason, current == null ? null : current.zip())));
        return batch;
    }

    @Override
    public Optional<Batch> latest(UUID groupId) {
        return Optional.ofNullable(batches.get(new Key(actor.get().username(), groupId)));
    }

    private void run(Key key, List<Enrolled> enrolments, String replaceReason, @Nullable Path earlier) {
        int made = 0;
        int failed = 0;
        try {
            if (earlier != null) {
                Files.deleteIfExists(earlier);
            }
            Path zip = Files.createTempFile("certificats-", ".zip");
            zip.toFile().deleteOnExit();
            try (var out = new CertificateArchive(zip, MOST_BYTES)) {
                var refused = new ArrayList<String>();
                for (Enrolled enrolled : enrolments) {
                    if (add(out, enrolled, replaceReason, refused)) {
                        made++;
                    } else {
                        failed++;
                    }
                    batches.put(key, new Batch(key.groupId(), enrolments.size(), made, failed, null));
                }
                if (!refused.isEmpty()) {
                    out.add(texts.in(Texts.FRENCH, "documents.batch.refused") + ".txt", String.join("\r\n", refused));
                }
            }
            batches.put(key, new Batch(key.groupId(), enrolments.size(), made, failed, zip));
        } catch (IOException e) {
            LOG.error("No room for the archive of certificates of group {}", key.groupId(), e);
            batches.remove(key);
        }
    }

    private boolean add(CertificateArchive out, Enrolled enrolled, String replaceReason, List<String> refused)
            throws IOException {
        DocumentFile file;
        try {
            var issued = acts.issue(DocumentRequest.certificate(enrolled.id()), replaceReason)
                    .document();
            file = documents.file(issued.id()).orElseThrow();
        } catch (Refusal refusal) {
            refused.add(enrolled.name() + ReaderFormats.NO_BREAK + ": "
                    + texts.in(Texts.FRENCH, refusal.key(), refusal.arguments().toArray()));
            return false;
        } catch (RuntimeException e) {
            LOG.warn("Certificate of enrolment {} not made", enrolled.id(), e);
            return false;
        }
        if (!out.hasRoom(file.bytes().length)) {
            refused.add(enrolled.name() + ReaderFormats.NO_BREAK + ": "
                    + texts.in(Texts.FRENCH, "documents.batch.full", MOST_BYTES / (1024 * 1024)));
            return false;
        }
        out.add(file.fileName(), file.bytes());
        return true;
    }

    private List<Enrolled> enrolments(UUID groupId) {
        return jdbc.sql("""
                        select e.id, l.last_name || ' ' || l.first_name as name
                          from training_v_enrolment e join training_v_learner l on l.id = e.learner_id
                         where e.group_id = ?
             order by l.last_name collate french, l.first_name collate french, e.id\
            """)
                .param(groupId)
                .query((row, i) -> new Enrolled(row.getObject("id", UUID.class), row.getString("name")))
                .list();
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }

    private record Key(String username, UUID groupId) {}

    private record Enrolled(UUID id, String name) {}
}
