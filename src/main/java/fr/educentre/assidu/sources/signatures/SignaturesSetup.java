package fr.educentre.assidu.sources.signatures;

import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.sources.core.SourceSetup;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The connection to sign-in partners: their names, and a secret each. */
@Component
class SignaturesSetup implements SourceSetup {

    private static final int SHORT = 16;

    private final SignInPartners partners;
    private final ColumnMappingStore mappings;
    private final Environment environment;
    private final Texts texts;

    SignaturesSetup(SignInPartners partners, ColumnMappingStore mappings, Environment environment, Texts texts) {
        this.partners = partners;
        this.mappings = mappings;
        this.environment = environment;
        this.texts = texts;
    }

    @Override
    public String connector() {
        return SignInPartners.CONNECTOR;
    }

    @Override
    public int order() {
        return 50;
    }

    /** A partner named in the list has its own field below, the next time the settings are opened. */
    @Override
    public List<Field> fields() {
        List<Field> fields = new ArrayList<>(List.of(Field.plain(SignInPartners.LIST, false)));
        partners.names().forEach(name -> fields.add(Field.secret(name + "." + SignInPartners.SECRET, false)));
        return fields;
    }

    @Override
    public String label(Field field, Texts words) {
        return field.secret()
                ? words.get("connectors.signatures.field.secret", field.name().replace("." + SignInPartners.SECRET, ""))
                : SourceSetup.super.label(field, words);
    }

    @Override
    public List<Check> test() {
        List<String> names = partners.names();
        if (names.isEmpty()) {
            return List.of(new Check(Outcome.MISSING, texts.get("connectors.signatures.check.none")));
        }
        List<Check> checks = new ArrayList<>();
        for (String name : names) {
            var secret = partners.secret(name);
            int explained = mappings.of(name).size();
            if (secret.isEmpty()) {
                checks.add(new Check(Outcome.MISSING, texts.get("connectors.signatures.check.noSecret", name)));
            } else if (secret.get().length() < SHORT) {
                checks.add(new Check(Outcome.FAILED, texts.get("connectors.signatures.check.short", name, SHORT)));
            } else {
                checks.add(new Check(
                        Outcome.OK,
                        texts.get(
                                "connectors.signatures.check.ok",
                                name,
                                environment.getProperty("assidu.base-url", ""),
                                explained)));
            }
        }
        return checks;
    }
}
