package fr.educentre.assidu.training.management;

import fr.educentre.assidu.access.records.Blank;
import fr.educentre.assidu.access.records.ChildRecord;
import fr.educentre.assidu.access.records.ManagedEntity;
import fr.educentre.assidu.shell.NameOrder;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Entity
class Learner extends ManagedEntity<LearnerContent> {

    private String externalId;
    private String firstName;
    private String lastName;
    private @Nullable String email;
    private @Nullable String phone;
    private @Nullable LocalDate birthDate;

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "learner_id", nullable = false, updatable = false)
    private List<Guardian> guardians = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Learner() {}

    @Override
    protected LearnerContent content() {
        return new LearnerContent(
                new LearnerFields(
                        externalId,
                        firstName,
                        lastName,
                        Objects.requireNonNullElse(email, ""),
                        Objects.requireNonNullElse(phone, ""),
                        birthDate),
                guardians.stream()
                        .map(Guardian::content)
                        .sorted(NameOrder.by(RelatedPersonContent::lastName)
                                .thenComparing(NameOrder.by(RelatedPersonContent::firstName)))
                        .toList());
    }

    @Override
    protected void put(LearnerContent content) {
        LearnerFields fields = content.fields();
        externalId = fields.externalId();
        firstName = fields.firstName();
        lastName = fields.lastName();
        email = Blank.toNull(fields.email());
        phone = Blank.toNull(fields.phone());
        birthDate = fields.birthDate();
        ChildRecord.put(guardians, content.guardians(), RelatedPersonContent::id, Guardian::new);
    }
}
