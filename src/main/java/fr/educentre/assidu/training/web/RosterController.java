package fr.educentre.assidu.training.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.training.RosterImport;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

@RestController
@RequestMapping("/api/v1/imports")
@Tag(name = "Training centre")
class RosterController {

    private final RosterImport roster;

    RosterController(RosterImport roster) {
        this.roster = roster;
    }

    @PostMapping("/roster")
    @AllowedRoles({Role.QUALITY_MANAGER, Role.ADMIN})
    @Operation(summary = "Imports a list of learners, groups or sessions (CSV or XLSX): all of it, or nothing")
    RosterImport.Report run(HttpServletRequest request, @RequestParam(required = false) @Nullable String dryRun)
            throws IOException {
        boolean only = Parameters.flag("dryRun", dryRun);
        var parts = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        if (parts == null) {
            throw Refusal.malformed("refusal.multipart");
        }
        MultipartFile file = parts.getFile("file");
        if (file == null) {
            throw Refusal.malformed("refusal.parameterMissing", "file");
        }
        return roster.run(file.getBytes(), only);
    }
}
