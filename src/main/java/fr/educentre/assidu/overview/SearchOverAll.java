package fr.educentre.assidu.overview;

import fr.educentre.assidu.access.AllowedRoles;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.jdbc.WordSearch;
import fr.educentre.assidu.shell.GlobalSearch;
import fr.educentre.assidu.shell.SearchSource;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks each module for what its reader may see: one bounded statement a kind. */
@Service
@AllowedRoles({Role.QUALITY_MANAGER, Role.TRAINER, Role.REFERENT, Role.AUDITOR})
class SearchOverAll implements GlobalSearch {

    private static final int MOST_OF_A_KIND = 5;
    private static final int SHORTEST = 2;

    private final List<SearchSource> sources;

    SearchOverAll(List<SearchSource> sources) {
        this.sources = sources.stream()
                .sorted(Comparator.comparingInt(SearchSource::order))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<KindFound> find(String typed) {
        String words = WordSearch.of(typed);
        if (typed.strip().length() < SHORTEST || words.isEmpty()) {
            return List.of();
        }
        return sources.stream()
                .map(source -> found(source, source.find(words, MOST_OF_A_KIND), typed.strip()))
                .filter(one -> !one.hits().isEmpty())
                .toList();
    }

    private static KindFound found(SearchSource source, SearchSource.Found found, String typed) {
        return new KindFound(source.kind(), found.hits(), found.more(), source.all(typed));
    }
}
