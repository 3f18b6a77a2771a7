package fr.educentre.assidu.imports.calendars;

import java.net.InetAddress;
import java.util.List;

/**
 * Addresses that lead to no public server.
 *
 * @param network the first of them, as many bytes as their kind of address has
 * @param bits how many bits all of them share
 */
record ReservedRange(List<Integer> network, int bits) {

    static final List<ReservedRange> ALL = List.of(
            v4(8, 0, 0, 0, 0),
            // shared by the customers of a carrier
            v4(10, 100, 64, 0, 0),
            // protocol assignments
            v4(24, 192, 0, 0, 0),
            // benchmarks
            v4(15, 198, 18, 0, 0),
            // reserved, and broadcast
            v4(4, 240, 0, 0, 0),
            v6(16, 0x00, 0x00),
            // 64:ff9b::/96 and 2002::/16 carry an IPv4 address, which may be anything.
            v6(16, 0x00, 0x64),
            v6(16, 0x20, 0x02),
            // unique local
            v6(7, 0xfc, 0x00));

    private static ReservedRange v4(int bits, int first, int second, int third, int fourth) {
        return new ReservedRange(List.of(first, second, third, fourth), bits);
    }

    /** No range of them is told by more than two bytes. */
    private static ReservedRange v6(int bits, int first, int second) {
        return new ReservedRange(List.of(first, second, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), bits);
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
