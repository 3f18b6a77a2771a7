package fr.educentre.assidu.sources.core;

import java.net.http.HttpRequest;

/** How one vendor grants access tokens. @param <C> the credentials, equal where they are the same */
public interface TokenGrant<C> {

    /** @throws IllegalArgumentException when the address is none */
    HttpRequest request(C credentials);

    /** The address to ask is none. */
    RemoteFailure badAddress(C credentials);

    /** The vendor grants no token. */
    RemoteFailure refusal(C credentials, int status, String body);

    /** The answer holds no token. @param what is missing in it */
    RemoteFailure noToken(String what);
}
