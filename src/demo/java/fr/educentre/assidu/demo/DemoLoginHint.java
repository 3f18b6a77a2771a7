package fr.educentre.assidu.demo;

import fr.educentre.assidu.shell.LoginHint;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The accounts of the demonstration, below the form that asks for one. */
@Component
@Profile("demo")
class DemoLoginHint implements LoginHint {

    @Override
    public String textKey() {
        return "shell.login.demo";
    }
}
