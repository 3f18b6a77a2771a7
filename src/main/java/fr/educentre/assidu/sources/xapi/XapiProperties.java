package fr.educentre.assidu.sources.xapi;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param clients by name: who may send and read statements */
@ConfigurationProperties("assidu.xapi")
record XapiProperties(@DefaultValue Map<String, Client> clients) {

    record Client(@Nullable String username, @Nullable String password) {}
}
