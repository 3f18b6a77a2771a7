package fr.educentre.assidu.sources.simulator;

import java.util.List;

/** What happened, told as it does. @param key of the text; @param arguments of the text */
public record PlaybackEvent(String key, List<Object> arguments) {

    static PlaybackEvent of(String key, Object... arguments) {
        return new PlaybackEvent("connectors.simulator.told." + key, List.of(arguments));
    }
}
