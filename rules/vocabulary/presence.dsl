# Parameters of rules/presence/presence.drl. A line without "fois" is there exactly once; "fois: facultatif" is a line
# that may be left out, "fois: facultatif, par x" one that may stand once for each value of x. A line for a funder comes
# before one for a programme, that before one for a modality, that before the line for everyone; of two funders of a
# learner, the one that asks for more.

# --- Part de la durée enseignée

# id: seuil-presence
# genre: paramètre
# en: present from {seuil} % of the taught time
# seuil: pourcentage, %, 1..100, exemple 80
[condition][]présent à partir de {seuil} % de la durée enseignée={seuil}

# id: seuil-presence-modalite
# genre: paramètre
# fois: facultatif, par modalite
# en: {modalite}, present from {seuil} % of the taught time
# modalite: choix, IN_PERSON = en présentiel / in person | VIDEO = en visioconférence / by video | ONLINE = en ligne / online
# seuil: pourcentage, %, 1..100, exemple 80
[condition][]{modalite}, présent à partir de {seuil} % de la durée enseignée={seuil}

# id: seuil-presence-programme
# genre: paramètre
# fois: facultatif, par programme
# en: for programme {programme}, present from {seuil} % of the taught time
# programme: texte, code du programme / programme code, 1..40, liste actions, exemple PRG-2026-001
# seuil: pourcentage, %, 1..100, exemple 80
[condition][]pour le programme {programme}, présent à partir de {seuil} % de la durée enseignée={seuil}

# id: seuil-presence-financeur
# genre: paramètre
# fois: facultatif, par financeur
# en: for funder {financeur}, present from {seuil} % of the taught time
# financeur: choix, CPF = CPF | OPCO = OPCO | FRANCE_TRAVAIL = France Travail | REGION = Région / Region | EMPLOYER = Employeur / Employer | SELF = Particulier / Private person | OTHER = Autre / Other
# seuil: pourcentage, %, 1..100, exemple 80
[condition][]pour le financeur {financeur}, présent à partir de {seuil} % de la durée enseignée={seuil}

# --- Retard et départ anticipé

# id: retard-tolere
# genre: paramètre
# en: late arrival or early departure tolerated: {tolerance} minutes
# tolerance: nombre, minute|minutes / minute|minutes, 0..120, exemple 10
[condition][]retard toléré : {tolerance} minutes={tolerance}

# id: retard-tolere-modalite
# genre: paramètre
# fois: facultatif, par modalite
# en: {modalite}, late arrival or early departure tolerated: {tolerance} minutes
# modalite: choix, IN_PERSON = en présentiel / in person | VIDEO = en visioconférence / by video | ONLINE = en ligne / online
# tolerance: nombre, minute|minutes / minute|minutes, 0..120, exemple 10
[condition][]{modalite}, retard toléré : {tolerance} minutes={tolerance}

# id: retard-tolere-programme
# genre: paramètre
# fois: facultatif, par programme
# en: for programme {programme}, late arrival or early departure tolerated: {tolerance} minutes
# programme: texte, code du programme / programme code, 1..40, liste actions, exemple PRG-2026-001
# tolerance: nombre, minute|minutes / minute|minutes, 0..120, exemple 10
[condition][]pour le programme {programme}, retard toléré : {tolerance} minutes={tolerance}

# id: retard-tolere-financeur
# genre: paramètre
# fois: facultatif, par financeur
# en: for funder {financeur}, late arrival or early departure tolerated: {tolerance} minutes
# financeur: choix, CPF = CPF | OPCO = OPCO | FRANCE_TRAVAIL = France Travail | REGION = Région / Region | EMPLOYER = Employeur / Employer | SELF = Particulier / Private person | OTHER = Autre / Other
# tolerance: nombre, minute|minutes / minute|minutes, 0..120, exemple 10
[condition][]pour le financeur {financeur}, retard toléré : {tolerance} minutes={tolerance}

# --- Connexion minimale: a shorter one is shown, and is as no connection for the status

# id: connexion-minimale
# genre: paramètre
# fois: facultatif
# en: a connection counts from {connexion} minutes
# connexion: nombre, minute|minutes / minute|minutes, 0..120, exemple 5
[condition][]connexion comptée à partir de {connexion} minutes={connexion}

# id: connexion-minimale-modalite
# genre: paramètre
# fois: facultatif, par modalite
# en: {modalite}, a connection counts from {connexion} minutes
# modalite: choix, IN_PERSON = en présentiel / in person | VIDEO = en visioconférence / by video | ONLINE = en ligne / online
# connexion: nombre, minute|minutes / minute|minutes, 0..120, exemple 5
[condition][]{modalite}, connexion comptée à partir de {connexion} minutes={connexion}

# id: connexion-minimale-programme
# genre: paramètre
# fois: facultatif, par programme
# en: for programme {programme}, a connection counts from {connexion} minutes
# programme: texte, code du programme / programme code, 1..40, liste actions, exemple PRG-2026-001
# connexion: nombre, minute|minutes / minute|minutes, 0..120, exemple 5
[condition][]pour le programme {programme}, connexion comptée à partir de {connexion} minutes={connexion}

# id: connexion-minimale-financeur
# genre: paramètre
# fois: facultatif, par financeur
# en: for funder {financeur}, a connection counts from {connexion} minutes
# financeur: choix, CPF = CPF | OPCO = OPCO | FRANCE_TRAVAIL = France Travail | REGION = Région / Region | EMPLOYER = Employeur / Employer | SELF = Particulier / Private person | OTHER = Autre / Other
# connexion: nombre, minute|minutes / minute|minutes, 0..120, exemple 5
[condition][]pour le financeur {financeur}, connexion comptée à partir de {connexion} minutes={connexion}

# --- Ordre de confiance: a person's mark always comes first

# id: emargement-ou-releve
# genre: paramètre
# fois: facultatif
# en: where the countersigned sign-in and the connection log disagree, believe {emargement}
# emargement: choix, LOG_THAT_SHOWS = le relevé s'il montre l'apprenant, sinon l'émargement / the log if it shows the learner, else the sign-in | SIGNATURE = l'émargement / the sign-in | LOG = le relevé, même s'il ne montre pas l'apprenant / the log, even if it does not show the learner
[condition][]si l'émargement contresigné et le relevé de connexion se contredisent, retenir {emargement}={emargement}

# id: service-ou-fichier
# genre: paramètre
# fois: facultatif
# en: where the log sent by the service and the one of a file disagree, believe {releve}
# releve: choix, BOTH = les deux réunis / both together | SERVICE = celui du service / the service's | FILE = celui du fichier / the file's
[condition][]si le relevé reçu du service et celui d'un fichier se contredisent, retenir {releve}={releve}
