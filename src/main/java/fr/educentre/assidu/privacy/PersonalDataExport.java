package fr.educentre.assidu.privacy;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Ownership;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.journal.Journal;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.shell.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that is held about a learner, in a form that programs read: for the learner, or for a quality manager who answers one
 * that asks by letter. That it was handed out is in the journal.
 */
@Service
@AllowedRoles({Role.LEARNER, Role.QUALITY_MANAGER})
public class PersonalDataExport {

    private final List<PersonalDataHolder> holders;
    private final Ownership ownership;
    private final CurrentActor current;
    private final Journal journal;
    private final Texts texts;
    private final JsonMapper json;

    PersonalDataExport(
            List<PersonalDataHolder> holders,
            Ownership ownership,
            CurrentActor current,
            Journal journal,
            Texts texts,
            JsonMapper json) {
        this.holders = holders;
        this.ownership = ownership;
        this.current = current;
        this.journal = journal;
        this.texts = texts;
        this.json = json;
    }

    /**
     * By module, then by what it is.
     *
     * @throws fr.educentre.assidu.shell.Refusal NOT_FOUND, NOT_YOURS
     */
    @Transactional
    public Map<String, Map<String, List<JsonNode>>> values(UUID learnerId) {
        Map<String, Map<String, List<JsonNode>>> all = new TreeMap<>();
        collect(learnerId, "json").forEach((module, data) -> all.put(module, data.rows()));
        return all;
    }

    /**
     * A ZIP archive: a JSON file for each module, the documents as they were issued or brought, and what stands where.
     *
     * @throws fr.educentre.assidu.shell.Refusal NOT_FOUND, NOT_YOURS; nothing is written then
     */
    @Transactional
    public void write(UUID learnerId, OutputStream to) throws IOException {
        Map<String, PersonalData> all = collect(learnerId, "zip");
        var zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
        entry(zip, texts.get("privacy.readme.name"), texts.get("privacy.readme").getBytes(StandardCharsets.UTF_8));
        for (Map.Entry<String, PersonalData> module : all.entrySet()) {
            entry(
                    zip,
                    module.getKey() + ".json",
                    json.writerWithDefaultPrettyPrinter()
                            .writeValueAsBytes(module.getValue().rows()));
            for (Map.Entry<String, Supplier<byte[]>> file :
                    module.getValue().files().entrySet()) {
                entry(
                        zip,
                        module.getKey() + "/" + file.getKey(),
                        file.getValue().get());
            }
        }
        zip.finish();
    }

    private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    private Map<String, PersonalData> collect(UUID learnerId, String form) {
        Actor actor = current.get();
        ownership.requireLearner(actor, learnerId);
        Map<String, PersonalData> all = new TreeMap<>();
        for (PersonalDataHolder holder : holders) {
            var data = new PersonalData(learnerId, json);
            holder.add(learnerId, data);
            all.put(holder.module(), data);
        }
        journal.record(JournalRecord.of("privacy.handedOut", "learner", learnerId.toString())
                .by(actor.displayName(), actor.role().name())
                .learner(learnerId)
                .after(Map.of("form", form)));
        return all;
    }
}
