package fr.educentre.assidu.documents.internal;

import fr.educentre.assidu.training.OrganisationInfo;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The organisation as documents name it. */
record Letterhead(
        String name, String address, String postalCode, String city, String siret, String nda, String ndaRegion) {

    static Letterhead of(OrganisationInfo info) {
        return new Letterhead(
                info.name(),
                info.address().street(),
                info.address().postalCode(),
                info.address().city(),
                info.registration().siret(),
                info.registration().nda(),
                info.registration().ndaRegion());
    }

    static @Nullable String logo(OrganisationInfo info) {
        return info.logo().bytes() == null || info.logo().mediaType() == null
                ? null
                : "data:" + info.logo().mediaType() + ";base64,"
                        + Base64.getEncoder().encodeToString(info.logo().bytes());
    }
}
