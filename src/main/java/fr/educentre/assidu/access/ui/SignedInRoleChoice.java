package fr.educentre.assidu.access.ui;

import com.vaadin.flow.server.VaadinSession;
import fr.educentre.assidu.access.ActingRoles;
import fr.educentre.assidu.access.OpenTo;
import fr.educentre.assidu.access.Role;
import fr.educentre.assidu.shell.RoleChoice;
import java.util.List;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** The session goes on in the other role. */
@Component
class SignedInRoleChoice implements RoleChoice {

    private final ActingRoles roles;

    SignedInRoleChoice(ActingRoles roles) {
        this.roles = roles;
    }

    @Override
    public List<OtherRole> others() {
        return roles.others().stream()
                .map(role -> new OtherRole(role.name(), "manage.role." + role.name()))
                .toList();
    }

    @Override
    @OpenTo(value = OpenTo.Audience.SIGNED_IN, because = "the account's own roles alone are taken")
    public void actIn(OtherRole role) {
        roles.actIn(Role.valueOf(role.role()));
        // A screen reads who is signed in from the session itself: what is set elsewhere is not seen from here.
        VaadinSession.getCurrent()
                .getSession()
                .setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, roles.now());
    }
}
