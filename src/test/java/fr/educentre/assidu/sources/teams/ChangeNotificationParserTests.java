package fr.educentre.assidu.sources.teams;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.sources.core.SourceSettings;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeNotificationParserTests {

    private static final String THREAD = "19:meeting_ZmYw@thread.v2";
    private static final String URL = "https://teams.microsoft.com/l/meetup-join/19%3ameeting_ZmYw%40thread.v2/0"
            + "?context=%7b%22Tid%22%3a%22t%22%2c%22Oid%22%3a%22048c94fb-dda6-48b8-9fc8-6740ee418fb9%22%7d";
    private static final String ROSTER = """
            {"@odata.id":"communications/onlineMeetings?$filter=joinWebUrl+eq+'%s'",
             "eventType":"Microsoft.Communication.CallRosterUpdate","eventDateTime":"2026-10-05T07:00:00.1234567Z",
             "activeParticipants@joined":[{"Id":"p1","Identity":{"User":{"Id":"u1","DisplayName":"Zoé","TenantId":"t"}}},
               {"Id":"bot","Identity":{"Application":{"Id":"a","DisplayName":"Enregistreur"}}}],
             "activeParticipants@exited":[{"id":"p2","identity":{"AzureCommunicationServicesUser":{"Id":"8:acs:x","DisplayName":"Karim"}}},
               {"id":"p3","identity":{"phone":{"id":"+33600000000"}}}, null, {}]}
            """.formatted(URL);

    private static KeyPair keys;

    @BeforeAll
    static void keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
    }

    private static ChangeNotificationParser notices(Map<String, String> settings) {
        SourceSettings known = (connector, name) -> Optional.ofNullable(settings.get(name));
        return new ChangeNotificationParser(new NotificationDecryptor(known));
    }

    private static byte[] notification(String rest) {
        return ("{\"value\":[{\"subscriptionId\":\"s\",\"clientState\":\"c\",\"resource\":\"communications\"," + rest
                        + "}]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void requireRoster(List<ChangeNotification> read) {
        assertThat(read).singleElement().isInstanceOfSatisfying(ChangeNotification.Roster.class, roster -> {
            assertThat(roster.at()).isEqualTo(Instant.parse("2026-10-05T07:00:00.123456Z"));
            assertThat(roster.origin().meeting().ids()).contains(THREAD);
            assertThat(roster.origin().meeting().urls()).contains(URL);
            assertThat(roster.joined()).extracting(one -> one.person().key()).containsExactly("u1");
            assertThat(roster.left()).extracting(one -> one.person().key()).containsExactly("karim", "+33600000000");
        });
    }

    @Test
    void a_roster_names_people_and_no_application() {
        requireRoster(notices(Map.of()).read(notification("\"resourceData\":" + ROSTER)));
    }

    @Test
    void encrypted_content_is_read_with_the_key_and_else_says_what_is_missing() throws GeneralSecurityException {
        byte[] bytes = notification("\"encryptedContent\":" + encrypted(false));
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----";
        requireRoster(notices(Map.of("private-key", pem)).read(bytes));

        keys();
        String other = Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded());
        assertThat(problem(Map.of(), bytes)).isEqualTo("encrypted");
        assertThat(problem(Map.of("private-key", other), bytes)).isEqualTo("otherKey");
        assertThat(problem(Map.of("private-key", "no key"), bytes)).isEqualTo("otherKey");
        byte[] forged = notification("\"encryptedContent\":" + encrypted(true));
        assertThat(problem(
                        Map.of(
                                "private-key",
                                Base64.getEncoder()
                                        .encodeToString(keys.getPrivate().getEncoded())),
                        forged))
                .isEqualTo("signature");
    }

    private static String problem(Map<String, String> settings, byte[] bytes) {
        return ((ChangeNotification.Unreadable) notices(settings).read(bytes).getFirst()).problem();
    }

    /** As Graph does it. */
    private static String encrypted(boolean forged) throws GeneralSecurityException {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) 7);
        Cipher rsa = Cipher.getInstance("RSA/ECB/OAEPWithSHA-1AndMGF1Padding");
        rsa.init(Cipher.ENCRYPT_MODE, keys.getPublic());
        Cipher aes = Cipher.getInstance("AES/CBC/PKCS5Padding");
        aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(Arrays.copyOf(key, 16)));
        byte[] data = aes.doFinal(ROSTER.getBytes(StandardCharsets.UTF_8));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        byte[] signature = mac.doFinal(data);
        signature[0] ^= (byte) (forged ? 1 : 0);
        Base64.Encoder base64 = Base64.getEncoder();
        return "{\"data\":\"" + base64.encodeToString(data) + "\",\"dataSignature\":\""
                + base64.encodeToString(signature) + "\",\"dataKey\":\"" + base64.encodeToString(rsa.doFinal(key))
                + "\",\"encryptionCertificateId\":\"assidu\"}";
    }

    @Test
    void a_report_of_a_webinar_and_the_life_of_a_subscription_are_told_apart() {
        String path = "solutions/virtualEvents/webinars/w1@t1/sessions/s-1/attendanceReports/r-1";
        assertThat(notices(Map.of())
                        .read(notification(
                                "\"changeType\":\"created\",\"resourceData\":{\"@odata.id\":\"" + path + "\"}")))
                .singleElement()
                .isInstanceOfSatisfying(ChangeNotification.ReportReady.class, ready -> {
                    assertThat(ready.path()).isEqualTo(path);
                    assertThat(ready.origin().meeting().ids()).containsExactlyInAnyOrder("w1@t1", "s-1");
                });
        assertThat(notices(Map.of()).read(notification("\"lifecycleEvent\":\"missed\"")))
                .singleElement()
                .isInstanceOfSatisfying(
                        ChangeNotification.Lifecycle.class,
                        one -> assertThat(one.event()).isEqualTo("missed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nothing", "[]", "{}", "{\"value\":1}", "{\"value\":[null,1,\"x\",[],{}]}"})
    void what_is_no_notification_is_never_an_error(String text) {
        assertThat(notices(Map.of()).read(text.getBytes(StandardCharsets.UTF_8)))
                .allMatch(one -> one instanceof ChangeNotification.Unreadable);
    }

    @Test
    void a_meeting_is_known_by_each_name_a_text_gives_it() {
        String id = Base64.getEncoder().encodeToString(("1*o*0**" + THREAD).getBytes(StandardCharsets.UTF_8));
        for (String text : List.of(
                URL,
                "communications/onlineMeetings(joinWebUrl='" + GraphClient.encoded(URL) + "')/meetingCallEvents",
                "communications/onlineMeetings/?$filter=JoinWebUrl eq '" + URL + "'",
                "users/o/onlineMeetings/" + id + "/x",
                "communications/onlineMeetings('" + GraphClient.encoded(id) + "')")) {
            assertThat(MeetingReference.of(List.of(text)).ids()).as(text).contains(THREAD);
        }
        assertThat(MeetingReference.organizer(URL)).hasValue("048c94fb-dda6-48b8-9fc8-6740ee418fb9");
        assertThat(MeetingReference.organizer("https://teams.microsoft.com/meet/1?p=%"))
                .isEmpty();
    }
}
