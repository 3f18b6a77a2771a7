package fr.educentre.assidu.training.management;

import fr.educentre.assidu.access.records.Blank;
import fr.educentre.assidu.access.records.ChildRecord;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Somebody with a name, who may be reached. */
@MappedSuperclass
abstract class RelatedPerson extends ChildRecord<RelatedPersonContent> {

    private String firstName;
    private String lastName;
    private @Nullable String email;
    private @Nullable String phone;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected RelatedPerson() {}

    RelatedPersonContent content() {
        return new RelatedPersonContent(
                id(),
                firstName,
                lastName,
                Objects.requireNonNullElse(email, ""),
                Objects.requireNonNullElse(phone, ""));
    }

    @Override
    protected void put(RelatedPersonContent content, int position) {
        firstName = content.firstName();
        lastName = content.lastName();
        email = Blank.toNull(content.email());
        phone = Blank.toNull(content.phone());
    }
}
