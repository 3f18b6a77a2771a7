package fr.educentre.assidu.training.ui;

import fr.educentre.assidu.shell.ui.RecordAction;

/** Something that another module lets people do to one employer, on its form; one bean for each. */
public interface EmployerAct {

    /** Given the employer. */
    RecordAction action();
}
