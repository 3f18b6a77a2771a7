package fr.educentre.assidu.training.management;

import fr.educentre.assidu.access.records.Blank;
import fr.educentre.assidu.access.records.ChildRecord;
import fr.educentre.assidu.training.CreditingMethod;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
class Funding extends ChildRecord<FundingContent> {

    private UUID funderId;
    private @Nullable String fileNumber;
    private int agreedMinutes;
    private int priority;

    @Embedded
    private CourseDays days;

    @Enumerated(EnumType.STRING)
    private CreditingMethod creditingMethod;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Funding() {}

    FundingContent content() {
        return new FundingContent(
                id(), funderId, Objects.requireNonNullElse(fileNumber, ""), agreedMinutes, days, creditingMethod);
    }

    int priority() {
        return priority;
    }

    @Override
    protected void put(FundingContent content, int place) {
        funderId = content.funderId();
        fileNumber = Blank.toNull(content.fileNumber());
        agreedMinutes = content.agreedMinutes();
        days = content.days();
        creditingMethod = content.creditingMethod();
        priority = place + 1;
    }
}
