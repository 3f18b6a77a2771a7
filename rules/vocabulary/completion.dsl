# Parameters of what counts as realised and of what proves it. As in presence.dsl: a line without "fois" is there exactly
# once; a line for a funder comes before one for a modality, that before the line for everyone; of two funders, the one
# that asks for more.

# id: coupure-connexion
# genre: paramètre
# en: connection gaps left out beyond {coupure} minutes
# coupure: nombre, minute|minutes / minute|minutes, 1..120, exemple 15
[condition][]interruption de connexion retirée au-delà de {coupure} minutes={coupure}

# --- Heures retenues: by what a funding itself states (half-day, milestones), else by the line of its funder, else by the
# line for everyone, else to the minute

# id: heures-retenues
# genre: paramètre
# fois: facultatif
# en: hours credited {methode}
# methode: choix, MINUTE = à la minute / to the minute | HALF_DAY = par demi-journée de présence / by half-day of presence | MILESTONE = par jalons validés / by validated milestones
[condition][]heures retenues {methode}={methode}

# id: heures-retenues-financeur
# genre: paramètre
# fois: facultatif, par financeur
# en: for funder {financeur}, hours credited {methode}
# financeur: choix, CPF = CPF | OPCO = OPCO | FRANCE_TRAVAIL = France Travail | REGION = Région / Region | EMPLOYER = Employeur / Employer | SELF = Particulier / Private person | OTHER = Autre / Other
# methode: choix, MINUTE = à la minute / to the minute | HALF_DAY = par demi-journée de présence / by half-day of presence | MILESTONE = par jalons validés / by validated milestones
[condition][]pour le financeur {financeur}, heures retenues {methode}={methode}

# --- Preuve d'une présence

# id: preuve-attendue
# genre: paramètre
# fois: facultatif
# en: proof expected: {preuve}
# preuve: choix, EITHER = l'émargement contresigné ou le relevé de connexion / the countersigned sign-in or the connection log | SIGN_IN = l'émargement contresigné / the countersigned sign-in | LOG = le relevé de connexion / the connection log | BOTH = l'émargement contresigné et le relevé de connexion / the countersigned sign-in and the connection log
[condition][]preuve attendue : {preuve}={preuve}

# id: preuve-attendue-modalite
# genre: paramètre
# fois: facultatif, par modalite
# en: {modalite}, proof expected: {preuve}
# modalite: choix, IN_PERSON = en présentiel / in person | VIDEO = en visioconférence / by video | ONLINE = en ligne / online
# preuve: choix, EITHER = l'émargement contresigné ou le relevé de connexion / the countersigned sign-in or the connection log | SIGN_IN = l'émargement contresigné / the countersigned sign-in | LOG = le relevé de connexion / the connection log | BOTH = l'émargement contresigné et le relevé de connexion / the countersigned sign-in and the connection log
[condition][]{modalite}, preuve attendue : {preuve}={preuve}

# id: preuve-attendue-financeur
# genre: paramètre
# fois: facultatif, par financeur
# en: for funder {financeur}, proof expected: {preuve}
# financeur: choix, CPF = CPF | OPCO = OPCO | FRANCE_TRAVAIL = France Travail | REGION = Région / Region | EMPLOYER = Employeur / Employer | SELF = Particulier / Private person | OTHER = Autre / Other
# preuve: choix, EITHER = l'émargement contresigné ou le relevé de connexion / the countersigned sign-in or the connection log | SIGN_IN = l'émargement contresigné / the countersigned sign-in | LOG = le relevé de connexion / the connection log | BOTH = l'émargement contresigné et le relevé de connexion / the countersigned sign-in and the connection log
[condition][]pour le financeur {financeur}, preuve attendue : {preuve}={preuve}

# id: preuves-contradictoires
# genre: paramètre
# fois: facultatif
# en: proofs that contradict each other: {contradiction}
# contradiction: choix, ACCEPTED = suffisantes / sufficient | REFUSED = insuffisantes / not sufficient
[condition][]preuves qui se contredisent : {contradiction}={contradiction}

# --- Certificat de réalisation: missing or contradictory proof alone may hold it back

# id: heures-sans-preuve
# genre: paramètre
# fois: facultatif
# en: hours without sufficient proof: {traitement}
# traitement: choix, LISTED = comptées et signalées sur l'attestation / counted and told on the statement | LEFT_OUT = retirées du certificat et signalées / left out of the certificate and told | HELD_BACK = certificat retenu jusqu'à la preuve / certificate held back until the proof
[condition][]heures sans preuve suffisante : {traitement}={traitement}

# id: heures-sans-preuve-financeur
# genre: paramètre
# fois: facultatif, par financeur
# en: for funder {financeur}, hours without sufficient proof: {traitement}
# financeur: choix, CPF = CPF | OPCO = OPCO | FRANCE_TRAVAIL = France Travail | REGION = Région / Region | EMPLOYER = Employeur / Employer | SELF = Particulier / Private person | OTHER = Autre / Other
# traitement: choix, LISTED = comptées et signalées sur l'attestation / counted and told on the statement | LEFT_OUT = retirées du certificat et signalées / left out of the certificate and told | HELD_BACK = certificat retenu jusqu'à la preuve / certificate held back until the proof
[condition][]pour le financeur {financeur}, heures sans preuve suffisante : {traitement}={traitement}
