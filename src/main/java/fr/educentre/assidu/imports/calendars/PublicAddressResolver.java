package fr.educentre.assidu.imports.calendars;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
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

    /** Where the machines of a cloud tell whoever asks their own secrets. */
    private static final Set<String> SECRETS_OF_CLOUDS = Set.of("100.100.100.200", "fd00:ec2:0:0:0:0:0:254");

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
            if (tellsSecrets(address) || !privateAllowed && !isPublic(address)) {
                throw new PrivateAddress(host);
            }
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** Also where servers of the own network are allowed. */
    static boolean tellsSecrets(InetAddress address) {
        return address.isLinkLocalAddress() || SECRETS_OF_CLOUDS.contains(address.getHostAddress());
    }

    static boolean isPublic(InetAddress address) {
        return NOT_PUBLIC.stream().noneMatch(kind -> kind.test(address))
                && ReservedRange.ALL.stream().noneMatch(range -> range.contains(address));
    }
}
