package fr.educentre.assidu.access.ui;

import fr.educentre.assidu.access.AccountFigures;
import fr.educentre.assidu.shell.HomeTiles;
import java.util.List;
import org.springframework.stereotype.Component;

/** Accounts that an administrator looks after. */
@Component
class AccountsTiles implements HomeTiles {

    private static final String PATH = "centre/comptes";

    private final AccountFigures figures;

    AccountsTiles(AccountFigures figures) {
        this.figures = figures;
    }

    @Override
    public List<HomeTile> of(String role) {
        if (!role.equals("ADMIN")) {
            return List.of();
        }
        AccountFigures.Counts counts = figures.counts();
        return List.of(
                new HomeTile(50, "access.tile.neverCame", counts.neverCame(), PATH),
                new HomeTile(52, "access.tile.endingSoon", counts.endingSoon(), PATH),
                new HomeTile(54, "access.tile.slowedDown", counts.slowedDown(), PATH));
    }
}
