package fr.educentre.assidu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What src/deploy hands an operator fits the application and itself: settings, files, users, roles. */
class DeploymentTests {

    private static final Path DEPLOY = Path.of("src/deploy");
    private static final Pattern FROM_ENVIRONMENT = Pattern.compile("\\$\\{([A-Z_]+)(?::([?-])([^}]*))?}");

    @Test
    void compose_gives_assidu_all_that_it_needs_and_nothing_that_it_does_not_know() throws IOException {
        Map<String, String> given = variables("assidu");
        assertThat(given.keySet())
                .allSatisfy(name -> assertThat(Setting.ALL).as(name).anyMatch(setting -> setting.named(name)));
        assertThat(given.keySet())
                .containsAll(Setting.ALL.stream()
                        .filter(Setting::required)
                        .map(Setting::key)
                        .map(Setting::variable)
                        .toList());
    }

    @Test
    void what_compose_says_by_itself_can_be_used() throws IOException {
        variables("assidu").forEach((name, value) -> {
            String said = FROM_ENVIRONMENT
                    .matcher(value)
                    .replaceAll(found -> Matcher.quoteReplacement("-".equals(found.group(2)) ? found.group(3) : ""));
            if (!said.isEmpty()) {
                assertThat(setting(name).kind().accepts(said))
                        .as(name + "=" + said)
                        .isTrue();
            }
        });
    }

    @Test
    void the_example_has_each_variable_that_compose_reads_and_no_other() throws IOException {
        Set<String> read = FROM_ENVIRONMENT
                .matcher(Files.readString(DEPLOY.resolve("compose.yaml")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(example().keySet()).containsExactlyElementsOf(read);
    }

    @Test
    void what_the_example_fills_in_can_be_used_and_no_secret_is_filled_in() throws IOException {
        example()
                .forEach((name, value) -> Setting.ALL.stream()
                        .filter(setting -> setting.named(name) && !value.isEmpty())
                        .forEach(setting -> {
                            assertThat(setting.kind().secret()).as(name).isFalse();
                            assertThat(setting.kind().accepts(value)).as(name).isTrue();
                        }));
    }

    @Test
    void nobody_but_the_database_gets_the_password_of_its_superuser() throws IOException {
        for (String service : services().keySet()) {
            assertThat(variables(service).containsKey("POSTGRES_PASSWORD"))
                    .as(service)
                    .isEqualTo(service.equals("database"));
        }
        assertThat(variables("database"))
                .containsKeys("SPRING_DATASOURCE_PASSWORD", "SPRING_FLYWAY_PASSWORD")
                .doesNotContainKey("ASSIDU_SECRETS_KEY");
    }

    @Test
    void each_file_that_compose_mounts_and_the_image_copies_is_there() throws IOException {
        for (Object service : services().values()) {
            for (Object volume : (List<?>) ((Map<?, ?>) service).get("volumes")) {
                String source = volume.toString().split(":")[0];
                assertThat(!source.startsWith(".") || Files.exists(DEPLOY.resolve(source)))
                        .as(source)
                        .isTrue();
            }
        }
        List<String> copied = Files.readAllLines(DEPLOY.resolve("Dockerfile")).stream()
                .filter(line -> line.startsWith("COPY ") && !line.contains("--from="))
                .flatMap(line -> Arrays.stream(line.split(" ")).skip(1))
                .filter(word -> word.startsWith("src/"))
                .toList();
        assertThat(copied).hasSizeGreaterThan(2).allSatisfy(file -> {
            assertThat(Path.of(file)).isRegularFile();
            assertThat(Files.isExecutable(Path.of(file))).as(file).isTrue();
        });
    }

    @Test
    void the_image_is_run_by_someone_who_is_not_root_and_says_how_it_does() throws IOException {
        String last = Files.readString(DEPLOY.resolve("Dockerfile"));
        last = last.substring(last.lastIndexOf("\nFROM "));
        assertThat(last).containsSubsequence("USER assidu", "HEALTHCHECK", "health.sh", "ENTRYPOINT", "aot.sh");
    }

    @Test
    void the_unit_starts_assidu_again_unless_a_person_has_to_mend_a_setting() throws IOException {
        assertThat(Files.readAllLines(DEPLOY.resolve("systemd/assidu.service")))
                .contains(
                        "User=assidu",
                        "EnvironmentFile=/etc/assidu/assidu.env",
                        "Restart=on-failure",
                        "RestartPreventExitStatus=" + SettingsAtStart.UNUSABLE,
                        "NoNewPrivileges=true",
                        "ProtectSystem=strict",
                        "CapabilityBoundingSet=");
    }

    @Test
    void proxies_say_for_whom_they_speak_and_keep_a_browser_on_its_node() throws IOException {
        assertThat(Files.readString(DEPLOY.resolve("proxy/nginx.conf")))
                .contains(
                        "proxy_set_header X-Forwarded-For $remote_addr;",
                        "proxy_set_header X-Forwarded-Proto $scheme;",
                        "proxy_set_header Upgrade $http_upgrade;",
                        "Set-Cookie $assidu_cookie",
                        "ssl_certificate ");
        assertThat(Files.readString(DEPLOY.resolve("proxy/Caddyfile")))
                .contains("lb_policy cookie", "health_uri /actuator/health/readiness");
    }

    private static Setting setting(String variable) {
        return Setting.ALL.stream()
                .filter(one -> one.named(variable))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> services() throws IOException {
        Map<String, Map<String, Object>> compose = new Yaml().load(Files.readString(DEPLOY.resolve("compose.yaml")));
        return compose.get("services");
    }

    private static Map<String, String> variables(String service) throws IOException {
        Map<?, ?> environment = (Map<?, ?>) ((Map<?, ?>) services().get(service)).get("environment");
        var variables = new TreeMap<String, String>();
        environment.forEach((name, value) -> variables.put(name.toString(), value.toString()));
        return variables;
    }

    private static Map<String, String> example() throws IOException {
        return Files.readAllLines(DEPLOY.resolve(".env.example")).stream()
                .filter(line -> line.matches("[A-Z_]+=.*"))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (one, other) -> one, TreeMap::new));
    }
}
