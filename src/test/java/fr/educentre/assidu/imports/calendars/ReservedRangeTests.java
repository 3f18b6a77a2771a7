package fr.educentre.assidu.imports.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first and the last address of each range, and their neighbours. */
class ReservedRangeTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.1",
                "0.255.255.255",
                "100.64.0.0",
                "100.127.255.255",
                "192.0.0.0",
                "192.0.0.255",
                "198.18.0.0",
                "198.19.255.255",
                "240.0.0.0",
                "255.255.255.255",
                "::2",
                "64:ff9b::808:808",
                "2002:808:808::1",
                "fc00::1",
                "fdff:ffff::1"
            })
    void an_address_within_is_not_public(String address) throws Exception {
        assertThat(PublicAddressResolver.isPublic(InetAddress.getByName(address)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "191.255.255.255",
                "192.0.1.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "1::1",
                "63::1",
                "65::1",
                "2001:ffff::1",
                "2003::1",
                "fbff::1",
            })
    void its_neighbours_are(String address) throws Exception {
        assertThat(PublicAddressResolver.isPublic(InetAddress.getByName(address)))
                .isTrue();
    }
}
