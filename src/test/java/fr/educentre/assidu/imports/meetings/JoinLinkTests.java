package fr.educentre.assidu.imports.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import fr.educentre.assidu.training.MeetingProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JoinLinkTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://eur01.safelinks.protection.outlook.com/ap/t-5/?url=https%3A%2F%2Fteams.microsoft.com%2Fl%2Fmeetup-join%2F19%253ameeting_Jl1%2540thread.v2%2F0%3Fcontext%3D%257b%257d&data=05%7C02&reserved=0|TEAMS|19:meeting_Jl1@thread.v2",
                "https://nam02.safelinks.protection.outlook.com/?data=x&amp;url=https%3A%2F%2Fus02web.zoom.us%2Fj%2F81234567890%3Fpwd%3Dabc|ZOOM|81234567890",
                "https://urldefense.proofpoint.com/v2/url?u=https-3A__teams.microsoft.com_l_meetup-2Djoin_19-253ameeting-5FJl2-2540thread.v2_0&d=DwMFAg&c=x|TEAMS|19:meeting_Jl2@thread.v2",
                "https://urldefense.com/v3/__https://us02web.zoom.us/j/81234567890?pwd=abc__;!!Lk3!x$|ZOOM|81234567890",
                "https://urldefense.com/v3/__https:/teams.microsoft.com/l/meetup-join/19*3ameeting_Jl3*40thread.v2/0__;JSU!!Lk3!x$|TEAMS|19:meeting_Jl3@thread.v2",
                "https://urldefense.com/v3/__https://zoom.us**C81234567890__;L3djLw!!Lk3!x$|ZOOM|81234567890",
                "https://urldefense.proofpoint.com/v1/url?u=https://zoom.us/j/81234567890&k=x|ZOOM|81234567890",
                "https://linkprotect.cudasvc.com/url?a=https%3a%2f%2fzoom.us%2fj%2f81234567890&c=E|ZOOM|81234567890",
                "https://secure-web.cisco.com/1abc_d/https%3A%2F%2Fzoom.us%2Fj%2F81234567890|ZOOM|81234567890",
                "https://www.google.com/url?q=https://meet.google.com/jlx-abcd-efg&sa=D|GOOGLE_MEET|jlx-abcd-efg",
                "https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Furldefense.com%2Fv3%2F__https%3A%2F%2Fzoom.us%2Fj%2F81234567890__%3B!!L!x%24&data=1|ZOOM|81234567890",
                "https://teams.microsoft.com/dl/launcher/launcher.html?url=%2F_%23%2Fl%2Fmeetup-join%2F19%3Ameeting_Jl4%40thread.v2%2F0&type=meetup-join|TEAMS|19:meeting_Jl4@thread.v2",
                "https://teams.microsoft.com:443/l/meetup-join/19%3ameeting_Jl5%40thread.v2/0|TEAMS|19:meeting_Jl5@thread.v2",
                "https://teams.cloud.microsoft/meet/9312345678901|TEAMS|9312345678901",
                "https://us02web.zoom.us:443/j/81234567890|ZOOM|81234567890",
                "HTTPS://ZOOM.US/wc/join/81234567890|ZOOM|81234567890",
                "https://meet.google.com/jlx-abcd-efg?authuser=0|GOOGLE_MEET|jlx-abcd-efg",
                "https://centre.webex.com/centre-fr/j.php?MTID=m1234abcd|WEBEX|m1234abcd",
                "https://centre.webex.com/meet/ana.roy|WEBEX|meet/ana.roy",
                "https://bbb.example.org/gl/ana-abc-xyz-k2p|BIGBLUEBUTTON|ana-abc-xyz-k2p",
                "https://bbb.example.org:8443/b/ana-abc-123|BIGBLUEBUTTON|ana-abc-123",
                "https://moodle.example.org/mod/bigbluebuttonbn/view.php?id=12|OTHER|moodle.example.org/mod/bigbluebuttonbn/view.php?id=12",
                "https://example.org/moodle/mod/zoom/view.php?lang=fr&id=7&x=1|OTHER|example.org/moodle/mod/zoom/view.php?lang=fr&id=7",
                "https://bbb.example.org/bigbluebutton/api/join?fullName=A&meetingID=jl-9&checksum=0|BIGBLUEBUTTON|jl-9"
            })
    void a_class_is_recognised_behind_filters_and_ports(String url, MeetingProvider provider, String id) {
        var meeting = JoinLink.of(url).orElseThrow();
        assertThat(meeting.provider()).isEqualTo(provider);
        assertThat(meeting.id()).isEqualTo(id);
        assertThat(meeting.url()).doesNotContain("safelinks", "urldefense", "cudasvc", "secure-web", "google.com/url");
    }

    @Test
    void a_link_written_in_html_is_the_one_that_a_browser_follows() {
        assertThat(JoinLink.in(
                                "<a href=\"https://bbb.example.org/bigbluebutton/api/join?fullName=A&amp;meetingID=jl-9\">ici</a>")
                        .orElseThrow()
                        .id())
                .isEqualTo("jl-9");
    }

    @Test
    void a_link_without_its_beginning_is_one_too() {
        assertThat(JoinLink.in("Rejoindre : us02web.zoom.us/j/81234567890.")
                        .orElseThrow()
                        .url())
                .isEqualTo("https://us02web.zoom.us/j/81234567890");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://meet.jit.si/CoursDeGestion",
                "https://whereby.com/salle-bleue",
                "https://us02web.zoom.us/my/ana.roy",
                "https://visio.example.org/rejoindre?code=12",
                "https://protect-eu.mimecast.com/s/AbCd?domain=teams.microsoft.com"
            })
    void another_tool_is_a_class_by_its_address(String url) {
        assertThat(JoinLink.of(url)).isEmpty();
        var meeting = JoinLink.ofOtherTool("Lien : " + url).orElseThrow();
        assertThat(meeting.provider()).isEqualTo(MeetingProvider.OTHER);
        assertThat(meeting.url()).isEqualTo(url);
        assertThat(url).contains(meeting.id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/zoom.us/j/81234567890",
                "https://zoom.us.evil.example/j/81234567890",
                "https://www.example.org/cours.pdf",
                "ana@zoom.us/j"
            })
    void what_only_looks_like_one_is_none(String text) {
        assertThat(JoinLink.in(text)).isEmpty();
        assertThat(JoinLink.ofOtherTool(text)).isEmpty();
    }
}
