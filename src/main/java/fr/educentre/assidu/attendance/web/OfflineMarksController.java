package fr.educentre.assidu.attendance.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Guarded;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.attendance.DeviceMarks;
import fr.educentre.assidu.attendance.DeviceMarks.Outcome;
import fr.educentre.assidu.attendance.internal.DeviceMarksContent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/sessions/{id}/offline-marks")
@Tag(name = "Attendance")
class OfflineMarksController {

    private final DeviceMarks marks;

    OfflineMarksController(DeviceMarks marks) {
        this.marks = marks;
    }

    record Outcomes(List<Outcome> items) {}

    @PostMapping
    @AllowedRoles({Role.TRAINER, Role.QUALITY_MANAGER})
    @Guarded("session")
    @Operation(
            summary =
                    "Marks of a roll-call that a device kept without a connection: each taken once by its key, with its own"
                            + " time; answers what became of each, and why where it was refused")
    Outcomes receive(@PathVariable UUID id, @RequestBody DeviceMarksContent content) {
        return new Outcomes(marks.receive(id, content.batch()));
    }
}
