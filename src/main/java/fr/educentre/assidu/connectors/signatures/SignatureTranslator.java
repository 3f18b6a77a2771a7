package fr.educentre.assidu.connectors.signatures;

import fr.educentre.assidu.connectors.files.SheetMappings;
import fr.educentre.assidu.connectors.files.SignInTable;
import fr.educentre.assidu.connectors.files.SignInTable.Reading;
import fr.educentre.assidu.connectors.intake.Translation;
import fr.educentre.assidu.connectors.intake.Translator;
import fr.educentre.assidu.connectors.signatures.SignatureRows.Sorted;
import fr.educentre.assidu.evidence.Channel;
import fr.educentre.assidu.evidence.Deliveries.Delivery;
import fr.educentre.assidu.shell.Texts;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Deliveries of sign-in partners to traces: JSON or a table, under our headings or those a person explained. */
@Component
public class SignatureTranslator implements Translator {

    /** Header under which a delivery keeps the name of its partner. */
    public static final String PARTNER = "X-Assidu-Partner";

    private final SignatureRows rows;
    private final StoredMappings mappings;
    private final Completion completion;
    private final Outcomes outcomes;
    private final Texts texts;

    SignatureTranslator(
            SignatureRows rows, StoredMappings mappings, Completion completion, Outcomes outcomes, Texts texts) {
        this.rows = rows;
        this.mappings = mappings;
        this.completion = completion;
        this.outcomes = outcomes;
        this.texts = texts;
    }

    @Override
    public String connector() {
        return Partners.CONNECTOR;
    }

    @Override
    public Translation translate(Delivery delivery) {
        String partner = header(delivery.headers(), PARTNER);
        SheetMappings known = partner.isEmpty() ? mappings : mappings.ofPartner(partner);
        return switch (SignInTable.read(delivery.bytes(), known)) {
            case Reading.Unread unread ->
                new Translation.NotUnderstood(
                        texts.in(Texts.FRENCH, unread.key(), unread.arguments().toArray()));
            case Reading.Table table -> translation(rows.sort(table.table(), Channel.WEBHOOK, delivery.id()));
        };
    }

    private Translation translation(Sorted sorted) {
        String note = outcomes.note(sorted);
        if (sorted.bySession().isEmpty()) {
            return sorted.problems().isEmpty()
                    ? new Translation.Nothing(texts.in(Texts.FRENCH, "connectors.signatures.outcome.noLine"))
                    : new Translation.NotUnderstood(note);
        }
        completion.consider(sorted.bySession().keySet());
        return new Translation.Traces(sorted.traces(), Set.of(), note);
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
