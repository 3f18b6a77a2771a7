package fr.educentre.assidu.overview;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import fr.educentre.assidu.journal.Journal;
import fr.educentre.assidu.journal.Journal.Head;
import fr.educentre.assidu.journal.JournalHeads;
import fr.educentre.assidu.messaging.Outbox;
import fr.educentre.assidu.testing.AssiduIT;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.Mails;
import fr.educentre.assidu.testing.MutableClock;
import fr.educentre.assidu.workflow.NightlyTask;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AssiduIT
class JournalHeadTaskIT {

    private static final Instant NIGHT = Instant.parse("2029-05-14T01:30:00Z");
    private static final String ADDRESS = "temoin@journal.example";

    @Autowired
    Journal journal;

    @Autowired
    JournalHeads heads;

    @Autowired
    JournalWords words;

    @Autowired
    Outbox outbox;

    @Autowired
    MutableClock clock;

    @Autowired
    BackgroundWork background;

    @Autowired
    GreenMail mail;

    @Autowired
    List<NightlyTask> nightly;

    @Test
    void the_head_leaves_every_night() {
        assertThat(nightly).extracting(NightlyTask::name).contains("journal-head");
    }

    @Test
    void the_head_leaves_by_mail_once_a_night_with_what_the_verification_found() {
        clock.set(NIGHT);
        Head head = heads.note();
        var task = new JournalHeadTask(journal, heads, words, outbox, clock, ADDRESS, "http://assidu.test/");
        task.run();
        task.run();
        background.runDue();
        assertThat(Mails.texts(mail, ADDRESS, "Tête du journal au 14/05/2029"))
                .singleElement()
                .satisfies(text -> {
                    assertThat(text).contains("Entrée numéro " + head.seq(), head.hash(), "Le journal est intact");
                    assertThat(text).contains("http://assidu.test/journal");
                });
    }
}
