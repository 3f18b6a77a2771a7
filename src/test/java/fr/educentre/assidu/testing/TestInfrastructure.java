package fr.educentre.assidu.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.educentre.assidu.sources.simulator.SimulatorBeans;
import fr.educentre.assidu.sources.ui.SimulatorScreen;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.util.TestSocketUtils;

/** Clock, mail server and counter of statements of the tests. */
@TestConfiguration(proxyBeanMethods = false)
@Import({SimulatorBeans.class, SimulatorScreen.class})
class TestInfrastructure {

    @Bean
    MutableClock clock() {
        return new MutableClock();
    }

    @Bean(initMethod = "start", destroyMethod = "stop")
    GreenMail greenMail() {
        // One port for the whole run, so that a server stopped and started again is the same one.
        return new GreenMail(
                new ServerSetup(TestSocketUtils.findAvailableTcpPort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    @Bean
    JavaMailSender mailSender(GreenMail server) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.getSmtp().getPort());
        sender.setDefaultEncoding("UTF-8");
        return sender;
    }

    @Bean
    Calls restCalls(
            fr.educentre.assidu.access.Accounts accounts,
            org.springframework.core.env.Environment environment,
            org.springframework.security.core.userdetails.UserDetailsService users) {
        return new Calls(accounts, environment, users);
    }

    @Bean
    BackgroundWork backgroundWork(
            JdbcClient sql,
            MutableClock clock,
            org.camunda.bpm.engine.RuntimeService processes,
            org.camunda.bpm.engine.ManagementService management,
            @Qualifier("jobThreads") SmartLifecycle executor) {
        return new BackgroundWork(sql, clock, processes, new DueJobs(sql, clock, management), executor);
    }

    @Bean
    static SqlCounter sqlCounter() {
        return new SqlCounter();
    }
}
