package fr.educentre.assidu.sources.ui;

import fr.educentre.assidu.shell.HomeTiles;
import fr.educentre.assidu.sources.core.SourceConnections;
import java.util.List;
import org.springframework.stereotype.Component;

/** Connectors whose last attempts failed. */
@Component
class SourcesTiles implements HomeTiles {

    private final SourceConnections connections;

    SourcesTiles(SourceConnections connections) {
        this.connections = connections;
    }

    @Override
    public List<HomeTile> of(String role) {
        if (!role.equals("ADMIN")) {
            return List.of();
        }
        long failing = connections.all().stream()
                .filter(one -> one.health() == SourceConnections.Health.FAILING)
                .count();
        return List.of(new HomeTile(10, "connectors.tile.failing", failing, SourcesView.PATH));
    }
}
