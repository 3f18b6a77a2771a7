package fr.educentre.assidu.imports.calendars;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/** Looks names up for the connection itself, so that no answer given later, nor a redirect, leads inside our network. */
final class PublicAddressResolver implements DnsResolver {

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
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (address instanceof Inet6Address) {
            boolean uniqueLocal = (first & 0xfe) == 0xfc;
            // 64:ff9b::/96 and 2002::/16 carry an IPv4 address, which may be anything.
            boolean translated = first == 0x00 && second == 0x64 || first == 0x20 && second == 0x02;
            boolean unspecified = first == 0x00 && second == 0x00;
            return !uniqueLocal && !translated && !unspecified;
        }
        boolean shared = first == 100 && second >= 64 && second < 128;
        boolean benchmark = first == 198 && (second == 18 || second == 19);
        boolean protocol = first == 192 && second == 0 && bytes[2] == 0;
        return first != 0 && first < 240 && !shared && !benchmark && !protocol;
    }
}
