package fr.educentre.assidu.sources.core;

import fr.educentre.assidu.evidence.Deliveries.Delivery;

/**
 * Translates the deliveries of one connector; a bean for each. Called in a transaction, at least once and in any order, so
 * what it does beside (planning the fetching of a report) must be idempotent.
 */
public interface DeliveryTranslator {

    /** Name of the connector, as in its properties: {@code zoom}, {@code teams}, ... */
    String connector();

    /** Never throws for what a sender may write: a delivery it cannot read is {@link DeliveryTranslation.NotUnderstood}. */
    DeliveryTranslation translate(Delivery delivery);
}
