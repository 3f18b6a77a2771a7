package fr.educentre.assidu.rules.publishing;

import fr.educentre.assidu.shell.Refusal;
import fr.educentre.assidu.shell.Refusal.Kind;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface StoredRules extends JpaRepository<StoredRule, UUID> {

    @Query("select distinct r from StoredRule r left join fetch r.versions order by r.ruleSet, r.name, r.id")
    List<StoredRule> all();

    boolean existsByCode(String code);

    @Query("select count(r) > 0 from StoredRule r where r.live and lower(r.name) = lower(:name) and r.id <> :but")
    boolean named(String name, UUID but);

    Optional<StoredRule> findByCode(String code);

    /** One change of a rule at a time. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from StoredRule r where r.id = :id")
    Optional<StoredRule> lock(UUID id);

    default StoredRule locked(UUID id) {
        return lock(id).orElseThrow(() -> Refusal.notFound("rule"));
    }

    /** @param but the rule that may bear the name */
    default void requireFree(String name, UUID but) {
        if (named(name, but)) {
            throw new Refusal(Kind.CONFLICT, "refusal.rules.name", name);
        }
    }
}
