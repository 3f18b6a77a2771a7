package fr.educentre.assidu.walls;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.walls.JavaSources.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A table belongs to one module; another reads it through that module's services, or through a view that it offers. */
class WallsInSqlTests {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Pattern CREATED = Pattern.compile(
            "create\\s+(?:table|(?:or\\s+replace\\s+)?view)\\s+(?:if\\s+not\\s+exists\\s+)?([a-z_0-9]+)");

    private static final Pattern DEPENDENCY = Pattern.compile("\"([a-z]+)(?: :: [a-z]+)?\"");

    private static final SourceStatements SOURCE = new SourceStatements();
    private static final Map<String, Set<String>> MAY_KNOW = mayKnow();

    private static final Pattern DROPPED =
            Pattern.compile("drop\\s+(?:table|view)\\s+(?:if\\s+exists\\s+)?([a-z_0-9]+)");

    @Test
    void each_table_has_an_owner() throws IOException {
        assertThat(created())
                .isNotEmpty()
                .allMatch(name -> !TableOwners.owner(name).isEmpty());
        assertThat(created())
                .containsAll(TableOwners.tables().stream()
                        .filter(name -> !name.startsWith("flyway_"))
                        .toList());
    }

    @Test
    void no_statement_names_the_table_of_another_module() throws IOException {
        assertThat(foreign()).containsExactlyElementsOf(listed("foreign-tables.txt"));
    }

    @Test
    void each_text_of_sql_is_seen_to_be_sent() throws IOException {
        var known = known();
        var unsent = new TreeSet<String>();
        SOURCE.fragments().stream()
                .filter(each -> !TableUses.in(each.text(), known).isEmpty())
                .forEach(each -> unsent.add(
                        each.file().name() + " " + each.text().strip().replaceAll("\\s+", " ")));
        assertThat(unsent).containsExactlyElementsOf(listed("unsent-texts.txt"));
    }

    @Test
    void each_statement_can_be_read() throws IOException {
        var unread = new TreeSet<String>();
        SOURCE.statements().stream()
                .filter(each -> !each.known())
                .forEach(each -> unread.add(each.file().name() + " "
                        + each.texts().stream()
                                .filter(text -> text.indexOf(StringValues.HOLE) >= 0)
                                .findFirst()
                                .orElseThrow()
                                .strip()
                                .replaceAll("\\s+", " ")
                                .replace(StringValues.HOLE, '?')));
        assertThat(unread).containsExactlyElementsOf(listed("unread-statements.txt"));
    }

    @Test
    void entities_are_of_their_own_tables() {
        assertThat(SOURCE.entities())
                .isNotEmpty()
                .allSatisfy(each -> assertThat(TableOwners.owner(each.table()))
                        .as(each.entity())
                        .isEqualTo(each.file().module()));
    }

    /** {@code file table}, once each. */
    private static Set<String> foreign() throws IOException {
        var known = known();
        var uses = new TreeSet<String>();
        for (var statement : SOURCE.statements()) {
            for (String text : statement.texts()) {
                uses.addAll(
                        foreign(statement.file(), statement.jpql() ? entityTables(text) : TableUses.in(text, known)));
            }
        }
        for (var fragment : SOURCE.fragments()) {
            uses.addAll(foreign(fragment.file(), TableUses.in(fragment.text(), known)));
        }
        return uses;
    }

    private static List<String> foreign(SourceFile file, Collection<String> tables) {
        return tables.stream()
                .filter(table -> !TableOwners.owner(table).equals(file.module()))
                .filter(table -> !TableOwners.offered(table)
                        || !MAY_KNOW.get(file.module()).contains(TableOwners.owner(table)))
                .map(table -> file.name() + " " + table)
                .toList();
    }

    private static Set<String> entityTables(String jpql) {
        return SOURCE.entities().stream()
                .filter(each -> Pattern.compile("\\b" + each.entity() + "\\b")
                        .matcher(jpql)
                        .find())
                .map(SourceStatements.EntityTable::table)
                .collect(Collectors.toSet());
    }

    private static Set<String> known() throws IOException {
        Set<String> all = new TreeSet<>(TableOwners.tables());
        all.addAll(created());
        ENGINE.stream().forEach(all::add);
        return all;
    }

    /** Tables of the process engine that a statement could name. */
    private static final List<String> ENGINE = List.of(
            "act_ru_execution",
            "act_ru_task",
            "act_ru_job",
            "act_ru_variable",
            "act_ru_incident",
            "act_ru_event_subscr",
            "act_hi_procinst",
            "act_hi_taskinst",
            "act_hi_varinst",
            "act_hi_actinst",
            "act_re_procdef",
            "act_re_deployment",
            "act_ge_bytearray",
            "act_ge_property");

    private static Set<String> created() throws IOException {
        var names = new TreeSet<String>();
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            for (Path file : files.sorted().toList()) {
                String text = Files.readString(file);
                DROPPED.matcher(text).results().forEach(found -> names.remove(found.group(1)));
                CREATED.matcher(text).results().forEach(found -> names.add(found.group(1)));
            }
        }
        return names;
    }

    private static List<String> listed(String name) throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/walls", name)).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    /** What each module declares that it may know: a view of another is as closed to it as that other's services. */
    private static Map<String, Set<String>> mayKnow() {
        Map<String, Set<String>> all = new TreeMap<>();
        try (Stream<Path> modules = Files.list(Path.of("src/main/java/fr/educentre/assidu"))) {
            for (Path module : modules.filter(Files::isDirectory).toList()) {
                String text = Files.readString(module.resolve("package-info.java"));
                all.put(
                        module.getFileName().toString(),
                        DEPENDENCY
                                .matcher(text)
                                .results()
                                .map(found -> found.group(1))
                                .collect(Collectors.toSet()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
