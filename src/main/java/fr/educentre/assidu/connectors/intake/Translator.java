package fr.educentre.assidu.connectors.intake;

import fr.educentre.assidu.evidence.Deliveries.Delivery;

/**
 * From the deliveries of one connector to what they mean; a bean for each. Called in a transaction, at least once and in
 * any order, so what it does beside (asking for a report later) must be idempotent.
 */
public interface Translator {

    /** Name of the connector, as in its properties: {@code zoom}, {@code teams}, ... */
    String connector();

    /** Never throws for what a sender may write: a delivery it cannot read is {@link Translation.NotUnderstood}. */
    Translation translate(Delivery delivery);
}
