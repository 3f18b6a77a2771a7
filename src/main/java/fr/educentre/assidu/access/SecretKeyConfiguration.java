package fr.educentre.assidu.access;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The key that documents and the secrets of connectors are encrypted with, and those that it took over from. */
@Configuration(proxyBeanMethods = false)
class SecretKeyConfiguration {

    @Bean
    SecretCipher secretBox(
            @Value("${assidu.secrets.key:}") String key, @Value("${assidu.secrets.former-keys:}") List<String> former) {
        return new SecretCipher(key, former);
    }
}
