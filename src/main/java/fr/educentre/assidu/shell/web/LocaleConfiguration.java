package fr.educentre.assidu.shell.web;

import fr.educentre.assidu.shell.ChosenLanguage;
import fr.educentre.assidu.shell.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** French, unless the caller asks for English; a person who reads a page has the language that they chose on the screens. */
@Configuration(proxyBeanMethods = false)
class LocaleConfiguration {

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new ReaderLocaleResolver();
        resolver.setDefaultLocale(Texts.FRENCH);
        resolver.setSupportedLocales(List.of(Texts.FRENCH, Locale.ENGLISH));
        return resolver;
    }

    private static final class ReaderLocaleResolver extends AcceptHeaderLocaleResolver {

        @Override
        public Locale resolveLocale(HttpServletRequest request) {
            String accept =
                    Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT)).orElse("");
            return accept.contains("html")
                    ? ChosenLanguage.of(request.getCookies()).orElseGet(() -> super.resolveLocale(request))
                    : super.resolveLocale(request);
        }
    }
}
