package fr.educentre.assidu.sources.signatures;

import fr.educentre.assidu.evidence.Channel;
import fr.educentre.assidu.evidence.Deliveries.Delivery;
import fr.educentre.assidu.imports.evidence.SheetMappings;
import fr.educentre.assidu.imports.evidence.SignInTableParser;
import fr.educentre.assidu.imports.evidence.SignInTableParser.Reading;
import fr.educentre.assidu.shell.Wording;
import fr.educentre.assidu.sources.core.DeliveryTranslation;
import fr.educentre.assidu.sources.core.DeliveryTranslator;
import fr.educentre.assidu.sources.signatures.SignatureRows.Sorted;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Deliveries of sign-in partners to traces: JSON or a table, under our headings or those a person explained. */
@Component
public class SignatureTranslator implements DeliveryTranslator {

    /** Header under which a delivery keeps the name of its partner. */
    public static final String PARTNER = "X-Assidu-Partner";

    private final SignatureRows rows;
    private final ColumnMappingStore mappings;
    private final SignInCompletionPolicy completion;
    private final SignatureOutcomes outcomes;

    SignatureTranslator(
            SignatureRows rows,
            ColumnMappingStore mappings,
            SignInCompletionPolicy completion,
            SignatureOutcomes outcomes) {
        this.rows = rows;
        this.mappings = mappings;
        this.completion = completion;
        this.outcomes = outcomes;
    }

    @Override
    public String connector() {
        return SignInPartners.CONNECTOR;
    }

    @Override
    public DeliveryTranslation translate(Delivery delivery) {
        String partner = header(delivery.headers(), PARTNER);
        SheetMappings known = partner.isEmpty() ? mappings : mappings.ofPartner(partner);
        return switch (SignInTableParser.read(delivery.bytes(), known)) {
            case Reading.Unread unread ->
                new DeliveryTranslation.NotUnderstood(
                        Wording.of(unread.key(), unread.arguments().toArray()));
            case Reading.Table table -> translation(rows.sort(table.table(), Channel.WEBHOOK, delivery.id()));
        };
    }

    private DeliveryTranslation translation(Sorted sorted) {
        Wording note = outcomes.note(sorted);
        if (sorted.bySession().isEmpty()) {
            return sorted.problems().isEmpty()
                    ? new DeliveryTranslation.Nothing(Wording.of("connectors.signatures.outcome.noLine"))
                    : new DeliveryTranslation.NotUnderstood(note);
        }
        completion.consider(sorted.bySession().keySet());
        return new DeliveryTranslation.Traces(sorted.traces(), Set.of(), note);
    }

    private static String header(Map<String, String> headers, String name) {
        return headers.entrySet().stream()
                .filter(one -> one.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("")
                .toLowerCase(Locale.ROOT);
    }
}
