package fr.educentre.assidu;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What is said at start is French: where no language of the machine is set, the platform would print "d?marre". */
final class ConsoleText {

    private ConsoleText() {}

    /** Standard output and standard error from now on, as journals of services and of containers read them. */
    static void inUtf8() {
        System.setOut(utf8(FileDescriptor.out));
        System.setErr(utf8(FileDescriptor.err));
    }

    private static PrintStream utf8(FileDescriptor to) {
        return new PrintStream(new FileOutputStream(to), true, StandardCharsets.UTF_8);
    }
}
