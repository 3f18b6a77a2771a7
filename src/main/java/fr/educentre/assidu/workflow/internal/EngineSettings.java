package fr.educentre.assidu.workflow.internal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.defaults.DefaultSqlSessionFactory;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;

/** As the engine has them, but for its statements: those are made out on demand. */
class EngineSettings extends SpringProcessEngineConfiguration {

    @Override
    protected void initSqlSessionFactory() {
        var properties = new Properties();
        properties.put("prefix", databaseTablePrefix);
        initSqlSessionFactoryProperties(properties, databaseTablePrefix, databaseType);
        try (var files = new InputStreamReader(getMyBatisXmlConfigurationSteam(), StandardCharsets.UTF_8)) {
            var statements = StatementsOnDemand.read(
                    files, properties, new Environment("default", transactionFactory, dataSource));
            statements.setDefaultStatementTimeout(jdbcStatementTimeout);
            if (isJdbcBatchProcessing()) {
                statements.setDefaultExecutorType(ExecutorType.BATCH);
            }
            sqlSessionFactory = new DefaultSqlSessionFactory(statements);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
