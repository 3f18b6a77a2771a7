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
                "fdff:ffff::1",
                "10.0.0.1",
                "127.0.0.1",
                "169.254.169.254",
                "172.16.0.0",
                "172.31.255.255",
                "192.168.0.1",
                "192.0.2.0",
                "192.0.2.255",
                "198.51.100.7",
                "203.0.113.255",
                "192.88.99.1",
                "192.31.196.1",
                "192.52.193.1",
                "192.175.48.1",
                "224.0.0.1",
                "239.255.255.255",
                "::1",
                "::",
                "::ffff:127.0.0.1",
                "::ffff:10.1.2.3",
                "::ffff:192.0.2.1",
                "::ffff:0:10.1.2.3",
                "64:ff9b:1::a00:1",
                "100::1",
                "100:0:0:1::1",
                "1::1",
                "63::1",
                "65::1",
                "2001::1",
                "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                "2001:2::1",
                "2001:10::1",
                "2001:20::1",
                "2001:1ff:ffff::1",
                "2001:db8::1",
                "2001:db8:ffff::1",
                "2620:4f:8000::1",
                "3ffe::1",
                "3fff::1",
                "3fff:fff::1",
                "4000::1",
                "5f00::1",
                "fbff::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
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
                "11.0.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "169.253.255.255",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.3.0",
                "198.51.99.255",
                "198.51.101.0",
                "203.0.112.255",
                "203.0.114.0",
                "::ffff:1.1.1.1",
                "2001:200::1",
                "2001:db7::1",
                "2001:db9::1",
                "2001:ffff::1",
                "2003::1",
                "2620:4e:ffff::1",
                "3ffd::1",
                "3fff:1000::1"
            })
    void its_neighbours_are(String address) throws Exception {
        assertThat(PublicAddressResolver.isPublic(InetAddress.getByName(address)))
                .isTrue();
    }
}
