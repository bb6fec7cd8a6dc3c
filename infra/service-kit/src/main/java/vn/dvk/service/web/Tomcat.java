package vn.dvk.service.web;

import java.time.Duration;
import java.util.List;
import org.apache.catalina.Context;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import vn.dvk.service.ServiceProperties;

/** What only the server itself can do: end requests that never end, answer what is no request, know its proxies. */
class Tomcat implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

    /** So that who is slow with a body is told so before being cut off. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final ServiceProperties service;
    private final ProblemWriter problems;

    Tomcat(ServiceProperties service, ProblemWriter problems) {
        this.service = service;
        this.problems = problems;
    }

    /** Behind Boot's own, which brings a valve that answers in HTML. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol(WholeRequestProtocol.class.getName());
        factory.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof WholeRequestProtocol http) {
                http.setDeadline(service.bodyDeadline().plus(GRACE));
            }
        });
        factory.addContextCustomizers(this::answerProblems);
        if (!service.trustedProxies().isEmpty()) {
            factory.addEngineValves(proxies(service.trustedProxies()));
        }
    }

    private void answerProblems(Context context) {
        if (context.getParent() instanceof StandardHost host) {
            for (var valve : host.getPipeline().getValves()) {
                if (valve instanceof ErrorReportValve) {
                    host.getPipeline().removeValve(valve);
                }
            }
            host.setErrorReportValveClass(ProblemValve.class.getName());
            host.getPipeline().addValve(new ProblemValve(problems));
        }
    }

    private static RemoteIpValve proxies(List<String> trusted) {
        var valve = new RemoteIpValve();
        valve.setInternalProxies(String.join(",", trusted));
        valve.setRemoteIpHeader("X-Forwarded-For");
        valve.setProtocolHeader("X-Forwarded-Proto");
        valve.setHostHeader("X-Forwarded-Host");
        valve.setPortHeader("X-Forwarded-Port");
        return valve;
    }
}
