package fr.educentre.assidu.rules.publishing;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.rules.RuleBook;
import fr.educentre.assidu.rules.RuleBook.Draft;
import fr.educentre.assidu.rules.RuleBook.Problem;
import fr.educentre.assidu.rules.RuleBook.RuleView;
import fr.educentre.assidu.rules.RuleBook.VersionView;
import fr.educentre.assidu.rules.RuleFiles;
import fr.educentre.assidu.rules.language.RuleTextAnalysis;
import fr.educentre.assidu.rules.language.Vocabulary;
import fr.educentre.assidu.rules.publishing.RuleArchive.Entry;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.UnpacksFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

@Service
class StoredRuleFiles implements RuleFiles {

    private static final String TEXT = "text/plain;charset=UTF-8";
    private static final String ZIP = "application/zip";

    private final RuleBook book;
    private final RuleTextAnalysis reading;
    private final Texts texts;

    StoredRuleFiles(RuleBook book, RuleTextAnalysis reading, Texts texts) {
        this.book = book;
        this.reading = reading;
        this.texts = texts;
    }

    @Override
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR})
    public File one(UUID ruleId, @Nullable Integer version) {
        var rule = book.get(ruleId);
        var asked = version == null ? rule.shown() : rule.version(version);
        return new File(
                rule.code() + RuleArchive.RULE,
                TEXT,
                bytes(asked.orElseThrow(() -> Refusal.notFound("ruleVersion")).text()));
    }

    @Override
    @AllowedRoles({Role.ADMIN, Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR})
    public File all() {
        var entries = new ArrayList<Entry>();
        book.all().stream()
                .filter(RuleView::live)
                .sorted(Comparator.comparing(RuleView::ruleSet).thenComparing(RuleView::code))
                .forEach(rule -> rule.shown().ifPresent(version -> add(rule, version, entries)));
        return new File("regles.zip", ZIP, RuleArchive.write(entries));
    }

    private static void add(RuleView rule, VersionView version, List<Entry> into) {
        String path = rule.ruleSet() + "/" + rule.code();
        into.add(new Entry(path + RuleArchive.RULE, bytes(version.text())));
        RuleArchive.beside(version.content()).ifPresent(json -> into.add(new Entry(path + RuleArchive.BESIDE, json)));
    }

    private static byte[] bytes(String text) {
        return (text.stripTrailing() + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    @AllowedRoles(Role.QUALITY_MANAGER)
    @UnpacksFile
    public Report take(String fileName, byte[] content, @Nullable String ruleSet, boolean dryRun) {
        var taken = new ArrayList<Taken>();
        var wrong = new ArrayList<Wrong>();
        List<Entry> entries = RuleArchive.read(fileName, content);
        for (Entry entry : entries) {
            if (entry.name().endsWith(RuleArchive.RULE)) {
                one(entry, entries, ruleSet, dryRun, taken, wrong);
            }
        }
        if (taken.isEmpty() && wrong.isEmpty()) {
            throw Refusal.invalid("refusal.rules.file.empty");
        }
        return new Report(List.copyOf(taken), List.copyOf(wrong));
    }

    private void one(
            Entry entry,
            List<Entry> all,
            @Nullable String ruleSet,
            boolean dryRun,
            List<Taken> taken,
            List<Wrong> wrong) {
        // Each file is a transaction of its own: one that is refused takes nothing back from the others.
        try {
            String text = entry.text().stripTrailing();
            String set = setOf(entry, ruleSet, text);
            List<Problem> problems = reading.check(set, text).problems();
            problems.forEach(problem ->
                    wrong.add(new Wrong(entry.name(), problem.line(), problem.message(), problem.suggestion())));
            if (problems.isEmpty()) {
                taken.add(taken(entry, set, RuleArchive.draft(text, entry, all), dryRun));
            }
        } catch (Refusal refusal) {
            String said = texts.get(refusal.key(), refusal.arguments().toArray());
            wrong.add(new Wrong(entry.name(), 0, said, ""));
        }
    }

    private Taken taken(Entry entry, String set, Draft draft, boolean dryRun) {
        String name =
                fr.educentre.assidu.rules.RuleLines.of(set, draft.text()).name().orElse("");
        Optional<RuleView> known = known(set, name, entry.code());
        if (known.isEmpty()) {
            UUID id = dryRun ? null : book.create(set, draft).id();
            return new Taken(entry.name(), "CREATED", id, name, 1);
        }
        RuleView rule = known.get();
        Optional<VersionView> same = rule.versions().reversed().stream()
                .filter(version -> version.state().equals("PUBLISHED")
                        || version.version() == rule.versions().getLast().version())
                .filter(version -> sameAs(version, draft))
                .findFirst();
        if (same.isPresent()) {
            return new Taken(
                    entry.name(), "UNCHANGED", rule.id(), name, same.get().version());
        }
        int next = rule.versions().getLast().version() + 1;
        if (!dryRun) {
            book.draft(rule.id(), draft);
        }
        return new Taken(entry.name(), "DRAFTED", rule.id(), name, next);
    }

    private static boolean sameAs(VersionView version, Draft draft) {
        return version.text().stripTrailing().equals(draft.text())
                && version.content().purpose().equals(draft.purpose())
                && version.terms().tags().equals(draft.tags())
                && version.examples().equals(draft.examples());
    }

    /** The only rule of a set of parameters; the live one of that name; the one of that file name. */
    private Optional<RuleView> known(String set, String name, String code) {
        List<RuleView> ofSet =
                book.all().stream().filter(rule -> rule.ruleSet().equals(set)).toList();
        if (!set.equals("assiduity")) {
            return ofSet.stream().findFirst();
        }
        return ofSet.stream()
                .filter(RuleView::live)
                .filter(rule -> rule.name().equalsIgnoreCase(name))
                .findFirst()
                .or(() ->
                        ofSet.stream().filter(rule -> rule.code().equals(code)).findFirst());
    }

    /** By its folder, by what was asked, else the set that finds least to say. */
    private String setOf(Entry entry, @Nullable String asked, String text) {
        return entry.folder()
                .filter(Vocabulary.RULE_SETS::contains)
                .or(() -> Optional.ofNullable(asked).filter(Vocabulary.RULE_SETS::contains))
                .orElseGet(() -> Vocabulary.RULE_SETS.stream()
                        .filter(set -> reading.check(set, text).valid())
                        .findFirst()
                        .orElse("assiduity"));
    }
}
