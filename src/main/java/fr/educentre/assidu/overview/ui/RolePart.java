package fr.educentre.assidu.overview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import fr.educentre.assidu.access.Actor;
import fr.educentre.assidu.access.CurrentActor;
import java.util.Comparator;
import java.util.List;

/** The part of the home screen that belongs to the role acted in. */
@org.springframework.stereotype.Component
class RolePart {

    private final List<HomeBlock> blocks;
    private final CurrentActor current;

    RolePart(List<HomeBlock> blocks, CurrentActor current) {
        this.blocks = blocks.stream()
                .sorted(Comparator.comparingInt(HomeBlock::place))
                .toList();
        this.current = current;
    }

    /** What it shows now. @param facts by which it is seen whether anything changed */
    record Now(List<Object> facts, List<Placed> parts) {

        /** A block and what it shows. */
        record Placed(boolean wide, HomeBlock.Look look) {}

        Component drawn() {
            var part = new Div();
            part.addClassName("assidu-home");
            var columns = new Div();
            columns.addClassName("assidu-columns");
            for (Placed one : parts) {
                (one.wide() ? part : columns).add(one.look().drawn().get());
            }
            part.add(columns);
            return part;
        }
    }

    Now read() {
        Actor actor = current.get();
        List<Now.Placed> parts = blocks.stream()
                .filter(block -> block.roles().contains(actor.role()))
                .map(block -> new Now.Placed(block.wide(), block.look(actor)))
                .toList();
        return new Now(parts.stream().map(one -> one.look().facts()).toList(), parts);
    }
}
