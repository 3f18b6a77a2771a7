package fr.educentre.assidu.overview.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.Attendance;
import fr.educentre.assidu.attendance.Attendance.Mark;
import fr.educentre.assidu.attendance.AttendanceStatus;
import fr.educentre.assidu.testing.BackgroundWork;
import fr.educentre.assidu.testing.Calls;
import fr.educentre.assidu.testing.Mails;
import fr.educentre.assidu.testing.SmallCentre;
import fr.educentre.assidu.testing.ViewTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Staff send the link of follow-up and take it back; whoever holds it reads a month without an account. */
class FollowUpViewIT extends ViewTest {

    /** A Tuesday, 09:00 in Paris. */
    private static final Instant START = Instant.parse("2027-06-15T07:00:00Z");

    private static final Pattern LINK = Pattern.compile("http://assidu\\.test(/suivi/\\S+)");

    @Autowired
    Attendance attendance;

    @Autowired
    BackgroundWork background;

    @Autowired
    GreenMail mail;

    private SmallCentre centre;

    @BeforeEach
    void an_absence() {
        background.leap(START.minusSeconds(600));
        centre = new SmallCentre(sql, 1);
        UUID session = centre.session(START);
        background.leap(START.plusSeconds(300));
        calls.actAs("t-" + centre.code, Role.TRAINER, centre.trainer);
        attendance.mark(
                session,
                centre.learners.getFirst(),
                new Mark(AttendanceStatus.ABSENT, null, null, "Retenu chez le médecin", null));
        Calls.actAsSystem();
        background.leap(START.plus(Duration.ofHours(5)));
    }

    @Test
    void an_employer_is_sent_a_link_from_its_form_and_reads_the_month_behind_it() {
        signIn("q-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
        open("/centre/entreprises?ouvrir=" + centre.employer);
        click("Lien de suivi…");
        assertThat(dialog()).contains("ni motif d'absence", "Eva Pain (" + centre.employerEmail() + ")");
        click("Envoyer le lien de suivi");
        assertThat(dialog()).contains("Eva Pain (" + centre.employerEmail() + "), envoyé le mar. 15 juin 2027");
        String link = mailed(centre.employerEmail());

        signedOut();
        open(link);
        assertThat(shown())
                .containsSubsequence(
                        "Suivi de l'assiduité",
                        "Pour Boulange",
                        "Lou Apprenant0",
                        "Heures attendues",
                        "3 h",
                        "Heures d'absence",
                        "mar. 15 juin 2027, 09:00 – 12:00, 3 h manquées",
                        "À justifier")
                .doesNotContain("médecin", "Menu principal");
        click("English");
        assertThat(shown()).contains("Hours expected", "To justify", "June 2027");
        click("Français");

        signIn("q-" + centre.code, Role.QUALITY_MANAGER, SmallCentre.id());
        open("/centre/entreprises?ouvrir=" + centre.employer);
        click("Lien de suivi…");
        click("Révoquer le lien de " + centre.employerEmail());
        assertThat(dialog()).contains("Aucun.");
        signedOut();
        open(link);
        assertThat(shown()).contains("Ce lien ne sert plus").doesNotContain("Apprenant0");
    }

    @Test
    void a_guardian_is_sent_one_from_the_page_of_the_minor() {
        UUID minor = centre.learner(1, LocalDate.of(2011, 1, 1));
        sql.sql(
                        "insert into guardian (id, learner_id, first_name, last_name, email) values (?, ?, 'Mona', 'Parent', ?)")
                .params(SmallCentre.id(), minor, "g-" + centre.code + "@essai.example")
                .update();
        signIn("r-" + centre.code, Role.REFERENT, centre.referent);
        open("/apprenants/" + minor);
        click("Lien de suivi…");
        click("Envoyer le lien de suivi");
        signedOut();
        open(mailed("g-" + centre.code + "@essai.example"));
        assertThat(shown())
                .contains("Pour Mona Parent", "Lou Apprenant1", "3 h")
                .doesNotContain("Apprenant0", "Boulange");
        choose("Mois", "mai 2027");
        assertThat(shown())
                .contains("Aucune séance n'a encore eu lieu ce mois-ci.")
                .doesNotContain("Heures attendues");
        signIn("r-" + centre.code, Role.REFERENT, centre.referent);
        open("/apprenants/" + centre.learners.getFirst());
        assertThat(offers("Lien de suivi")).isFalse();
    }

    private String mailed(String address) {
        Calls.actAsSystem();
        background.runDue();
        Matcher found = LINK.matcher(Mails.texts(mail, address, "").getLast());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
