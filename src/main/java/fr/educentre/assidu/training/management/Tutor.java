package fr.educentre.assidu.training.management;

import fr.educentre.assidu.access.records.Blank;
import fr.educentre.assidu.access.records.ChildRecord;
import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Entity
class Tutor extends ChildRecord<TutorContent> {

    private String firstName;
    private String lastName;
    private @Nullable String email;
    private @Nullable String phone;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Tutor() {}

    TutorContent content() {
        return new TutorContent(
                id(),
                firstName,
                lastName,
                Objects.requireNonNullElse(email, ""),
                Objects.requireNonNullElse(phone, ""));
    }

    @Override
    protected void put(TutorContent content, int position) {
        firstName = content.firstName();
        lastName = content.lastName();
        email = Blank.toNull(content.email());
        phone = Blank.toNull(content.phone());
    }
}
