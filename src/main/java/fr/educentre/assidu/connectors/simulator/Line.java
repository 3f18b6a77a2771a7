package fr.educentre.assidu.connectors.simulator;

import java.util.List;

/** What happened, told as it does. @param key of the text; @param arguments of the text */
public record Line(String key, List<Object> arguments) {

    static Line of(String key, Object... arguments) {
        return new Line("connectors.simulator.told." + key, List.of(arguments));
    }
}
