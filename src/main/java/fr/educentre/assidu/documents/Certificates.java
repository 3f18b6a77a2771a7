package fr.educentre.assidu.documents;

import java.util.UUID;

/**
 * Certificats de réalisation, on the model of the Ministry of Labour (article R.6332-26 and the arrêté of 21 December
 * 2018). While sessions await data or are still to come, what comes out is an attestation intermédiaire that says so; what
 * becomes of hours without sufficient proof is published (completion).
 */
public interface Certificates {

    /**
     * Checks whose the enrolment is.
     *
     * @throws fr.educentre.assidu.shell.Refusal CONFLICT where the published rule holds it back until the proof
     */
    IssuedFile ofEnrolment(UUID enrolmentId);
}
