package fr.educentre.assidu.access;

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

    List<Account> findByRoleAndEmailIsNotNullOrderByDisplayName(Role role);
}
