package fr.educentre.assidu;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.sources.core.SourceSetup;
import fr.educentre.assidu.testing.AssiduIT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a connector may be told by a setting is what its screen asks for, and stands in the documentation. */
@AssiduIT
class ConnectorSettingsAreDocumentedIT {

    private static final Path DOCUMENT = Path.of("src/docs/operations/README.md");
    private static final Pattern NAMED = Pattern.compile("`(assidu\\.connectors\\.(?!every)[a-z]+\\.[a-z.-]+)`");

    @Autowired
    List<SourceSetup> connectors;

    @Test
    void the_documentation_names_each_field_of_each_connector_and_no_other() throws IOException {
        Set<String> fields = new TreeSet<>();
        connectors.forEach(connector -> connector.fields().stream()
                .filter(field -> !connector.connector().equals("signatures") || !field.secret())
                .forEach(field -> fields.add("assidu.connectors." + connector.connector() + "." + field.name())));
        Set<String> documented = new TreeSet<>();
        NAMED.matcher(Files.readString(DOCUMENT)).results().forEach(found -> documented.add(found.group(1)));
        assertThat(documented).hasSizeGreaterThan(15).isEqualTo(fields);
    }
}
