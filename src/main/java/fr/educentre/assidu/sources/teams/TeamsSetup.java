package fr.educentre.assidu.sources.teams;

import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.sources.core.AccessToken;
import fr.educentre.assidu.sources.core.RemoteFailure;
import fr.educentre.assidu.sources.core.RemoteResult;
import fr.educentre.assidu.sources.core.SourceSetup;
import fr.educentre.assidu.sources.teams.TeamsSettings.Credentials;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The connection to Teams, field by field, and tried step by step. */
@Component
class TeamsSetup implements SourceSetup {

    private static final String REPORTS = "OnlineMeetingArtifact.Read.All";
    private static final String MEETINGS = "OnlineMeetings.Read.All";

    private final TeamsSettings settings;
    private final GraphTokenClient tokens;
    private final OrganizerCheck organizers;
    private final Texts texts;

    TeamsSetup(TeamsSettings settings, GraphTokenClient tokens, OrganizerCheck organizers, Texts texts) {
        this.settings = settings;
        this.tokens = tokens;
        this.organizers = organizers;
        this.texts = texts;
    }

    @Override
    public String connector() {
        return TeamsSettings.CONNECTOR;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public List<Field> fields() {
        return List.of(
                Field.plain(TeamsSettings.TENANT, true),
                Field.plain(TeamsSettings.CLIENT, true),
                Field.secret(TeamsSettings.SECRET, true),
                Field.secret(TeamsSettings.STATE, true),
                Field.plain(TeamsSettings.ORGANIZER, false),
                Field.plain(TeamsSettings.CERTIFICATE, false),
                Field.secret(NotificationDecryptor.PRIVATE_KEY, false));
    }

    @Override
    public List<Check> test() {
        List<Check> checks = new ArrayList<>();
        for (String name : List.of(TeamsSettings.TENANT, TeamsSettings.CLIENT, TeamsSettings.SECRET)) {
            if (settings.find(name).isEmpty()) {
                checks.add(new Check(Outcome.MISSING, text("check.missing." + name)));
            }
        }
        settings.credentials().ifPresent(credentials -> connection(credentials, checks));
        notifications(checks);
        return List.copyOf(checks);
    }

    private void connection(Credentials credentials, List<Check> checks) {
        switch (tokens.renewed(credentials)) {
            case RemoteResult.Failure<AccessToken>(RemoteFailure why) -> checks.add(failed(why));
            case RemoteResult.Success<AccessToken> token -> {
                checks.add(new Check(Outcome.OK, text("check.token")));
                Optional<Set<String>> roles = TokenPermissions.of(token.value().value());
                if (roles.isPresent()) {
                    permissions(roles.get(), checks);
                }
                organizers
                        .problem()
                        .ifPresentOrElse(
                                answer -> checks.add(failed(answer)),
                                () -> checks.add(
                                        organizers.tried()
                                                ? new Check(Outcome.OK, text("check.organizer"))
                                                : new Check(Outcome.MISSING, text("check.missing.organizer"))));
            }
        }
    }

    private void permissions(Set<String> roles, List<Check> checks) {
        Stream.of(MEETINGS, REPORTS).forEach(permission -> {
            boolean given = roles.contains(permission) || roles.contains(permission.replace(".Read.", ".ReadWrite."));
            checks.add(
                    given
                            ? new Check(Outcome.OK, text("check.permission", permission))
                            : new Check(Outcome.FAILED, text("graph.permission", permission, "roles")));
        });
    }

    private void notifications(List<Check> checks) {
        if (settings.find(TeamsSettings.STATE).isEmpty()) {
            checks.add(new Check(Outcome.MISSING, text("check.missing.client-state")));
        }
        checks.add(settings.notificationUrl()
                .map(url -> new Check(Outcome.OK, text("check.hook", url)))
                .orElseGet(() -> new Check(Outcome.MISSING, text("check.missing.https", settings.hookAddress()))));
        if (settings.find(TeamsSettings.CERTIFICATE).isPresent()
                != settings.find(NotificationDecryptor.PRIVATE_KEY).isPresent()) {
            checks.add(new Check(Outcome.MISSING, text("check.missing.private-key")));
        }
    }

    private Check failed(RemoteFailure failure) {
        return new Check(Outcome.FAILED, GraphProtocol.MESSAGES.of(failure).read(texts));
    }

    private String text(String key, Object... arguments) {
        return texts.get("connectors.teams." + key, arguments);
    }
}
