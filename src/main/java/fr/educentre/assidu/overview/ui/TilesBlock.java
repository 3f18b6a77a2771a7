package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.HomeTiles;
import fr.educentre.assidu.shell.HomeTiles.HomeTile;
import fr.educentre.assidu.shell.Texts;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What waits in each module for this role, each number leading to what it counts. */
@org.springframework.stereotype.Component
class TilesBlock implements HomeBlock {

    private final List<HomeTiles> sources;
    private final Texts texts;

    TilesBlock(List<HomeTiles> sources, Texts texts) {
        this.sources = sources;
        this.texts = texts;
    }

    @Override
    public Set<Role> roles() {
        return EnumSet.complementOf(EnumSet.of(Role.LEARNER));
    }

    @Override
    public int place() {
        return 30;
    }

    @Override
    public boolean wide() {
        return true;
    }

    @Override
    public Look look(Actor actor) {
        List<HomeTile> tiles = sources.stream()
                .flatMap(source -> source.of(actor.role().name()).stream())
                .sorted(Comparator.comparingInt(HomeTile::order))
                .toList();
        return new Look(tiles, () -> drawn(tiles));
    }

    private Component drawn(List<HomeTile> tiles) {
        var box = new Div();
        box.addClassName("assidu-tiles");
        tiles.forEach(tile -> box.add(HomeCards.tile(
                texts.get(tile.labelKey()), tile.count(), texts.get(tile.labelKey() + ".note"), tile.path())));
        return box;
    }
}
