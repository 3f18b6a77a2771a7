package fr.educentre.assidu.documents;

import java.util.UUID;

/**
 * Certificats de réalisation, on the model of the Ministry of Labour (article R.6332-26 and the arrêté of 21 December
 * 2018). While sessions await data, are still to come or lack proof, what comes out is an attestation intermédiaire that
 * says so.
 */
public interface Certificates {

    /** Checks whose the enrolment is. */
    IssuedFile ofEnrolment(UUID enrolmentId);
}
