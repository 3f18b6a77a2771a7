package fr.educentre.assidu.access;

import fr.educentre.assidu.shell.DatabaseAway;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Signs in by name and password, at the pace of a person. */
class BrakedSignIn implements AuthenticationProvider {

    private static final String NOWHERE = "-";

    private final AuthenticationProvider accounts;
    private final GuessingBrake brake;
    private final SignInRecord record;

    BrakedSignIn(AuthenticationProvider accounts, GuessingBrake brake, SignInRecord record) {
        this.accounts = accounts;
        this.brake = brake;
        this.record = record;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication given) {
        String account = given.getName();
        String from =
                given.getDetails() instanceof WebAuthenticationDetails details && details.getRemoteAddress() != null
                        ? details.getRemoteAddress()
                        : NOWHERE;
        boolean remember = check(account, from);
        try {
            Authentication signedIn = accounts.authenticate(given);
            if (remember) {
                brake.succeeded(account, from);
            }
            record.succeeded();
            return signedIn;
        } catch (InternalAuthenticationServiceException e) {
            // Nothing was found out about who asks: that is no refusal.
            if (e.getCause() instanceof RuntimeException cause && DatabaseAway.causes(cause)) {
                throw cause;
            }
            throw e;
        } catch (BadCredentialsException e) {
            brake.failed(account, from);
            record.failed(account, from);
            throw e;
        }
    }

    private boolean check(String account, String from) {
        try {
            return brake.check(account, from);
        } catch (TooManyTries e) {
            record.braked();
            throw e;
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return accounts.supports(authentication);
    }
}
