# Parameters of the request for a justification: how long, what document, who checks it and who decides, what an accepted
# absence is worth to whom. A line without "fois" is there exactly once; what no line says of a reason is as its catalogue says.

# id: delai-justificatif
# genre: paramètre
# en: justification expected within {delai} hours
# delai: nombre, heure|heures / hour|hours, 1..720, exemple 48
[condition][]justificatif attendu dans les {delai} heures={delai}

# id: attente-demande
# genre: paramètre
# en: request sent {attente} minutes after the start of the session
# attente: nombre, minute|minutes / minute|minutes, 30..480, exemple 30
[condition][]demande envoyée {attente} minutes après le début de la séance={attente}

# --- Le document attendu, et ce qui est recevable

# id: document-motif
# genre: paramètre
# fois: facultatif, par motif
# en: for reason {motif}, document {document}
# motif: choix, SICKNESS = maladie / sickness | WORK_ACCIDENT = accident du travail / accident at work | PARENTHOOD = maternité ou paternité / parenthood | FAMILY_EVENT = événement familial / family event | BEREAVEMENT = décès d'un proche / bereavement | SICK_CHILD = enfant malade / sick child | SUMMONS = convocation / summons | TRANSPORT = transports / transport | EXAM_LEAVE = congé pour examen / exam leave | EMPLOYER_KEPT = gardé en entreprise / kept at the company | OTHER = autre motif / other reason
# document: choix, REQUIRED = exigé / required | OPTIONAL = facultatif / optional
[condition][]pour le motif {motif}, document {document}={document}

# id: motif-recevable
# genre: paramètre
# fois: facultatif, par motif
# en: for reason {motif}, absence {recevable}
# motif: choix, SICKNESS = maladie / sickness | WORK_ACCIDENT = accident du travail / accident at work | PARENTHOOD = maternité ou paternité / parenthood | FAMILY_EVENT = événement familial / family event | BEREAVEMENT = décès d'un proche / bereavement | SICK_CHILD = enfant malade / sick child | SUMMONS = convocation / summons | TRANSPORT = transports / transport | EXAM_LEAVE = congé pour examen / exam leave | EMPLOYER_KEPT = gardé en entreprise / kept at the company | OTHER = autre motif / other reason
# recevable: choix, ACCEPTED = recevable / acceptable | REFUSED = non recevable / not acceptable
[condition][]pour le motif {motif}, absence {recevable}={recevable}

# --- Qui vérifie, qui décide. A medical document is never checked by a trainer

# id: verification-medicale
# genre: paramètre
# fois: facultatif
# en: medical document checked by {medical}
# medical: choix, EITHER = le référent ou le responsable qualité / the referent or the quality manager | REFERENT = le référent / the referent | QUALITY = le responsable qualité / the quality manager
[condition][]document médical vérifié par {medical}={medical}

# id: verification-autre
# genre: paramètre
# fois: facultatif
# en: other document checked by {autre}
# autre: choix, DECIDER = la personne qui décide / the person who decides | EITHER = le référent ou le responsable qualité / the referent or the quality manager | REFERENT = le référent / the referent | QUALITY = le responsable qualité / the quality manager
[condition][]autre document vérifié par {autre}={autre}

# id: decision
# genre: paramètre
# fois: facultatif
# en: decision of {decideur}
# decideur: choix, TRAINER = formateur de la première séance manquée / the trainer of the first missed session | REFERENT = référent / the referent | QUALITY = responsable qualité / the quality manager
[condition][]décision du {decideur}={decideur}

# --- Ce que vaut une absence justifiée, par destinataire: it never makes an hour realised

# id: effet-destinataire
# genre: paramètre
# fois: facultatif, par motif et destinataire
# en: for reason {motif}, absence {effet} for {destinataire}
# motif: choix, SICKNESS = maladie / sickness | WORK_ACCIDENT = accident du travail / accident at work | PARENTHOOD = maternité ou paternité / parenthood | FAMILY_EVENT = événement familial / family event | BEREAVEMENT = décès d'un proche / bereavement | SICK_CHILD = enfant malade / sick child | SUMMONS = convocation / summons | TRANSPORT = transports / transport | EXAM_LEAVE = congé pour examen / exam leave | EMPLOYER_KEPT = gardé en entreprise / kept at the company | OTHER = autre motif / other reason
# effet: choix, JUSTIFIED = justifiée / justified | UNJUSTIFIED = non justifiée / not justified
# destinataire: choix, EMPLOYER = l'employeur / the employer | FRANCE_TRAVAIL = France Travail | REGION = la Région / the Region | CPF = le CPF / the CPF
[condition][]pour le motif {motif}, absence {effet} pour {destinataire}={effet}
