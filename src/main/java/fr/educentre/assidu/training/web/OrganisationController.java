package fr.educentre.assidu.training.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.Managed;
import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Versioned;
import fr.educentre.assidu.training.management.OrganisationContent;
import fr.educentre.assidu.training.management.OrganisationRecord;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/organisation")
@AllowedRoles(Role.ADMIN)
@Tag(name = "Centre")
class OrganisationController {

    private final OrganisationRecord organisation;

    OrganisationController(OrganisationRecord organisation) {
        this.organisation = organisation;
    }

    @GetMapping
    @Operation(summary = "The training organisation and who may sign for it; 404 before it was entered")
    Versioned<OrganisationContent> get() {
        return organisation.find().orElseThrow(() -> Refusal.notFound("organisation"));
    }

    @PutMapping
    @Operation(
            summary = "Puts this content in place of the one of that version; without one, where nothing is there yet")
    Versioned<OrganisationContent> put(@RequestBody Versioned<OrganisationContent> changed) {
        return organisation.put(changed.version(), changed.content());
    }

    @PutMapping("/logo")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "The logo that documents bear: PNG or JPEG, at most 1 MB and 4,000 points a side")
    void putLogo(@RequestBody byte[] picture) {
        organisation.putLogo(picture);
    }

    @DeleteMapping("/logo")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Documents bear no logo")
    void removeLogo() {
        organisation.removeLogo();
    }

    @GetMapping("/history")
    @Operation(summary = "Who changed what and when, newest first")
    List<Managed.Change> history() {
        return organisation.history();
    }
}
