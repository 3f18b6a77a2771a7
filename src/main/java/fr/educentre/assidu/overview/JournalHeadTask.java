package fr.educentre.assidu.overview;

import fr.educentre.assidu.journal.Journal;
import fr.educentre.assidu.journal.Journal.Head;
import fr.educentre.assidu.journal.Journal.Verification;
import fr.educentre.assidu.journal.JournalHeads;
import fr.educentre.assidu.messaging.Outbox;
import fr.educentre.assidu.messaging.Outbox.NewMessage;
import fr.educentre.assidu.messaging.Outbox.Recipient;
import fr.educentre.assidu.messaging.Outbox.RecipientKind;
import fr.educentre.assidu.shell.ReaderFormats;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.workflow.NightlyTask;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Every night the journal is verified and its head leaves the database: to the log, to the file of heads and by mail, as far as
 * these are set.
 */
@Component
class JournalHeadTask implements NightlyTask {

    private static final Logger LOG = LoggerFactory.getLogger(JournalHeadTask.class);

    private final Journal journal;
    private final JournalHeads heads;
    private final JournalWords words;
    private final Outbox outbox;
    private final Clock clock;
    private final String address;
    private final String page;

    JournalHeadTask(
            Journal journal,
            JournalHeads heads,
            JournalWords words,
            Outbox outbox,
            Clock clock,
            @Value("${assidu.journal.head-mail:}") String address,
            @Value("${assidu.base-url}") String baseUrl) {
        this.journal = journal;
        this.heads = heads;
        this.words = words;
        this.outbox = outbox;
        this.clock = clock;
        this.address = address.strip();
        this.page = baseUrl.replaceAll("/+$", "") + "/journal";
    }

    @Override
    public String name() {
        return "journal-head";
    }

    @Override
    public void run() {
        Verification verification = journal.verify();
        if (!verification.holds()) {
            LOG.error("Journal: {} {}", words.summary(verification, Texts.FRENCH), findings(verification));
        }
        Head head = heads.note();
        if (!address.isEmpty()) {
            outbox.enqueue(mail(verification, head));
        }
    }

    private NewMessage mail(Verification verification, Head head) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return new NewMessage(
                "journal-head:" + today,
                "tete-du-journal",
                new Recipient(RecipientKind.STAFF, address, address, null),
                Map.of(
                        "date",
                        ReaderFormats.numericDate(today),
                        "numero",
                        String.valueOf(head.seq()),
                        "empreinte",
                        head.hash(),
                        "constat",
                        words.summary(verification, Texts.FRENCH) + findings(verification),
                        "lien",
                        page),
                Wording.of("journal.mail.why"),
                "journal:head");
    }

    private String findings(Verification verification) {
        return verification.findings().stream()
                .map(finding -> "\n- " + words.finding(finding, Texts.FRENCH))
                .collect(Collectors.joining());
    }
}
