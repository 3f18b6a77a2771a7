package fr.educentre.assidu.training.management;

import fr.educentre.assidu.access.records.Blank;
import fr.educentre.assidu.access.records.ChildRecord;
import fr.educentre.assidu.access.records.ManagedEntity;
import fr.educentre.assidu.shell.NameOrder;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Its first contact stands with it, as lists bring it; the others apart. */
@Entity
class Employer extends ManagedEntity<EmployerContent> {

    private String code;
    private String name;
    private @Nullable String siret;
    private boolean retired;
    private @Nullable String contactName;
    private String contactRole = "";
    private @Nullable String contactEmail;
    private @Nullable String phone;

    @ElementCollection
    @CollectionTable(name = "employer_contact", joinColumns = @JoinColumn(name = "employer_id"))
    @OrderColumn(name = "position")
    private List<EmployerContact> otherContacts = new ArrayList<>();

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "employer_id", nullable = false, updatable = false)
    private List<Tutor> tutors = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Employer() {}

    @Override
    protected EmployerContent content() {
        var contacts = new ArrayList<EmployerContact>();
        if (contactName != null || contactEmail != null || phone != null) {
            contacts.add(new EmployerContact(
                    Objects.requireNonNullElse(contactName, name),
                    contactRole,
                    Objects.requireNonNullElse(contactEmail, ""),
                    Objects.requireNonNullElse(phone, "")));
        }
        contacts.addAll(otherContacts);
        return new EmployerContent(
                new EmployerFields(code, name, Objects.requireNonNullElse(siret, ""), retired),
                contacts,
                tutors.stream()
                        .map(Tutor::content)
                        .sorted(NameOrder.by(RelatedPersonContent::lastName)
                                .thenComparing(NameOrder.by(RelatedPersonContent::firstName)))
                        .toList());
    }

    @Override
    protected void put(EmployerContent content) {
        code = content.fields().code();
        name = content.fields().name();
        siret = Blank.toNull(content.fields().siret());
        retired = content.fields().retired();
        EmployerContact first = content.contacts().stream().findFirst().orElse(new EmployerContact("", "", "", ""));
        contactName = Blank.toNull(first.name());
        contactRole = first.role();
        contactEmail = Blank.toNull(first.email());
        phone = Blank.toNull(first.phone());
        otherContacts.clear();
        otherContacts.addAll(content.contacts().stream().skip(1).toList());
        ChildRecord.put(tutors, content.tutors(), RelatedPersonContent::id, Tutor::new);
    }
}
