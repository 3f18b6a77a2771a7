package fr.educentre.assidu.demo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.educentre.assidu.messaging.DemoMailbox;
import fr.educentre.assidu.messaging.OnDemoMailbox;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A mail server that keeps what it receives, unless the demonstration is given another one. */
@Configuration(proxyBeanMethods = false)
@OnDemoMailbox
class DemoMail {

    private static final Logger LOG = LoggerFactory.getLogger(DemoMail.class);
    private static final int USUAL_PORT = 3025;

    @Bean(initMethod = "start", destroyMethod = "stop")
    GreenMail greenMail() {
        return new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    @Bean
    JavaMailSender mailSender(GreenMail server) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.getSmtp().getPort());
        sender.setDefaultEncoding("UTF-8");
        LOG.info("Serveur de messagerie de la démonstration : 127.0.0.1:{}", sender.getPort());
        return sender;
    }

    @Bean
    DemoMailbox demoMailbox(GreenMail server, Clock clock) {
        return new GreenMailBox(server, clock);
    }

    private static int freePort() {
        for (int port : new int[] {USUAL_PORT, 0}) {
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException e) {
                // the usual port is taken: any free one
            }
        }
        throw new IllegalStateException("No free port on the loopback address");
    }
}
