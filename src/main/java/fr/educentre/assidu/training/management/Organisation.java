package fr.educentre.assidu.training.management;

import fr.educentre.assidu.access.records.ManagedEntity;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Entity
class Organisation extends ManagedEntity<OrganisationContent> {

    @Embedded
    private OrganisationFields fields;

    @ElementCollection
    @CollectionTable(name = "signatory", joinColumns = @JoinColumn(name = "organisation_id"))
    @OrderColumn(name = "position")
    private List<Signatory> signatories = new ArrayList<>();

    private byte @Nullable [] logo;
    private @Nullable String logoMediaType;

    @SuppressWarnings("NullAway.Init")
    protected Organisation() {}

    @Override
    protected OrganisationContent content() {
        return new OrganisationContent(fields, signatories);
    }

    @Override
    protected void put(OrganisationContent content) {
        fields = content.fields();
        signatories.clear();
        signatories.addAll(content.signatories());
    }

    Optional<LogoPicture> logo() {
        return logo == null || logoMediaType == null
                ? Optional.empty()
                : Optional.of(new LogoPicture(logo, logoMediaType));
    }

    void putLogo(LogoPicture picture) {
        logo = picture.bytes();
        logoMediaType = picture.mediaType();
    }

    void removeLogo() {
        logo = null;
        logoMediaType = null;
    }
}
