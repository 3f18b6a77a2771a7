package fr.educentre.assidu.sources.bigbluebutton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BigBlueButtonXmlTests {

    @Test
    void the_state_of_a_meeting_is_read() {
        MeetingInfo state = MeetingInfo.of(parsed("""
                <response><returncode>SUCCESS</returncode><meetingID>m</meetingID><internalMeetingID>abc-1</internalMeetingID>
                <createTime>1532718208098</createTime><endTime>0</endTime><attendees>
                <attendee><userID>L-1</userID><fullName>Zoé &amp; <![CDATA[<Cie>]]></fullName><role>VIEWER</role></attendee>
                <attendee><userID>L-1</userID><fullName>Zoé</fullName><role>VIEWER</role></attendee>
                <attendee><userID>w_x</userID><fullName>Éva  Roux</fullName><role>MODERATOR</role></attendee>
                </attendees></response>"""));
        assertThat(state.occurrence()).isEqualTo("abc-1");
        assertThat(state.endedAt()).isNull();
        assertThat(state.people()).containsOnlyKeys("poll:L-1", "poll:eva roux");
        assertThat(state.people().get("poll:L-1").name()).isEqualTo("Zoé & <Cie>");
    }

    @Test
    void an_external_entity_is_never_read(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("secret.txt");
        Files.writeString(file, "very-secret");
        assertThatThrownBy(() -> parsed("<?xml version=\"1.0\"?><!DOCTYPE response [<!ENTITY x SYSTEM \"" + file.toUri()
                        + "\">]><response><returncode>SUCCESS</returncode><version>&x;</version></response>"))
                .isInstanceOf(UnreadablePayloadException.class);
        assertThatThrownBy(() -> parsed("<!DOCTYPE response SYSTEM \"http://127.0.0.1:1/x.dtd\"><response/>"))
                .isInstanceOf(UnreadablePayloadException.class);
        assertThat(parsed("<response xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include parse=\"text\" href=\""
                                + file.toUri() + "\"/></response>")
                        .element()
                        .getTextContent())
                .doesNotContain("very-secret");
    }

    @Test
    void entities_that_multiply_are_refused_at_once() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE response [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY a")
                    .append(i)
                    .append(" \"")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        laughs.append("]><response>&a29;</response>");
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThatThrownBy(() -> parsed(laughs.toString()))
                        .isInstanceOf(UnreadablePayloadException.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<", "<html/>", "<response>", "{}", "<response/><response/>"})
    void what_is_no_answer_of_the_api_is_unreadable(String text) {
        assertThatThrownBy(() -> parsed(text)).isInstanceOf(UnreadablePayloadException.class);
    }

    private static BigBlueButtonXml parsed(String text) {
        return BigBlueButtonXml.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
