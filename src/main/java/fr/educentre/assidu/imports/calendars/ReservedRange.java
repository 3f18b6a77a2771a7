package fr.educentre.assidu.imports.calendars;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Addresses that lead to no public server.
 *
 * @param network the first of them, as many bytes as their kind of address has
 * @param bits how many bits all of them share
 */
record ReservedRange(List<Integer> network, int bits) {

    /** The special-purpose registries of the IANA (RFC 6890 and those after it), and what is not assigned to anybody. */
    static final List<ReservedRange> ALL = List.of(
            v4(8, 0),
            v4(8, 10),
            // shared by the customers of a carrier
            v4(10, 100, 64),
            v4(8, 127),
            v4(16, 169, 254),
            v4(12, 172, 16),
            // protocol assignments
            v4(24, 192, 0, 0),
            // documentation
            v4(24, 192, 0, 2),
            v4(24, 198, 51, 100),
            v4(24, 203, 0, 113),
            // AS112, AMT, relays of 6to4
            v4(24, 192, 31, 196),
            v4(24, 192, 52, 193),
            v4(24, 192, 88, 99),
            v4(24, 192, 175, 48),
            v4(16, 192, 168),
            // benchmarks
            v4(15, 198, 18),
            // multicast, reserved, and broadcast
            v4(3, 224),
            // All that is no global unicast (2000::/3): mapped and translated IPv4, 64:ff9b::/96, discard, segment
            // routing,
            // unique local, link and site local, multicast.
            v6(3, 0x00),
            v6(2, 0x40),
            v6(1, 0x80),
            // Within it: protocol assignments with Teredo, benchmarks and ORCHID
            v6(23, 0x20, 0x01, 0x00),
            // documentation
            v6(32, 0x20, 0x01, 0x0d, 0xb8),
            v6(20, 0x3f, 0xff, 0x00),
            // 6to4 carries an IPv4 address, which may be anything
            v6(16, 0x20, 0x02),
            // AS112
            v6(48, 0x26, 0x20, 0x00, 0x4f, 0x80, 0x00),
            // the former 6bone
            v6(16, 0x3f, 0xfe));

    private static ReservedRange v4(int bits, Integer... beginning) {
        return of(bits, 4, beginning);
    }

    private static ReservedRange v6(int bits, Integer... beginning) {
        return of(bits, 16, beginning);
    }

    private static ReservedRange of(int bits, int bytes, Integer... beginning) {
        return new ReservedRange(
                Stream.concat(Stream.of(beginning), Stream.generate(() -> 0))
                        .limit(bytes)
                        .toList(),
                bits);
    }

    boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length != network.size()) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int place = 7 - bit % 8;
            if ((bytes[bit / 8] >> place & 1) != (network.get(bit / 8) >> place & 1)) {
                return false;
            }
        }
        return true;
    }
}
