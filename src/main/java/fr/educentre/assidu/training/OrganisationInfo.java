package fr.educentre.assidu.training;

import org.jspecify.annotations.Nullable;

/**
 * The training organisation.
 *
 * @param siret 14 digits
 * @param nda numéro de déclaration d'activité
 */
public record OrganisationInfo(
        String name,
        String siret,
        String nda,
        String ndaRegion,
        String address,
        String postalCode,
        String city,
        String phone,
        String email,
        String representativeName,
        String representativeTitle,
        byte @Nullable [] logo,
        @Nullable String logoMediaType) {}
