package fr.educentre.assidu.shell.web;

import java.util.List;
import org.apache.catalina.Context;
import org.apache.catalina.Valve;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the server refuses before any application sees it is told in our words. After all others, whose valve it replaces. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class ServerErrors implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final ErrorAnswers answers;

    ServerErrors(ErrorAnswers answers) {
        this.answers = answers;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(this::replace);
    }

    private void replace(Context context) {
        if (context.getParent() instanceof StandardHost host) {
            var pipeline = host.getPipeline();
            for (Valve valve : List.of(pipeline.getValves())) {
                if (valve instanceof ErrorReportValve) {
                    pipeline.removeValve(valve);
                }
            }
            // The host adds none of its own where it finds one of this name.
            host.setErrorReportValveClass(ServerErrorValve.class.getName());
            pipeline.addValve(new ServerErrorValve(answers));
        }
    }
}
