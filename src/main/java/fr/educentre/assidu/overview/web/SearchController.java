package fr.educentre.assidu.overview.web;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.GlobalSearch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Search")
@AllowedRoles({Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR})
class SearchController {

    private final GlobalSearch search;

    SearchController(GlobalSearch search) {
        this.search = search;
    }

    record FoundByKind(List<GlobalSearch.KindFound> items) {}

    @GetMapping("/api/v1/search")
    @Operation(
            summary =
                    "People, groups, sessions, documents and rules by the beginnings of their words, as far as the caller may see them")
    FoundByKind search(@RequestParam String q) {
        return new FoundByKind(search.find(q));
    }
}
