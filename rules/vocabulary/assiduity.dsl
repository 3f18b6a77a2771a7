# The sentences an assiduity rule is made of. One place for each: its words in French and English, its blanks, its
# meaning for the engine, its explanation. Above a sentence:
#   id           never changes once published
#   genre        condition, exception, portée (scope), action, limite
#   en           the sentence in English
#   <blank>      type (nombre, pourcentage, choix, texte), unit, range, example; for choix: code = label | code = label
#   explication  what is said when it held or not; {valeur} is the measure, {occasions} what made it
# A condition is a Measure of the learner ($apprenant) compared with its blanks; an action is a call on $conclusion.

# id: financeur
# genre: portée
# en: learners of funder {financeur}
# financeur: choix, CPF = CPF | OPCO = OPCO | FRANCE_TRAVAIL = France Travail | REGION = Région | EMPLOYER = Employeur | SELF = Particulier
# explication: financeur {financeur}
[condition][]les apprenants du financeur {financeur}=Measure( value == 1 ) from $apprenant.fundedBy( {financeur} )

# id: groupe
# genre: portée
# en: learners of group {groupe}
# groupe: texte, code de groupe, 1..40, exemple GRP-2026-001
# explication: groupe {groupe}
[condition][]les apprenants du groupe {groupe}=Measure( value == 1 ) from $apprenant.inGroup( {groupe} )

# id: apprentis
# genre: portée
# en: apprentices
# explication: contrat d'apprentissage
[condition][]les apprentis=Measure( value == 1 ) from $apprenant.apprentice()

# id: mineurs
# genre: portée
# en: learners under age
# explication: apprenant mineur
[condition][]les apprenants mineurs=Measure( value == 1 ) from $apprenant.minor()

# id: demi-journees-non-justifiees
# genre: condition
# en: the learner has at least {n} half-days of unjustified absence, deadline passed, over the last {jours} days
# n: nombre, demi-journées, 1..60, exemple 3
# jours: nombre, jours, 1..365, exemple 30
# explication: {valeur} demi-journées d'absence non justifiée sur les {jours} derniers jours (seuil : {n}){occasions}
[condition][]l'apprenant a au moins {n} demi-journées d'absence non justifiée, délai échu, sur les {jours} derniers jours=Measure( value >= {n} ) from $apprenant.unjustifiedHalfDays( {jours} )

# id: demi-journees-absence
# genre: condition
# en: the learner has at least {n} half-days of absence, justified or not, over the last {jours} days
# n: nombre, demi-journées, 1..60, exemple 4
# jours: nombre, jours, 1..365, exemple 30
# explication: {valeur} demi-journées d'absence sur les {jours} derniers jours (seuil : {n}){occasions}
[condition][]l'apprenant a au moins {n} demi-journées d'absence, justifiées ou non, sur les {jours} derniers jours=Measure( value >= {n} ) from $apprenant.absentHalfDays( {jours} )

# id: absences-modalite
# genre: condition
# en: the learner missed at least {n} sessions {modalite} over the last {jours} days
# n: nombre, séances, 1..60, exemple 2
# modalite: choix, IN_PERSON = en présentiel | VIDEO = en visioconférence | ONLINE = en ligne
# jours: nombre, jours, 1..365, exemple 30
# explication: {valeur} séances {modalite} manquées sur les {jours} derniers jours (seuil : {n}){occasions}
[condition][]l'apprenant a manqué au moins {n} séances {modalite} sur les {jours} derniers jours=Measure( value >= {n} ) from $apprenant.missedSessions( {modalite}, {jours} )

# id: demi-journees-consecutives
# genre: condition
# en: the learner has been absent for {n} consecutive half-days of training, company periods left out
# n: nombre, demi-journées, 1..40, exemple 2
# explication: {valeur} demi-journées de formation consécutives d'absence (seuil : {n}){occasions}
[condition][]l'apprenant est absent depuis {n} demi-journées de formation consécutives, périodes en entreprise exclues=Measure( value >= {n} ) from $apprenant.consecutiveAbsentHalfDays()

# id: part-absences-non-justifiees
# genre: condition
# en: unjustified absences exceed {taux} % of the hours planned to date
# taux: pourcentage, %, 0..100, exemple 10
# explication: absences non justifiées : {valeur} % des heures prévues à ce jour (seuil : {taux} %){occasions}
[condition][]les absences non justifiées dépassent {taux} % des heures prévues à ce jour=Measure( value > {taux} ) from $apprenant.unjustifiedShare()

# id: part-absences
# genre: condition
# en: absences, justified or not, exceed {taux} % of the hours planned to date
# taux: pourcentage, %, 0..100, exemple 20
# explication: absences : {valeur} % des heures prévues à ce jour (seuil : {taux} %){occasions}
[condition][]les absences, justifiées ou non, dépassent {taux} % des heures prévues à ce jour=Measure( value > {taux} ) from $apprenant.absentShare()

# id: taux-assiduite
# genre: condition
# en: their attendance rate to date is below {taux} %
# taux: pourcentage, %, 1..100, exemple 80
# explication: taux d'assiduité à date : {valeur} % (seuil : {taux} %)
[condition][]son taux d'assiduité à date est inférieur à {taux} %=Measure( value < {taux} ) from $apprenant.attendanceRate()

# id: taux-assiduite-apprenant
# genre: condition
# en: the learner's attendance rate to date is below {taux} %
# taux: pourcentage, %, 1..100, exemple 80
# explication: taux d'assiduité à date : {valeur} % (seuil : {taux} %)
[condition][]l'apprenant a un taux d'assiduité à date inférieur à {taux} %=Measure( value < {taux} ) from $apprenant.attendanceRate()

# id: retards
# genre: condition
# en: the learner was late at least {n} times over the last {jours} days
# n: nombre, retards, 1..60, exemple 3
# jours: nombre, jours, 1..365, exemple 30
# explication: {valeur} retards sur les {jours} derniers jours (seuil : {n}){occasions}
[condition][]l'apprenant cumule au moins {n} retards sur les {jours} derniers jours=Measure( value >= {n} ) from $apprenant.lateArrivals( {jours} )

# id: retards-ou-departs
# genre: condition
# en: the learner was late or left early at least {n} times over the last {jours} days
# n: nombre, retards ou départs, 1..60, exemple 3
# jours: nombre, jours, 1..365, exemple 30
# explication: {valeur} retards ou départs anticipés sur les {jours} derniers jours (seuil : {n}){occasions}
[condition][]l'apprenant cumule au moins {n} retards ou départs anticipés sur les {jours} derniers jours=Measure( value >= {n} ) from $apprenant.lateOrEarly( {jours} )

# id: minutes-perdues
# genre: condition
# en: the learner lost at least {minutes} minutes by late arrivals or early departures over the last {jours} days
# minutes: nombre, minutes, 1..6000, exemple 60
# jours: nombre, jours, 1..365, exemple 30
# explication: {valeur} minutes perdues en retards ou départs anticipés sur les {jours} derniers jours (seuil : {minutes}){occasions}
[condition][]l'apprenant a perdu au moins {minutes} minutes en retards ou départs anticipés sur les {jours} derniers jours=Measure( value >= {minutes} ) from $apprenant.lostMinutes( {jours} )

# id: inactivite
# genre: condition
# en: the learner had no activity for {jours} days while an activity is due within {echeance} days
# jours: nombre, jours, 1..365, exemple 7
# echeance: nombre, jours, 1..365, exemple 14
# explication: aucune activité depuis {valeur} jours (seuil : {jours}) alors qu'une activité est due avant {echeance} jours
[condition][]l'apprenant n'a eu aucune activité depuis {jours} jours alors qu'une activité est due avant {echeance} jours=Measure( value >= {jours} ) from $apprenant.inactiveDaysWithDueWithin( {echeance} )

# id: sans-justificatif
# genre: condition
# en: no document was handed in {jours} working days after the absence
# jours: nombre, jours ouvrés, 1..60, exemple 2
# explication: aucun justificatif {valeur} jours ouvrés après l'absence (seuil : {jours}){occasions}
[condition][]aucun justificatif n'a été déposé {jours} jours ouvrés après l'absence=Measure( value >= {jours} ) from $apprenant.workingDaysWithoutDocument()

# id: relance-en-cours
# genre: exception
# en: a relaunch is already running for this learner
# explication: une relance est en cours pour cet apprenant
[condition][]une relance est déjà en cours pour cet apprenant=Measure( value == 1 ) from $apprenant.relaunchRunning()

# id: justificatif-en-examen
# genre: exception
# en: the learner has a document under review
# explication: un justificatif est en cours d'examen
[condition][]l'apprenant a un justificatif en cours d'examen=Measure( value == 1 ) from $apprenant.justificationUnderReview()

# id: apprenti
# genre: exception
# en: the learner is an apprentice
# explication: contrat d'apprentissage
[condition][]l'apprenant est en contrat d'apprentissage=Measure( value == 1 ) from $apprenant.apprentice()

# id: relancer
# genre: action
# en: relaunch the learner with template "{modele}"
# modele: choix, absences-repetees = Absences répétées | foad-inactivite = Activité à distance en attente
[consequence][]relancer l'apprenant avec le modèle "{modele}"=$conclusion.relaunchLearner( {modele}, 0 );

# id: relancer-deux-fois
# genre: action
# en: relaunch the learner with template "{modele}", then again after {jours} working days
# modele: choix, absences-repetees = Absences répétées | foad-inactivite = Activité à distance en attente
# jours: nombre, jours ouvrés, 1..30, exemple 3
[consequence][]relancer l'apprenant avec le modèle "{modele}", puis de nouveau après {jours} jours ouvrés=$conclusion.relaunchLearner( {modele}, {jours} );

# id: prevenir-referent
# genre: action
# en: alert the referent
[consequence][]prévenir le référent=$conclusion.alertReferent();

# id: prevenir-formateur
# genre: action
# en: alert the trainer
[consequence][]prévenir le formateur=$conclusion.alertTrainer();

# id: signaler-a-risque
# genre: action
# en: flag as at risk
[consequence][]signaler à risque=$conclusion.flagAtRisk();

# id: au-plus-une-fois
# genre: limite
# en: at most once per learner every {jours} days
# jours: nombre, jours, 1..365, exemple 14
[consequence][]au plus une fois par apprenant tous les {jours} jours=$conclusion.atMostOnceIn( {jours} );
