package fr.educentre.assidu.workflow.internal;

import fr.educentre.assidu.workflow.JobRetries;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.transaction.PlatformTransactionManager;

/** The process engine, on the application's data source and in its transactions. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    SpringProcessEngineConfiguration processEngineConfiguration(
            DataSource dataSource, PlatformTransactionManager transactions, JobThreads threads, DueDates dueDates)
            throws IOException {
        var engine = new EngineSettings();
        engine.setProcessEngineName("assidu");
        engine.setDataSource(dataSource);
        engine.setTransactionManager(transactions);
        engine.setDatabaseType("postgres");
        engine.setDatabaseSchemaUpdate("false");
        engine.setIdGenerator(
                () -> UuidVersion7Strategy.INSTANCE.generateUuid(null).toString());
        engine.setCmmnEnabled(false);
        engine.setDmnEnabled(false);
        engine.setDmnFeelEnableLegacyBehavior(true);
        engine.setMetricsEnabled(false);
        engine.setHistory("activity");
        engine.setHistoryTimeToLive("P180D");
        engine.setHistoryCleanupBatchWindowStartTime("01:00");
        engine.setHistoryCleanupBatchWindowEndTime("05:00");
        engine.setEnableCmdExceptionLogging(false);
        engine.setEnableReducedJobExceptionLogging(true);
        engine.setFailedJobRetryTimeCycle(JobRetries.USUAL.cycle());
        engine.setCustomPreCommandInterceptorsTxRequired(List.of(new JobsAsSystem()));
        engine.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(dueDates)));
        engine.setJobExecutor(threads.executor());
        engine.setJobExecutorActivate(false);
        engine.setJobExecutorDeploymentAware(false);
        engine.setDeploymentName("assidu");
        engine.setDeployChangedOnly(true);
        engine.setDeploymentResources(processes());
        return engine;
    }

    private static Resource[] processes() throws IOException {
        Resource[] found = new PathMatchingResourcePatternResolver().getResources("classpath*:processes/**/*.bpmn");
        Resource[] named = new Resource[found.length];
        for (int i = 0; i < found.length; i++) {
            named[i] = ProcessResource.of(found[i]);
        }
        return named;
    }

    @Bean
    ProcessEngineFactoryBean processEngine(SpringProcessEngineConfiguration configuration) {
        var factory = new ProcessEngineFactoryBean();
        factory.setProcessEngineConfiguration(configuration);
        return factory;
    }

    @Bean
    RuntimeService runtimeService(ProcessEngine engine) {
        return engine.getRuntimeService();
    }

    @Bean
    TaskService taskService(ProcessEngine engine) {
        return engine.getTaskService();
    }

    @Bean
    RepositoryService repositoryService(ProcessEngine engine) {
        return engine.getRepositoryService();
    }

    @Bean
    ManagementService managementService(ProcessEngine engine) {
        return engine.getManagementService();
    }

    @Bean
    HistoryService historyService(ProcessEngine engine) {
        return engine.getHistoryService();
    }
}
