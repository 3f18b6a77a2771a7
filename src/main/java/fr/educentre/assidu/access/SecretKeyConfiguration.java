package fr.educentre.assidu.access;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The key that documents and the secrets of connectors are encrypted with. */
@Configuration(proxyBeanMethods = false)
class SecretKeyConfiguration {

    @Bean
    SecretCipher secretBox(@Value("${assidu.secrets.key:}") String key) {
        return new SecretCipher(key);
    }
}
