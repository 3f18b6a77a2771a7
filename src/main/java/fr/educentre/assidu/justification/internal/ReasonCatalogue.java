package fr.educentre.assidu.justification.internal;

import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.HealthPrivacy;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.justification.Justifications.Reason;
import fr.educentre.assidu.rules.JustificationRules;
import fr.educentre.assidu.shell.ReaderLocale;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Texts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The catalogue of reasons, in its order; the published terms of justifications may say otherwise of some. */
@Component
class ReasonCatalogue {

    private final JdbcClient sql;
    private final ReaderLocale locale;
    private final Texts texts;
    private final JustificationRules rules;

    ReasonCatalogue(JdbcClient sql, ReaderLocale locale, Texts texts, JustificationRules rules) {
        this.sql = sql;
        this.locale = locale;
        this.texts = texts;
        this.rules = rules;
    }

    List<AbsenceReason> all() {
        return sql.sql("select * from absence_reason order by position")
                .query((row, n) -> new AbsenceReason(
                        row.getString("code"),
                        row.getString("label_fr"),
                        row.getString("label_en"),
                        row.getBoolean("medical"),
                        row.getBoolean("document_required"),
                        row.getBoolean("accepted"),
                        row.getBoolean("retired"),
                        Map.of(
                                "EMPLOYER", worth(row, "employer"),
                                "FRANCE_TRAVAIL", worth(row, "france_travail"),
                                "REGION", worth(row, "region"),
                                "CPF", worth(row, "cpf"))))
                .list();
    }

    private static String worth(ResultSet row, String recipient) throws SQLException {
        return row.getBoolean(recipient) ? "JUSTIFIED" : "UNJUSTIFIED";
    }

    AbsenceReason get(String code) {
        return all().stream()
                .filter(reason -> reason.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("refusal.justification.reason", code));
    }

    /** One that is still offered. */
    AbsenceReason getOffered(String code) {
        AbsenceReason reason = get(code);
        if (reason.retired()) {
            throw Refusal.invalid("refusal.justification.reasonRetired", label(reason));
        }
        return reason;
    }

    /** As the terms a justification was filed under have it. */
    AbsenceReason of(Justification justification) {
        Integer version = justification.termsVersion();
        return get(justification.reasonCode()).under(version == null ? rules.inForce() : rules.version(version));
    }

    List<Reason> offered() {
        var terms = rules.inForce();
        return all().stream()
                .filter(reason -> !reason.retired())
                .map(reason -> reason.under(terms))
                .map(reason -> new Reason(reason.code(), label(reason), reason.medical(), reason.documentRequired()))
                .toList();
    }

    /** Whether it is of the learner's own life: of health, or of the family. */
    boolean ofPrivateLife(String code) {
        return sql.sql("select exists (select 1 from absence_reason where code = :code and (medical or personal))")
                .param("code", code)
                .query(Boolean.class)
                .single();
    }

    /** The reason of a justification in the reader's words; nothing to those who do not read it. */
    String labelFor(@Nullable Actor reader, Justification justification) {
        return readable(reader, justification) ? label(get(justification.reasonCode())) : confidential();
    }

    /**
     * Whether a reader knows the reason, what was written with it, and what was answered. Who does not read what is about health
     * reads no reason at all: were those of health alone left out, leaving one out would tell it. A trainer reads what is to
     * be decided as long as it is, unless it is of the learner's private life.
     */
    static boolean readable(@Nullable Actor reader, Justification justification) {
        return HealthPrivacy.mayRead(reader, justification.learnerId())
                || reader != null
                        && reader.is(Role.TRAINER)
                        && justification.state() == ReviewState.SUBMITTED
                        && !justification.personal();
    }

    String label(AbsenceReason reason) {
        return Locale.ENGLISH.equals(locale.current()) ? reason.labelEn() : reason.labelFr();
    }

    /** What is said of any reason to those who may not know it. */
    String confidential() {
        return texts.get("justification.confidential");
    }
}
