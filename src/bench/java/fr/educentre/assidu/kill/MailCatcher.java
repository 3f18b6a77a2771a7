package fr.educentre.assidu.kill;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A mail server in a process of its own: a mail is a line of its file before the sender hears that it was taken. */
final class MailCatcher {

    private MailCatcher() {}

    /** Port and file; runs until it is killed. */
    public static void main(String[] arguments) throws UserException {
        var server =
                new GreenMail(new ServerSetup(Integer.parseInt(arguments[0]), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        Path file = Path.of(arguments[1]);
        GreenMailUser all = server.getManagers().getUserManager().createUser("all@kill", "all", "all");
        server.getManagers().getUserManager().setMessageDeliveryHandler((mail, to) -> {
            write(file, mail.getMessage().getMessageID() + " " + to.getEmail() + "\n");
            return all;
        });
        server.start();
    }

    private static synchronized void write(Path file, String line) throws MessagingException {
        try {
            Files.writeString(
                    file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
