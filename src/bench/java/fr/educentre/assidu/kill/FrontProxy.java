package fr.educentre.assidu.kill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A reverse proxy in front of two nodes, set as {@code src/deploy/proxy} has it; ports and places alone are this run's. */
enum FrontProxy {
    CADDY {
        @Override
        List<String> prepare(Path folder, int port, List<KilledNode> nodes) throws IOException {
            Path file = folder.resolve("Caddyfile");
            // Nothing of this run is trusted by the machine afterwards.
            Files.writeString(file, """
                    {
                    	skip_install_trust
                    	auto_https disable_redirects
                    	admin off
                    }
                    """ + Files.readString(EXAMPLES.resolve("Caddyfile")));
            return List.of("caddy", "run", "--adapter", "caddyfile", "--config", file.toString());
        }

        @Override
        Map<String, String> variables(Path folder, int port, List<KilledNode> nodes) {
            return Map.of(
                    "ASSIDU_HOST", "localhost:" + port,
                    "ASSIDU_NODES", nodes.stream().map(FrontProxy::place).collect(Collectors.joining(" ")),
                    "XDG_DATA_HOME", folder.toString(),
                    "XDG_CONFIG_HOME", folder.toString());
        }
    },

    NGINX {
        @Override
        List<String> prepare(Path folder, int port, List<KilledNode> nodes) throws IOException, InterruptedException {
            run(List.of(
                    "openssl",
                    "req",
                    "-x509",
                    "-newkey",
                    "rsa:2048",
                    "-nodes",
                    "-subj",
                    "/CN=localhost",
                    "-days",
                    "2",
                    "-keyout",
                    folder.resolve("privkey.pem").toString(),
                    "-out",
                    folder.resolve("fullchain.pem").toString()));
            Path site = folder.resolve("assidu.conf");
            Files.writeString(
                    site,
                    Files.readString(EXAMPLES.resolve("nginx.conf"))
                            .replace("127.0.0.1:8080", place(nodes.getFirst()))
                            .replace("127.0.0.1:8081", place(nodes.getLast()))
                            .replace("/etc/ssl/assidu", folder.toString())
                            .replaceAll("listen (?:\\[::]:)?80;\n", "")
                            .replaceAll("listen \\[::]:443.*\n", "")
                            .replace("listen 443", "listen " + port)
                            .replace(
                                    "server_name assidu.centre.example;\n    return",
                                    "listen " + KillInstallation.freePort()
                                            + ";\n    server_name assidu.centre.example;\n    return"));
            Path whole = folder.resolve("nginx.conf");
            Files.writeString(whole, """
                    daemon off;
                    pid %1$s/nginx.pid;
                    error_log %1$s/nginx-errors.log;
                    events {}
                    http {
                        access_log %1$s/nginx.log;
                        client_body_temp_path %1$s/body;
                        proxy_temp_path %1$s/proxied;
                        fastcgi_temp_path %1$s/fastcgi;
                        uwsgi_temp_path %1$s/uwsgi;
                        scgi_temp_path %1$s/scgi;
                        include %1$s/assidu.conf;
                    }
                    """.formatted(folder));
            return List.of("nginx", "-c", whole.toString());
        }

        @Override
        Map<String, String> variables(Path folder, int port, List<KilledNode> nodes) {
            return Map.of();
        }
    };

    private static final Path EXAMPLES = Path.of("src/deploy/proxy");

    /** @return the command that starts it */
    abstract List<String> prepare(Path folder, int port, List<KilledNode> nodes)
            throws IOException, InterruptedException;

    abstract Map<String, String> variables(Path folder, int port, List<KilledNode> nodes);

    Process start(Path folder, int port, List<KilledNode> nodes) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(prepare(folder, port, nodes))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("proxy.log").toFile());
        builder.environment().putAll(variables(folder, port, nodes));
        return builder.start();
    }

    private static String place(KilledNode node) {
        return node.uri("").getAuthority();
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command.getFirst() + " failed");
        }
    }
}
