package fr.educentre.assidu.documents.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.documents.AttendanceReports;
import fr.educentre.assidu.documents.AttendanceReports.Filter;
import fr.educentre.assidu.documents.AttendanceReports.Format;
import fr.educentre.assidu.shell.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/reports")
@Tag(name = "Reports")
@AllowedRoles({Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR})
class ReportsController {

    private final AttendanceReports reports;

    ReportsController(AttendanceReports reports) {
        this.reports = reports;
    }

    @GetMapping("/attendance")
    @Operation(summary = "Attendance report (XLSX, PDF or CSV), streamed")
    void attendance(
            @RequestParam(required = false) @Nullable String format,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String group,
            @RequestParam(required = false) @Nullable String learner,
            @RequestParam(required = false) @Nullable String funder,
            HttpServletResponse response)
            throws IOException {
        UUID groupId = QueryParameters.id(group, "group");
        UUID learnerId = QueryParameters.id(learner, "learner");
        UUID funderId = QueryParameters.id(funder, "funder");
        var scope = reports.prepare(new Filter(null, null, groupId, learnerId, funderId));
        Format as = format(format);
        var prepared = from == null && to == null
                ? scope
                : reports.prepare(
                        new Filter(QueryParameters.date(from), QueryParameters.date(to), groupId, learnerId, funderId));
        response.setContentType(as.mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("rapport-assiduite." + as.extension())
                        .build()
                        .toString());
        try {
            prepared.write(as, response.getOutputStream());
        } catch (Refusal refusal) {
            // No byte has left: what is answered instead is no file.
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, null);
            throw refusal;
        }
    }

    private static Format format(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Format.XLSX;
        }
        try {
            return Format.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Refusal.malformed("refusal.documents.format", text);
        }
    }
}
