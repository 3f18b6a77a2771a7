package fr.educentre.assidu.sources.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Guarded;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.sources.MeetingRooms;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/sessions/{id}")
@Tag(name = "Meetings")
class MeetingRoomsController {

    private final MeetingRooms rooms;

    MeetingRoomsController(MeetingRooms rooms) {
        this.rooms = rooms;
    }

    /** Where the caller joins. */
    record Link(String url) {}

    @PostMapping("/meeting")
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER})
    @Guarded("session")
    @Operation(summary = "Open the session's BigBlueButton room; one that is open stays so")
    MeetingRooms.Room open(@PathVariable UUID id) {
        return rooms.open(id);
    }

    @DeleteMapping("/meeting")
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER})
    @Guarded("session")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "End the class in the session's BigBlueButton room for everybody in it")
    void end(@PathVariable UUID id) {
        rooms.end(id);
    }

    @GetMapping("/join-links")
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER})
    @Guarded("session")
    @Operation(summary = "Links into the BigBlueButton room, each for one person: the trainer and everyone expected")
    MeetingRooms.JoinLinks links(@PathVariable UUID id) {
        return rooms.links(id);
    }

    @PostMapping("/join")
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER, Role.LEARNER})
    @Guarded("session")
    @Operation(summary = "The caller's own link into the BigBlueButton room, which is opened if need be")
    Link join(@PathVariable UUID id) {
        return new Link(rooms.join(id));
    }
}
