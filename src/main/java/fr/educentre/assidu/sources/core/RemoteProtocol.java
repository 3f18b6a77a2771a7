package fr.educentre.assidu.sources.core;

/** What the answers of one server mean: the one place where its own codes are read. */
public interface RemoteProtocol<T> {

    /** The server answered with success (2xx). */
    RemoteResult<T> success(byte[] body);

    /** The server answered with a refusal (other 3xx, 4xx). @param body its first 2,000 characters */
    RemoteResult<T> refusal(int status, String body);
}
