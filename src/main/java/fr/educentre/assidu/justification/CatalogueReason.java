package fr.educentre.assidu.justification;

import fr.educentre.assidu.access.records.ManagedEntity;
import fr.educentre.assidu.justification.AbsenceReasonContent.Recipient;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

@Entity
@Table(name = "absence_reason")
class CatalogueReason extends ManagedEntity<AbsenceReasonContent> {

    private String code;
    private String labelFr;
    private String labelEn;
    private boolean medical;
    private boolean personal;
    private boolean documentRequired;
    private boolean accepted;
    private boolean employer;
    private boolean franceTravail;
    private boolean region;
    private boolean cpf;
    private boolean retired;
    private int position;

    @SuppressWarnings("NullAway.Init")
    protected CatalogueReason() {}

    @Override
    protected AbsenceReasonContent content() {
        return new AbsenceReasonContent(
                code, labelFr, labelEn, medical, personal, documentRequired, justifiedFor(), retired);
    }

    private List<Recipient> justifiedFor() {
        List<Recipient> recipients = new ArrayList<>();
        if (employer) {
            recipients.add(Recipient.EMPLOYER);
        }
        if (franceTravail) {
            recipients.add(Recipient.FRANCE_TRAVAIL);
        }
        if (region) {
            recipients.add(Recipient.REGION);
        }
        if (cpf) {
            recipients.add(Recipient.CPF);
        }
        return recipients;
    }

    @Override
    protected void put(AbsenceReasonContent content) {
        code = content.code();
        labelFr = content.nameFr();
        labelEn = content.nameEn();
        medical = content.medical();
        personal = content.personal();
        documentRequired = content.documentRequired();
        accepted = !content.justifiedFor().isEmpty();
        employer = content.justifiedFor().contains(Recipient.EMPLOYER);
        franceTravail = content.justifiedFor().contains(Recipient.FRANCE_TRAVAIL);
        region = content.justifiedFor().contains(Recipient.REGION);
        cpf = content.justifiedFor().contains(Recipient.CPF);
        retired = content.retired();
    }

    /** A new one comes after those there are. */
    void comesAfter(int last) {
        if (position == 0) {
            position = last + 10;
        }
    }

    boolean isMedical() {
        return medical;
    }

    String code() {
        return code;
    }
}
