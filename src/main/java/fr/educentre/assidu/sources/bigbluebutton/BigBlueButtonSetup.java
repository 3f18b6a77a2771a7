package fr.educentre.assidu.sources.bigbluebutton;

import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.sources.bigbluebutton.BigBlueButtonSettings.Server;
import fr.educentre.assidu.sources.core.RemoteFailure;
import fr.educentre.assidu.sources.core.RemoteResult;
import fr.educentre.assidu.sources.core.SourceSettings;
import fr.educentre.assidu.sources.core.SourceSetup;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The connection to BigBlueButton: an address and a secret, and what to mend when it does not work. */
@Component
class BigBlueButtonSetup implements SourceSetup {

    private static final String CHECK = "connectors.bigbluebutton.check.";

    private final BigBlueButtonSettings settings;
    private final SourceSettings stored;
    private final BigBlueButtonClient api;
    private final Texts texts;
    private final WebhookRemovalJob removal;

    BigBlueButtonSetup(
            BigBlueButtonSettings settings,
            SourceSettings stored,
            BigBlueButtonClient api,
            Texts texts,
            WebhookRemovalJob removal) {
        this.settings = settings;
        this.stored = stored;
        this.api = api;
        this.texts = texts;
        this.removal = removal;
    }

    @Override
    public String connector() {
        return BigBlueButtonSettings.CONNECTOR;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public List<Field> fields() {
        return List.of(Field.plain(BigBlueButtonSettings.URL, true), Field.secret(BigBlueButtonSettings.SECRET, true));
    }

    @Override
    public void changing() {
        settings.server().ifPresent(removal::mayLeave);
    }

    @Override
    public List<Check> test() {
        List<Check> checks = new ArrayList<>();
        Optional<String> url = stored.find(connector(), BigBlueButtonSettings.URL);
        if (url.isEmpty()) {
            checks.add(check(Outcome.MISSING, "noUrl"));
        } else if (BigBlueButtonSettings.root(url.get()).isEmpty()) {
            checks.add(check(Outcome.FAILED, "badUrl", url.get()));
        }
        if (settings.secret().isEmpty()) {
            checks.add(check(Outcome.MISSING, "noSecret"));
        }
        settings.server().ifPresent(server -> tried(server, checks));
        checks.add(calledBack());
        return checks;
    }

    private void tried(Server server, List<Check> checks) {
        switch (api.version(server)) {
            case RemoteResult.Failure<BigBlueButtonXml>(RemoteFailure why) ->
                checks.add(
                        BigBlueButtonProtocol.isAnswered(why)
                                ? check(Outcome.FAILED, "notBigBlueButton", server.url())
                                : check(Outcome.FAILED, "away", server.url(), BigBlueButtonProtocol.shown(why)));
            case RemoteResult.Success<BigBlueButtonXml> ok -> {
                checks.add(check(Outcome.OK, "reached", server.url(), ok.value().text("version")));
                if (secret(server, checks)) {
                    checks.add(hooks(server));
                }
            }
        }
    }

    private boolean secret(Server server, List<Check> checks) {
        switch (api.call(server, "getMeetings", Map.of())) {
            case RemoteResult.Success<BigBlueButtonXml> ok -> {
                checks.add(check(Outcome.OK, "secret"));
                return true;
            }
            case RemoteResult.Failure<BigBlueButtonXml>(RemoteFailure why) -> {
                if (BigBlueButtonProtocol.isChecksumError(why)) {
                    boolean sha1 = api.callWithSha1(server, "getMeetings") instanceof RemoteResult.Success;
                    checks.add(check(Outcome.FAILED, sha1 ? "algorithm" : "wrongSecret"));
                } else {
                    checks.add(check(Outcome.FAILED, "answer", BigBlueButtonProtocol.shown(why)));
                }
                return false;
            }
        }
    }

    private Check hooks(Server server) {
        return switch (api.call(server, "hooks/list", Map.of())) {
            case RemoteResult.Success<BigBlueButtonXml> ok -> {
                boolean ours = ok.value().children("hooks", "hook").stream()
                        .anyMatch(hook -> hook.text("callbackURL").equals(settings.hookUrl()));
                yield ours ? check(Outcome.OK, "hooks") : check(Outcome.OK, "hooksSoon");
            }
            case RemoteResult.Failure<BigBlueButtonXml>(RemoteFailure why) ->
                BigBlueButtonProtocol.isWithoutHooks(why)
                        ? check(Outcome.MISSING, "noHooks")
                        : check(Outcome.FAILED, "answer", BigBlueButtonProtocol.shown(why));
        };
    }

    /** The server must reach us: an address of this machine is good for a trial alone. */
    private Check calledBack() {
        String host =
                Optional.ofNullable(URI.create(settings.baseUrl()).getHost()).orElse("");
        boolean here = host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
        return here
                ? check(Outcome.MISSING, "local", settings.hookUrl())
                : check(Outcome.OK, "callback", settings.hookUrl());
    }

    private Check check(Outcome outcome, String key, Object... arguments) {
        return new Check(outcome, texts.get(CHECK + key, arguments));
    }
}
