package fr.educentre.assidu.access;

import com.vaadin.flow.spring.security.RequestUtil;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import fr.educentre.assidu.shell.Texts;
import fr.educentre.assidu.shell.web.PageHeaders;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import tools.jackson.databind.json.JsonMapper;

/** Programs speak to their own chain: no session, no redirect, no CSRF token. People sign in through the screens. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private final Texts texts;
    private final JsonMapper json;

    SecurityConfiguration(Texts texts, JsonMapper json) {
        this.texts = texts;
        this.json = json;
    }

    @Bean
    PasswordEncoder passwordEncoder(@Value("${assidu.access.password-strength:10}") int strength) {
        return new BCryptPasswordEncoder(strength);
    }

    @Bean
    AuthenticationProvider accountsSignIn(
            UserDetailsService accounts, PasswordEncoder passwords, GuessingBrake brake, SignInRecord record) {
        var byPassword = new DaoAuthenticationProvider(accounts);
        byPassword.setPasswordEncoder(passwords);
        return new BrakedSignIn(byPassword, brake, record);
    }

    /** Machine to machine: each endpoint checks its own signature or credentials. */
    @Bean
    @Order(1)
    SecurityFilterChain machines(HttpSecurity http, GuessingBrake brake) throws Exception {
        return stateless(http.securityMatcher("/hooks/**", "/xapi/**", "/verify/**"))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .addFilterAfter(new AddressBrake(brake), AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain calls(HttpSecurity http, TokenSignIn tokens, GuessingBrake brake) throws Exception {
        return stateless(http.securityMatcher("/api/**", "/actuator/**", "/v3/api-docs/**", "/v3/api-docs.yaml"))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/actuator/health",
                                "/actuator/health/**",
                                "/v3/api-docs",
                                "/v3/api-docs/**",
                                "/v3/api-docs.yaml")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .hasAnyRole(Role.ADMIN.name(), Role.QUALITY_MANAGER.name())
                        .anyRequest()
                        .authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(this::unauthenticated))
                .addFilterBefore(
                        new BearerTokens(
                                tokens,
                                brake,
                                this::unauthenticated,
                                (request, response, key) -> problem(request, response, 403, key)),
                        BasicAuthenticationFilter.class)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain documentation(HttpSecurity http) throws Exception {
        return stateless(http.securityMatcher("/api-docs", "/swagger-ui/**"))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(10)
    SecurityFilterChain screens(
            HttpSecurity http,
            AccountRepository accounts,
            SeenSessions sessions,
            Clock clock,
            RequestUtil vaadinRequests)
            throws Exception {
        http.authorizeHttpRequests(requests -> requests.requestMatchers(
                        "/favicon.svg", "/favicon.ico", "/assidu.css", "/error")
                .permitAll()
                // What a browser shows without a connection: nothing of anybody.
                .requestMatchers(
                        "/appel-hors-ligne", "/appel-hors-ligne.js", "/appel-hors-ligne-relais.js", "/signature.js")
                .permitAll()
                .requestMatchers("/aide-images/*")
                .authenticated());
        http.with(
                VaadinSecurityConfigurer.vaadin(),
                vaadin -> vaadin.loginView("/login").enableCsrfConfiguration(false));
        // Vaadin's own requests carry a token of its own; the form of the sign-in carries this one.
        http.csrf(csrf -> csrf.ignoringRequestMatchers(vaadinRequests::isFrameworkInternalRequest)
                .withObjectPostProcessor(answeredAsPage()));
        http.formLogin(form -> form.failureHandler(SecurityConfiguration::notSignedIn));
        http.headers(headers -> headers.contentTypeOptions(Customizer.withDefaults())
                // A file that may be kept says so itself.
                .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                .addHeaderWriter(new StaticHeadersWriter(HttpHeaders.CACHE_CONTROL, "no-store"))
                .withObjectPostProcessor(eagerly())
                .httpStrictTransportSecurity(Customizer.withDefaults())
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin)
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicyHeaderWriter.ReferrerPolicy.SAME_ORIGIN))
                .contentSecurityPolicy(policy -> policy.policyDirectives(PageHeaders.MAY_LOAD)));
        return http.addFilterBefore(new RightsHoldNow(accounts, sessions, clock), AuthorizationFilter.class)
                .build();
    }

    /** Vaadin's pages are forwarded to, and their answer is gone before headers that wait for it are written. */
    private static ObjectPostProcessor<HeaderWriterFilter> eagerly() {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends HeaderWriterFilter> O postProcess(O filter) {
                filter.setShouldWriteHeadersEagerly(true);
                return filter;
            }
        };
    }

    /** A form without its token is one of another site, or of a page that stayed open longer than its session. */
    private static ObjectPostProcessor<CsrfFilter> answeredAsPage() {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends CsrfFilter> O postProcess(O filter) {
                filter.setAccessDeniedHandler(
                        (request, response, why) -> response.sendError(HttpStatus.FORBIDDEN.value()));
                return filter;
            }
        };
    }

    private HttpSecurity stateless(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .cors(Customizer.withDefaults())
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(failures -> failures.authenticationEntryPoint(this::unauthenticated)
                        .accessDeniedHandler(
                                (request, response, e) -> problem(request, response, 403, "refusal.role")));
    }

    private static void notSignedIn(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        if (why instanceof TooManyTries soon) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(soon.seconds()));
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        } else {
            response.sendRedirect(request.getContextPath() + "/login?error");
        }
    }

    private void unauthenticated(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (why instanceof TooManyTries soon) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(soon.seconds()));
            problem(request, response, HttpStatus.TOO_MANY_REQUESTS.value(), "refusal.http.429", soon.seconds());
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Assidu\", charset=\"UTF-8\"");
        problem(request, response, 401, "refusal.unauthenticated");
    }

    private void problem(
            HttpServletRequest request, HttpServletResponse response, int status, String key, Object... arguments)
            throws IOException {
        String languages = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        boolean english = languages != null && "en".equals(request.getLocale().getLanguage());
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", HttpStatus.valueOf(status).getReasonPhrase());
        problem.put("status", status);
        problem.put("detail", texts.in(english ? java.util.Locale.ENGLISH : java.util.Locale.FRENCH, key, arguments));
        problem.put("code", key);
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
