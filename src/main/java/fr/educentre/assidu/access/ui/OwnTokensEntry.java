package fr.educentre.assidu.access.ui;

import fr.educentre.assidu.shell.AccountMenuContributor;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class OwnTokensEntry implements AccountMenuContributor {

    @Override
    public List<AccountEntry> accountEntries() {
        return List.of(new AccountEntry("access.tokens.screen", "mes-jetons"));
    }
}
