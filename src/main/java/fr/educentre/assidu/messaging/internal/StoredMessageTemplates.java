package fr.educentre.assidu.messaging.internal;

import fr.educentre.assidu.access.Accounts;
import fr.educentre.assidu.access.Accounts.Reachable;
import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.ActorJournal;
import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.CurrentActor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.jdbc.TimeOrderedId;
import fr.educentre.assidu.journal.JournalRecord;
import fr.educentre.assidu.messaging.MessageTemplates;
import fr.educentre.assidu.messaging.Outbox;
import fr.educentre.assidu.messaging.internal.WrittenTemplates.Mail;
import fr.educentre.assidu.messaging.internal.WrittenTemplates.Written;
import fr.educentre.assidu.shell.FieldProblem;
import fr.educentre.assidu.shell.InvalidContent;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.StaleContent;
import fr.educentre.assidu.shell.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@AllowedRoles(Role.QUALITY_MANAGER)
class StoredMessageTemplates implements MessageTemplates {

    private static final List<String> LANGUAGES = List.of("fr", "en");
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_TEXT = 5_000;

    private final MailTemplates templates;
    private final WrittenTemplates written;
    private final TemplateNames names;
    private final PreviewValues values;
    private final Outbox outbox;
    private final Accounts accounts;
    private final CurrentActor current;
    private final ActorJournal journal;

    StoredMessageTemplates(
            MailTemplates templates,
            WrittenTemplates written,
            TemplateNames names,
            PreviewValues values,
            Outbox outbox,
            Accounts accounts,
            CurrentActor current,
            ActorJournal journal) {
        this.templates = templates;
        this.written = written;
        this.names = names;
        this.values = values;
        this.outbox = outbox;
        this.accounts = accounts;
        this.current = current;
        this.journal = journal;
    }

    @Override
    @Transactional(readOnly = true)
    public List<TemplateView> all() {
        Map<Mail, List<Written>> own = written.all();
        return TemplateNames.KEYS.stream()
                .flatMap(key -> LANGUAGES.stream()
                        .map(language -> view(key, language, own.getOrDefault(new Mail(key, language), List.of()))))
                .sorted(Comparator.comparing(TemplateView::name).thenComparing(TemplateView::language))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public TemplateView get(String key, String language) {
        require(key, language);
        return view(key, language);
    }

    @Override
    @Transactional
    public TemplateView write(String key, int version, Draft given) {
        require(key, given.language());
        Draft draft = checked(key, given);
        TemplateView before = view(key, draft.language());
        if (before.words().version() != version
                || !written.add(key, draft.language(), version + 1, draft.subject(), draft.text(), journal.author())) {
            throw written.latest(key, draft.language())
                    .map(one -> new StaleContent(one.by(), one.at()))
                    .orElseGet(StaleContent::new);
        }
        journal.record(JournalRecord.of("messageTemplate.written", "messageTemplate", key + "/" + draft.language())
                .before(said(before.words()))
                .after(said(new Words(version + 1, draft.subject(), draft.text()))));
        return view(key, draft.language());
    }

    private static Map<String, Object> said(Words words) {
        return Map.of("version", words.version(), "subject", words.subject(), "text", words.text());
    }

    @Override
    @Transactional(readOnly = true)
    public Preview preview(String key, Draft given, @Nullable UUID learner) {
        require(key, given.language());
        Draft draft = checked(key, given);
        Locale locale = Locale.of(draft.language());
        var text = templates.tried(
                key, locale, draft.subject(), draft.text(), values.of(templates.blanks(key, locale), locale, learner));
        return new Preview(text.subject(), text.body());
    }

    @Override
    @Transactional
    public void test(String key, Draft draft, @Nullable UUID learner) {
        Preview preview = preview(key, draft, learner);
        Actor actor = current.get();
        Reachable self = accounts.reachable(actor.role()).stream()
                .filter(one -> one.username().equals(actor.username()))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("messaging.template.noAddress"));
        outbox.enqueue(new Outbox.NewMessage(
                "template-test:" + TimeOrderedId.next(),
                "modele-d-essai",
                new Outbox.Recipient(Outbox.RecipientKind.STAFF, self.name(), self.email(), null),
                Map.of("objet", preview.subject(), "texte", preview.text()),
                Wording.of("messaging.why.templateTest"),
                "template-test"));
    }

    private Draft checked(String key, Draft given) {
        var draft = new Draft(
                given.language(),
                MailTemplates.oneLine(given.subject()),
                given.text().replace("\r\n", "\n").strip());
        var blanks = templates.fillable(key, Locale.of(draft.language()));
        List<FieldProblem> problems = new ArrayList<>();
        problems.addAll(fits("subject", draft.subject(), LONGEST_SUBJECT));
        problems.addAll(fits("text", draft.text(), LONGEST_TEXT));
        problems.addAll(TemplateWords.problems("subject", draft.subject(), blanks));
        problems.addAll(TemplateWords.problems("text", draft.text(), blanks));
        TemplateNames.REQUIRED.stream()
                .filter(blanks::contains)
                .filter(name -> !draft.text().contains("{" + name + "}")
                        && !draft.subject().contains("{" + name + "}"))
                .forEach(name ->
                        problems.add(new FieldProblem("text", "messaging.template.wrong.missing", "{" + name + "}")));
        if (!problems.isEmpty()) {
            throw new InvalidContent(problems);
        }
        return draft;
    }

    private static List<FieldProblem> fits(String field, String words, int longest) {
        if (words.isBlank()) {
            return List.of(new FieldProblem(field, "check.NotBlank"));
        }
        return words.length() > longest
                ? List.of(new FieldProblem(field, "messaging.template.wrong.long", longest))
                : List.of();
    }

    private static void require(String key, String language) {
        if (!TemplateNames.KEYS.contains(key)) {
            throw Refusal.notFound("messageTemplate");
        }
        if (!LANGUAGES.contains(language)) {
            throw Refusal.malformed("refusal.parameter", "language", language);
        }
    }

    private TemplateView view(String key, String language) {
        return view(key, language, written.all(key, language));
    }

    private TemplateView view(String key, String language, List<Written> own) {
        Locale locale = Locale.of(language);
        var shipped = templates.words(key, locale);
        var original = new Past(new Words(shipped.version(), shipped.subject(), shipped.body()), null, null);
        List<Past> versions = Stream.concat(
                        own.stream()
                                .map(one -> new Past(
                                        new Words(one.version(), one.subject(), one.body()), one.at(), one.by())),
                        Stream.of(original))
                .toList();
        return new TemplateView(
                key,
                names.name(key),
                language,
                versions.getFirst().words(),
                versions.size() > 1,
                names.blanks(templates.fillable(key, locale)),
                versions);
    }
}
