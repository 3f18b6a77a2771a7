package fr.educentre.assidu.workflow.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.ibatis.builder.xml.XMLConfigBuilder;
import org.apache.ibatis.datasource.unpooled.UnpooledDataSource;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.transaction.managed.ManagedTransactionFactory;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** The engine's statements are the same, whenever they are made out. */
class StatementsOnDemandTests {

    private final Environment environment =
            new Environment("default", new ManagedTransactionFactory(), new UnpooledDataSource());

    @Test
    void all_are_as_when_they_are_made_out_at_once() throws IOException {
        var atOnce = new XMLConfigBuilder(files(), "", properties());
        atOnce.getConfiguration().setEnvironment(environment);
        Configuration expected = atOnce.parse();
        Configuration lazy = onDemand();

        assertThat(lazy.getMappedStatementNames()).hasSizeGreaterThan(1_500);
        assertThat(lazy.getMappedStatementNames())
                .containsExactlyInAnyOrderElementsOf(expected.getMappedStatementNames());
        for (String name :
                List.of("selectProperty", "selectTaskByQueryCriteria", "insertMessage", "selectNextJobsToExecute")) {
            assertThat(described(lazy.getMappedStatement(name)))
                    .isEqualTo(described(expected.getMappedStatement(name)));
        }
    }

    @Test
    void one_is_found_by_its_short_and_by_its_whole_name() throws IOException {
        Configuration statements = onDemand();
        var found = statements.getMappedStatement("selectProperty");
        assertThat(statements.getMappedStatement(found.getId())).isSameAs(found);
        assertThat(statements.hasStatement("selectExecution")).isTrue();
    }

    @Test
    void one_that_no_file_has_is_refused() throws IOException {
        Configuration statements = onDemand();
        assertThat(statements.hasStatement("selectNothing")).isFalse();
        assertThatThrownBy(() -> statements.getMappedStatement("selectNothing"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("selectNothing");
    }

    @Test
    void several_may_ask_at_once() throws Exception {
        Configuration statements = onDemand();
        List<Callable<MappedStatement>> questions = new ArrayList<>();
        for (int n = 0; n < 8; n++) {
            questions.add(() -> statements.getMappedStatement("selectTaskByQueryCriteria"));
        }
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<MappedStatement> answer : threads.invokeAll(questions)) {
                assertThat(answer.get()).isSameAs(statements.getMappedStatement("selectTaskByQueryCriteria"));
            }
        }
    }

    private static String described(MappedStatement statement) {
        return statement.getId()
                + ' '
                + statement.getSqlCommandType()
                + ' '
                + statement.getResultMaps().stream().map(map -> map.getId()).toList()
                + ' '
                + statement.getSqlSource().getClass()
                + ' '
                + statement.getParameterMap().getType();
    }

    private Configuration onDemand() throws IOException {
        return StatementsOnDemand.read(files(), properties(), environment);
    }

    private static Properties properties() {
        var properties = new Properties();
        properties.put("prefix", "");
        ProcessEngineConfigurationImpl.initSqlSessionFactoryProperties(properties, "", "postgres");
        return properties;
    }

    private static Reader files() throws IOException {
        return new InputStreamReader(
                new ClassPathResource(ProcessEngineConfigurationImpl.DEFAULT_MYBATIS_MAPPING_FILE).getInputStream(),
                StandardCharsets.UTF_8);
    }
}
