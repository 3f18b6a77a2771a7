package fr.educentre.assidu.access;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface AccountRepository extends JpaRepository<Account, UUID> {

    @Query("select a from Account a where lower(a.username) = lower(:username)")
    Optional<Account> findByUsername(String username);

    @Query("select a from Account a where lower(a.email) = lower(:address)")
    List<Account> findByAddress(String address);

    boolean existsByRole(Role role);

    List<Account> findByUsernameIn(Collection<String> usernames);

    @Query("select distinct a from Account a join a.roles r where r in :roles order by a.displayName, a.username")
    List<Account> findWithRoleIn(Collection<Role> roles);

    List<Account> findByRoleAndEmailIsNotNullOrderByDisplayName(Role role);
}
