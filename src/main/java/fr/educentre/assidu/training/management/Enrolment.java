package fr.educentre.assidu.training.management;

import fr.educentre.assidu.access.records.Blank;
import fr.educentre.assidu.access.records.ChildRecord;
import fr.educentre.assidu.access.records.ManagedEntity;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

@Entity
class Enrolment extends ManagedEntity<EnrolmentContent> {

    @Embedded
    private FollowedCourse course;

    @Embedded
    private LearnerEmployment employment;

    @Embedded
    private AgreedHours agreed;

    @Embedded
    private Convention convention;

    @Embedded
    private ApprenticeshipContract contract;

    private @Nullable String accommodations;

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "enrolment_id", nullable = false, updatable = false)
    private List<Funding> fundings = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Enrolment() {}

    @Override
    protected EnrolmentContent content() {
        return new EnrolmentContent(
                course,
                employment,
                agreed,
                convention,
                contract,
                Objects.requireNonNullElse(accommodations, ""),
                fundings.stream()
                        .sorted(Comparator.comparingInt(Funding::priority))
                        .map(Funding::content)
                        .toList());
    }

    @Override
    protected void put(EnrolmentContent content) {
        course = content.course();
        employment = content.employment();
        agreed = content.agreed();
        convention = content.convention();
        contract = content.contract();
        accommodations = Blank.toNull(content.accommodations());
        ChildRecord.put(fundings, content.fundings(), FundingContent::id, Funding::new);
    }
}
