package fr.educentre.assidu.training;

import org.jspecify.annotations.Nullable;

/**
 * The training organisation.
 */
public record OrganisationInfo(
        String name,
        Registration registration,
        Address address,
        Contact contact,
        Representative representative,
        Logo logo) {

    /**
     * Numbers under which the authorities know it.
     *
     * @param siret 14 digits
     * @param nda numéro de déclaration d'activité
     */
    public record Registration(String siret, String nda, String ndaRegion) {}

    /** Its seat. */
    public record Address(String street, String postalCode, String city) {}

    /** How it is reached. */
    public record Contact(String phone, String email) {}

    /** Who signs for it. */
    public record Representative(String name, String title) {}

    /** Its picture on documents, null both where there is none. */
    public record Logo(byte @Nullable [] bytes, @Nullable String mediaType) {}
}
