package fr.educentre.assidu.imports.calendars;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;

/** Looks names up for the connection itself, so that no answer given later, nor a redirect, leads inside our network. */
final class PublicAddressResolver implements DnsResolver {

    private static final List<Predicate<InetAddress>> NOT_PUBLIC = List.of(
            InetAddress::isAnyLocalAddress,
            InetAddress::isLoopbackAddress,
            InetAddress::isLinkLocalAddress,
            InetAddress::isSiteLocalAddress,
            InetAddress::isMulticastAddress);

    private final boolean privateAllowed;

    PublicAddressResolver(boolean privateAllowed) {
        this.privateAllowed = privateAllowed;
    }

    /** The name leads to an address that is not public. */
    static final class PrivateAddress extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        PrivateAddress(String host) {
            super(host);
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = InetAddress.getAllByName(host);
        for (InetAddress address : found) {
            if (!privateAllowed && !isPublic(address)) {
                throw new PrivateAddress(host);
            }
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    static boolean isPublic(InetAddress address) {
        return NOT_PUBLIC.stream().noneMatch(kind -> kind.test(address))
                && ReservedRange.ALL.stream().noneMatch(range -> range.contains(address));
    }
}
