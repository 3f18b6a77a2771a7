# The sentences an assiduity rule is made of. One place for each: its words in French and English, its blanks, its
# meaning for the engine, its explanation. Above a sentence:
#   id           never changes once published
#   genre        condition, exception, portée (scope), action, limite
#   en           the sentence in English; rules may be written in either language
#   <blank>      type (nombre, pourcentage, durée, date, choix, texte, phrase), unit (one|several / one|several in English),
#                range, example; a durée is written with its own unit (minutes, heures, jours) and compared in minutes; for
#                choix: code = label / English label | code = label; for texte: liste <name> offers what the centre has
#   explication  what is said when it held or not; {valeur} is the measure, {occasions} what made it, {valeur:one|several}
#                the words that go with that number
#   explanation  the same in English
# A condition is a measure of the learner compared with a blank (atLeast, over, under, holds); where there is nothing to
# measure it never holds. An action is a call on $conclusion; none can block a certificate.

# --- À qui la règle s'applique

# id: financeur
# genre: portée
# en: learners of funder {financeur}
# financeur: choix, CPF = CPF | OPCO = OPCO | FRANCE_TRAVAIL = France Travail | REGION = Région / Region | EMPLOYER = Employeur / Employer | SELF = Particulier / Private person
# explication: financeur {financeur}
# explanation: funder {financeur}
[condition][]les apprenants du financeur {financeur}=fundedBy( {financeur} ).holds()

# id: groupe
# genre: portée
# en: learners of group {groupe}
# groupe: texte, code de groupe / group code, 1..40, liste groupes, exemple GRP-2026-001
# explication: groupe {groupe}
# explanation: group {groupe}
[condition][]les apprenants du groupe {groupe}=inGroup( {groupe} ).holds()

# id: action
# genre: portée
# en: learners of programme {action}
# action: texte, code de l'action / programme code, 1..40, liste actions, exemple PRG-2026-001
# explication: action de formation {action}
# explanation: programme {action}
[condition][]les apprenants de l'action {action}=inProgramme( {action} ).holds()

# id: site
# genre: portée
# en: learners of site {site}
# site: texte, code du site / site code, 1..40, liste sites, exemple PARIS
# explication: site {site}
# explanation: training site {site}
[condition][]les apprenants du site {site}=atSite( {site} ).holds()

# id: apprentis
# genre: portée
# en: apprentices
# explication: contrat d'apprentissage
# explanation: apprenticeship contract
[condition][]les apprentis=apprentice().holds()

# id: mineurs
# genre: portée
# en: learners under age
# explication: apprenant mineur
# explanation: learner under age
[condition][]les apprenants mineurs=minor().holds()

# id: a-distance
# genre: portée
# en: distance learners
# explication: formation à distance
# explanation: distance learning
[condition][]les apprenants à distance=distanceLearner().holds()

# id: periode
# genre: portée
# en: the period from {debut} to {fin}
# debut: date, exemple 01/09/2026
# fin: date, exemple 31/12/2026
# explication: en vigueur du {debut} au {fin}
# explanation: in force from {debut} to {fin}
[condition][]la période du {debut} au {fin}=during( {debut}, {fin} ).holds()

# id: periode-a-partir
# genre: portée
# en: the period from {debut} on
# debut: date, exemple 01/09/2026
# explication: en vigueur à partir du {debut}
# explanation: in force from {debut} on
[condition][]la période à partir du {debut}=during( {debut}, "2100-12-31" ).holds()

# id: periode-jusque
# genre: portée
# en: the period until {fin}
# fin: date, exemple 31/12/2026
# explication: en vigueur jusqu'au {fin}
# explanation: in force until {fin}
[condition][]la période jusqu'au {fin}=during( "2000-01-01", {fin} ).holds()

# --- Absences en demi-journées

# id: demi-journees-non-justifiees
# genre: condition
# en: the learner has at least {n} half-days of unjustified absence, deadline passed, over the last {jours} days
# n: nombre, demi-journée|demi-journées / half-day|half-days, 1..60, exemple 3
# jours: nombre, jour|jours / day|days, 1..365, exemple 30
# explication: {valeur} {valeur:demi-journée|demi-journées} d'absence non justifiée sur les {jours} derniers jours (seuil : {n}){occasions}
# explanation: {valeur} {valeur:half-day|half-days} of unjustified absence over the last {jours} days (threshold: {n}){occasions}
[condition][]l'apprenant a au moins {n} demi-journées d'absence non justifiée, délai échu, sur les {jours} derniers jours=halfDays( "JUSTIFICATION", "UNJUSTIFIED", {jours} ).atLeast( {n} )

# id: demi-journees-absence
# genre: condition
# en: the learner has at least {n} half-days of absence, justified or not, over the last {jours} days
# n: nombre, demi-journée|demi-journées / half-day|half-days, 1..60, exemple 4
# jours: nombre, jour|jours / day|days, 1..365, exemple 30
# explication: {valeur} {valeur:demi-journée|demi-journées} d'absence sur les {jours} derniers jours (seuil : {n}){occasions}
# explanation: {valeur} {valeur:half-day|half-days} of absence over the last {jours} days (threshold: {n}){occasions}
[condition][]l'apprenant a au moins {n} demi-journées d'absence, justifiées ou non, sur les {jours} derniers jours=halfDays( "ALL", "", {jours} ).atLeast( {n} )

# id: demi-journees-justification
# genre: condition
# en: the learner has at least {n} half-days of {justification} absence over the last {jours} days
# n: nombre, demi-journée|demi-journées / half-day|half-days, 1..60, exemple 3
# justification: choix, UNJUSTIFIED = non justifiée / unjustified | JUSTIFIED = justifiée / justified | TO_JUSTIFY = à justifier / to be justified | UNDER_REVIEW = en cours d'examen / under review
# jours: nombre, jour|jours / day|days, 1..365, exemple 30
# explication: {valeur} {valeur:demi-journée|demi-journées} d'absence {justification} sur les {jours} derniers jours (seuil : {n}){occasions}
# explanation: {valeur} {valeur:half-day|half-days} of absence ({justification}) over the last {jours} days (threshold: {n}){occasions}
[condition][]l'apprenant a au moins {n} demi-journées d'absence {justification} sur les {jours} derniers jours=halfDays( "JUSTIFICATION", {justification}, {jours} ).atLeast( {n} )

# id: demi-journees-motif
# genre: condition
# en: the learner has at least {n} half-days of absence for reason {motif} over the last {jours} days
# n: nombre, demi-journée|demi-journées / half-day|half-days, 1..60, exemple 3
# motif: choix, SICKNESS = maladie / sickness | WORK_ACCIDENT = accident du travail / accident at work | PARENTHOOD = maternité ou paternité / parenthood | FAMILY_EVENT = événement familial / family event | BEREAVEMENT = décès d'un proche / bereavement | SICK_CHILD = enfant malade / sick child | SUMMONS = convocation / summons | TRANSPORT = transports / transport | EXAM_LEAVE = congé pour examen / exam leave | EMPLOYER_KEPT = gardé en entreprise / kept at the company | OTHER = autre motif / other reason
# jours: nombre, jour|jours / day|days, 1..365, exemple 30
# explication: {valeur} {valeur:demi-journée|demi-journées} d'absence pour le motif {motif} sur les {jours} derniers jours (seuil : {n}){occasions}
# explanation: {valeur} {valeur:half-day|half-days} of absence for reason {motif} over the last {jours} days (threshold: {n}){occasions}
[condition][]l'apprenant a au moins {n} demi-journées d'absence pour le motif {motif} sur les {jours} derniers jours=halfDays( "REASON", {motif}, {jours} ).atLeast( {n} )

# id: demi-journees-modalite
# genre: condition
# en: the learner has at least {n} half-days of absence {modalite} over the last {jours} days
# n: nombre, demi-journée|demi-journées / half-day|half-days, 1..60, exemple 3
# modalite: choix, IN_PERSON = en présentiel / in person | VIDEO = en visioconférence / by video | ONLINE = en ligne / online
# jours: nombre, jour|jours / day|days, 1..365, exemple 30
# explication: {valeur} {valeur:demi-journée|demi-journées} d'absence {modalite} sur les {jours} derniers jours (seuil : {n}){occasions}
# explanation: {valeur} {valeur:half-day|half-days} of absence {modalite} over the last {jours} days (threshold: {n}){occasions}
[condition][]l'apprenant a au moins {n} demi-journées d'absence {modalite} sur les {jours} derniers jours=halfDays( "MODALITY", {modalite}, {jours} ).atLeast( {n} )

# id: demi-journees-module
# genre: condition
# en: the learner has at least {n} half-days of absence in module {module} over the last {jours} days
# n: nombre, demi-journée|demi-journées / half-day|half-days, 1..60, exemple 3
# module: texte, code du module / module code, 1..40, liste modules, exemple M1
# jours: nombre, jour|jours / day|days, 1..365, exemple 30
# explication: {valeur} {valeur:demi-journée|demi-journées} d'absence dans le module {module} sur les {jours} derniers jours (seuil : {n}){occasions}
# explanation: {valeur} {valeur:half-day|half-days} of absence in module {module} over the last {jours} days (threshold: {n}){occasions}
[condition][]l'apprenant a au moins {n} demi-journées d'absence dans le module {module} sur les {jours} derniers jours=halfDays( "MODULE", {module}, {jours} ).atLeast( {n} )

# id: demi-journees-jour
# genre: condition
# en: the learner has at least {n} half-days of absence {jour} over the last {jours} days
# n: nombre, demi-journée|demi-journées / half-day|half-days, 1..60, exemple 3
# jour: choix, MONDAY = le lundi / on Mondays | TUESDAY = le mardi / on Tuesdays | WEDNESDAY = le mercredi / on Wednesdays | THURSDAY = le jeudi / on Thursdays | FRIDAY = le vendredi / on Fridays | SATURDAY = le samedi / on Saturdays
# jours: nombre, jour|jours / day|days, 1..365, exemple 30
# explication: {valeur} {valeur:demi-journée|demi-journées} d'absence {jour} sur les {jours} derniers jours (seuil : {n}){occasions}
# explanation: {valeur} {valeur:half-day|half-days} of absence {jour} over the last {jours} days (threshold: {n}){occasions}
[condition][]l'apprenant a au moins {n} demi-journées d'absence {jour} sur les {jours} derniers jours=halfDays( "WEEKDAY", {jour}, {jours} ).atLeast( {n} )

# id: demi-journees-site
# genre: condition
# en: the learner has at least {n} half-days of absence at site {site} over the last {jours} days
# n: nombre, demi-journée|demi-journées / half-day|half-days, 1..60, exemple 3
# site: texte, code du site / site code, 1..40, liste sites, exemple PARIS
# jours: nombre, jour|jours / day|days, 1..365, exemple 30
# explication: {valeur} {valeur:demi-journée|demi-journées} d'absence sur le site {site} sur les {jours} derniers jours (seuil : {n}){occasions}
# explanation: {valeur} {valeur:half-day|half-days} of absence at site {site} over the last {jours} days (threshold: {n}){occasions}
[condition][]l'apprenant a au moins {n} demi-journées d'absence sur le site {site} sur les {jours} derniers jours=halfDays( "SITE", {site}, {jours} ).atLeast( {n} )

# id: demi-journees-periode
# genre: condition
# en: the learner has at least {n} half-days of absence, justified or not, from {debut} to {fin}
# n: nombre, demi-journée|demi-journées / half-day|half-days, 1..60, exemple 3
# debut: date, exemple 01/09/2026
# fin: date, exemple 31/12/2026
# explication: {valeur} {valeur:demi-journée|demi-journées} d'absence du {debut} au {fin} (seuil : {n}){occasions}
# explanation: {valeur} {valeur:half-day|half-days} of absence from {debut} to {fin} (threshold: {n}){occasions}
[condition][]l'apprenant a au moins {n} demi-journées d'absence, justifiées ou non, du {debut} au {fin}=halfDaysBetween( "ALL", "", {debut}, {fin} ).atLeast( {n} )

# id: demi-journees-justification-periode
# genre: condition
# en: the learner has at least {n} half-days of {justification} absence from {debut} to {fin}
# n: nombre, demi-journée|demi-journées / half-day|half-days, 1..60, exemple 3
# justification: choix, UNJUSTIFIED = non justifiée / unjustified | JUSTIFIED = justifiée / justified | TO_JUSTIFY = à justifier / to be justified | UNDER_REVIEW = en cours d'examen / under review
# debut: date, exemple 01/09/2026
# fin: date, exemple 31/12/2026
# explication: {valeur} {valeur:demi-journée|demi-journées} d'absence {justification} du {debut} au {fin} (seuil : {n}){occasions}
# explanation: {valeur} {valeur:half-day|half-days} of absence ({justification}) from {debut} to {fin} (threshold: {n}){occasions}
[condition][]l'apprenant a au moins {n} demi-journées d'absence {justification} du {debut} au {fin}=halfDaysBetween( "JUSTIFICATION", {justification}, {debut}, {fin} ).atLeast( {n} )

# id: demi-journees-consecutives
# genre: condition
# en: the learner has been absent for {n} consecutive half-days of training, company periods left out
# n: nombre, demi-journée|demi-journées / half-day|half-days, 1..40, exemple 2
# explication: {valeur} {valeur:demi-journée de formation|demi-journées de formation consécutives} d'absence (seuil : {n}){occasions}
# explanation: {valeur} {valeur:half-day|consecutive half-days} of training missed (threshold: {n}){occasions}
[condition][]l'apprenant est absent depuis {n} demi-journées de formation consécutives, périodes en entreprise exclues=consecutiveAbsentHalfDays().atLeast( {n} )

# id: absences-modalite
# genre: condition
# en: the learner missed at least {n} sessions {modalite} over the last {jours} days
# n: nombre, séance|séances / session|sessions, 1..60, exemple 2
# modalite: choix, IN_PERSON = en présentiel / in person | VIDEO = en visioconférence / by video | ONLINE = en ligne / online
# jours: nombre, jour|jours / day|days, 1..365, exemple 30
# explication: {valeur} {valeur:séance|séances} {modalite} {valeur:manquée|manquées} sur les {jours} derniers jours (seuil : {n}){occasions}
# explanation: {valeur} {valeur:session|sessions} missed {modalite} over the last {jours} days (threshold: {n}){occasions}
[condition][]l'apprenant a manqué au moins {n} séances {modalite} sur les {jours} derniers jours=missedSessions( {modalite}, {jours} ).atLeast( {n} )

# id: absent-au-debut
# genre: condition
# en: the learner is expected and still marked absent {delai} after the start of the session
# delai: durée, 1 minutes..4 heures, exemple 30 minutes
# explication: noté absent {valeur} après le début de la séance (seuil : {delai}){occasions}
# explanation: marked absent {valeur} after the start of the session (threshold: {delai}){occasions}
[condition][]l'apprenant est attendu et toujours noté absent {delai} après le début de la séance=minutesMarkedAbsent().atLeast( {delai} )

# --- Absences en heures

# id: heures-absence
# genre: condition
# en: the learner has at least {n} hours of absence, justified or not, over the last {jours} days
# n: nombre, heure|heures / hour|hours, 1..500, exemple 14
# jours: nombre, jour|jours / day|days, 1..365, exemple 30
# explication: {valeur} {valeur:heure|heures} d'absence sur les {jours} derniers jours (seuil : {n}){occasions}
# explanation: {valeur} {valeur:hour|hours} of absence over the last {jours} days (threshold: {n}){occasions}
[condition][]l'apprenant a au moins {n} heures d'absence, justifiées ou non, sur les {jours} derniers jours=hours( "ALL", "", {jours} ).atLeast( {n} )

# id: heures-justification
# genre: condition
# en: the learner has at least {n} hours of {justification} absence over the last {jours} days
# n: nombre, heure|heures / hour|hours, 1..500, exemple 14
# justification: choix, UNJUSTIFIED = non justifiée / unjustified | JUSTIFIED = justifiée / justified | TO_JUSTIFY = à justifier / to be justified | UNDER_REVIEW = en cours d'examen / under review
# jours: nombre, jour|jours / day|days, 1..365, exemple 30
# explication: {valeur} {valeur:heure|heures} d'absence {justification} sur les {jours} derniers jours (seuil : {n}){occasions}
# explanation: {valeur} {valeur:hour|hours} of absence ({justification}) over the last {jours} days (threshold: {n}){occasions}
[condition][]l'apprenant a au moins {n} heures d'absence {justification} sur les {jours} derniers jours=hours( "JUSTIFICATION", {justification}, {jours} ).atLeast( {n} )

# id: heures-modalite
# genre: condition
# en: the learner has at least {n} hours of absence {modalite} over the last {jours} days
# n: nombre, heure|heures / hour|hours, 1..500, exemple 14
# modalite: choix, IN_PERSON = en présentiel / in person | VIDEO = en visioconférence / by video | ONLINE = en ligne / online
# jours: nombre, jour|jours / day|days, 1..365, exemple 30
# explication: {valeur} {valeur:heure|heures} d'absence {modalite} sur les {jours} derniers jours (seuil : {n}){occasions}
# explanation: {valeur} {valeur:hour|hours} of absence {modalite} over the last {jours} days (threshold: {n}){occasions}
[condition][]l'apprenant a au moins {n} heures d'absence {modalite} sur les {jours} derniers jours=hours( "MODALITY", {modalite}, {jours} ).atLeast( {n} )

# id: heures-module
# genre: condition
# en: the learner has at least {n} hours of absence in module {module} over the last {jours} days
# n: nombre, heure|heures / hour|hours, 1..500, exemple 14
# module: texte, code du module / module code, 1..40, liste modules, exemple M1
# jours: nombre, jour|jours / day|days, 1..365, exemple 30
# explication: {valeur} {valeur:heure|heures} d'absence dans le module {module} sur les {jours} derniers jours (seuil : {n}){occasions}
# explanation: {valeur} {valeur:hour|hours} of absence in module {module} over the last {jours} days (threshold: {n}){occasions}
[condition][]l'apprenant a au moins {n} heures d'absence dans le module {module} sur les {jours} derniers jours=hours( "MODULE", {module}, {jours} ).atLeast( {n} )

# id: heures-jour
# genre: condition
# en: the learner has at least {n} hours of absence {jour} over the last {jours} days
# n: nombre, heure|heures / hour|hours, 1..500, exemple 14
# jour: choix, MONDAY = le lundi / on Mondays | TUESDAY = le mardi / on Tuesdays | WEDNESDAY = le mercredi / on Wednesdays | THURSDAY = le jeudi / on Thursdays | FRIDAY = le vendredi / on Fridays | SATURDAY = le samedi / on Saturdays
# jours: nombre, jour|jours / day|days, 1..365, exemple 30
# explication: {valeur} {valeur:heure|heures} d'absence {jour} sur les {jours} derniers jours (seuil : {n}){occasions}
# explanation: {valeur} {valeur:hour|hours} of absence {jour} over the last {jours} days (threshold: {n}){occasions}
[condition][]l'apprenant a au moins {n} heures d'absence {jour} sur les {jours} derniers jours=hours( "WEEKDAY", {jour}, {jours} ).atLeast( {n} )

# id: heures-periode
# genre: condition
# en: the learner has at least {n} hours of absence, justified or not, from {debut} to {fin}
# n: nombre, heure|heures / hour|hours, 1..500, exemple 14
# debut: date, exemple 01/09/2026
# fin: date, exemple 31/12/2026
# explication: {valeur} {valeur:heure|heures} d'absence du {debut} au {fin} (seuil : {n}){occasions}
# explanation: {valeur} {valeur:hour|hours} of absence from {debut} to {fin} (threshold: {n}){occasions}
[condition][]l'apprenant a au moins {n} heures d'absence, justifiées ou non, du {debut} au {fin}=hoursBetween( "ALL", "", {debut}, {fin} ).atLeast( {n} )

# id: heures-justification-periode
# genre: condition
# en: the learner has at least {n} hours of {justification} absence from {debut} to {fin}
# n: nombre, heure|heures / hour|hours, 1..500, exemple 14
# justification: choix, UNJUSTIFIED = non justifiée / unjustified | JUSTIFIED = justifiée / justified | TO_JUSTIFY = à justifier / to be justified | UNDER_REVIEW = en cours d'examen / under review
# debut: date, exemple 01/09/2026
# fin: date, exemple 31/12/2026
# explication: {valeur} {valeur:heure|heures} d'absence {justification} du {debut} au {fin} (seuil : {n}){occasions}
# explanation: {valeur} {valeur:hour|hours} of absence ({justification}) from {debut} to {fin} (threshold: {n}){occasions}
[condition][]l'apprenant a au moins {n} heures d'absence {justification} du {debut} au {fin}=hoursBetween( "JUSTIFICATION", {justification}, {debut}, {fin} ).atLeast( {n} )

# id: part-absences-non-justifiees
# genre: condition
# en: unjustified absences exceed {taux} % of the hours planned to date
# taux: pourcentage, %, 0..100, exemple 10
# explication: absences non justifiées : {valeur} % des heures prévues à ce jour (seuil : {taux} %){occasions}
# explanation: unjustified absences: {valeur} % of the hours planned to date (threshold: {taux} %){occasions}
[condition][]les absences non justifiées dépassent {taux} % des heures prévues à ce jour=absentShare( "JUSTIFICATION", "UNJUSTIFIED" ).over( {taux} )

# id: part-absences
# genre: condition
# en: absences, justified or not, exceed {taux} % of the hours planned to date
# taux: pourcentage, %, 0..100, exemple 20
# explication: absences : {valeur} % des heures prévues à ce jour (seuil : {taux} %){occasions}
# explanation: absences to date: {valeur} % of the hours planned (threshold: {taux} %){occasions}
[condition][]les absences, justifiées ou non, dépassent {taux} % des heures prévues à ce jour=absentShare( "ALL", "" ).over( {taux} )

# id: part-absences-module
# genre: condition
# en: absences in module {module} exceed {taux} % of its hours planned to date
# module: texte, code du module / module code, 1..40, liste modules, exemple M1
# taux: pourcentage, %, 0..100, exemple 20
# explication: absences dans le module {module} : {valeur} % de ses heures prévues à ce jour (seuil : {taux} %)
# explanation: absences in module {module}: {valeur} % of its hours planned to date (threshold: {taux} %)
[condition][]les absences dans le module {module} dépassent {taux} % de ses heures prévues à ce jour=absentShareIn( {module} ).over( {taux} )

# --- Assiduité et heures

# id: taux-assiduite
# genre: condition
# en: their attendance rate to date is below {taux} %
# taux: pourcentage, %, 1..100, exemple 80
# explication: taux d'assiduité à date : {valeur} % (seuil : {taux} %)
# explanation: attendance rate to date: {valeur} % (threshold: {taux} %)
[condition][]son taux d'assiduité à date est inférieur à {taux} %=attendanceRate().under( {taux} )

# id: taux-assiduite-apprenant
# genre: condition
# en: the learner's attendance rate to date is below {taux} %
# taux: pourcentage, %, 1..100, exemple 80
# explication: taux d'assiduité à date : {valeur} % (seuil : {taux} %)
# explanation: attendance rate to date: {valeur} % (threshold: {taux} %)
[condition][]l'apprenant a un taux d'assiduité à date inférieur à {taux} %=attendanceRate().under( {taux} )

# id: taux-assiduite-jours
# genre: condition
# en: their attendance rate over the last {jours} days is below {taux} %
# jours: nombre, jour|jours / day|days, 1..365, exemple 30
# taux: pourcentage, %, 1..100, exemple 80
# explication: taux d'assiduité sur les {jours} derniers jours : {valeur} % (seuil : {taux} %)
# explanation: attendance rate over the last {jours} days: {valeur} % (threshold: {taux} %)
[condition][]son taux d'assiduité sur les {jours} derniers jours est inférieur à {taux} %=attendanceRateOver( {jours} ).under( {taux} )

# id: taux-assiduite-module
# genre: condition
# en: their attendance rate in module {module} is below {taux} %
# module: texte, code du module / module code, 1..40, liste modules, exemple M1
# taux: pourcentage, %, 1..100, exemple 80
# explication: taux d'assiduité dans le module {module} : {valeur} % (seuil : {taux} %)
# explanation: attendance rate in module {module}: {valeur} % (threshold: {taux} %)
[condition][]son taux d'assiduité dans le module {module} est inférieur à {taux} %=attendanceRateIn( {module} ).under( {taux} )

# id: taux-realisation
# genre: condition
# en: the completion rate of the agreed hours is below {taux} %
# taux: pourcentage, %, 1..100, exemple 80
# explication: taux de réalisation des heures conventionnées : {valeur} % (seuil : {taux} %)
# explanation: completion rate of the agreed hours: {valeur} % (threshold: {taux} %)
[condition][]le taux de réalisation des heures conventionnées est inférieur à {taux} %=hoursCompletion( "" ).under( {taux} )

# id: taux-realisation-financement
# genre: condition
# en: the completion rate of the hours of funding {financeur} is below {taux} %
# financeur: choix, CPF = CPF | OPCO = OPCO | FRANCE_TRAVAIL = France Travail | REGION = Région / Region | EMPLOYER = Employeur / Employer | SELF = Particulier / Private person
# taux: pourcentage, %, 1..100, exemple 80
# explication: taux de réalisation du financement {financeur} : {valeur} % (seuil : {taux} %)
# explanation: completion rate of funding {financeur}: {valeur} % (threshold: {taux} %)
[condition][]le taux de réalisation des heures du financement {financeur} est inférieur à {taux} %=hoursCompletion( {financeur} ).under( {taux} )

# id: taux-realisation-module
# genre: condition
# en: the completion rate of the hours of module {module} is below {taux} %
# module: texte, code du module / module code, 1..40, liste modules, exemple M1
# taux: pourcentage, %, 1..100, exemple 80
# explication: taux de réalisation du module {module} : {valeur} % (seuil : {taux} %)
# explanation: completion rate of module {module}: {valeur} % (threshold: {taux} %)
[condition][]le taux de réalisation des heures du module {module} est inférieur à {taux} %=moduleCompletion( {module} ).under( {taux} )

# id: projection
# genre: condition
# en: even present at all remaining sessions, the learner will end below {taux} % of the agreed hours
# taux: pourcentage, %, 1..100, exemple 80
# explication: au mieux {valeur} % des heures conventionnées à la fin (seuil : {taux} %)
# explanation: at best {valeur} % of the agreed hours in the end (threshold: {taux} %)
[condition][]même présent à toutes les séances restantes, l'apprenant terminera sous {taux} % des heures conventionnées=hoursForecast( "" ).under( {taux} )

# id: projection-financement
# genre: condition
# en: even present at all remaining sessions, the learner will end below {taux} % of the agreed hours of funding {financeur}
# taux: pourcentage, %, 1..100, exemple 80
# financeur: choix, CPF = CPF | OPCO = OPCO | FRANCE_TRAVAIL = France Travail | REGION = Région / Region | EMPLOYER = Employeur / Employer | SELF = Particulier / Private person
# explication: au mieux {valeur} % des heures du financement {financeur} à la fin (seuil : {taux} %)
# explanation: at best {valeur} % of the hours of funding {financeur} in the end (threshold: {taux} %)
[condition][]même présent à toutes les séances restantes, l'apprenant terminera sous {taux} % des heures conventionnées du financement {financeur}=hoursForecast( {financeur} ).under( {taux} )

# --- Retards et départs anticipés

# id: retards
# genre: condition
# en: the learner was late at least {n} times over the last {jours} days
# n: nombre, retard|retards / late arrival|late arrivals, 1..60, exemple 3
# jours: nombre, jour|jours / day|days, 1..365, exemple 30
# explication: {valeur} {valeur:retard|retards} sur les {jours} derniers jours (seuil : {n}){occasions}
# explanation: {valeur} late {valeur:arrival|arrivals} over the last {jours} days (threshold: {n}){occasions}
[condition][]l'apprenant cumule au moins {n} retards sur les {jours} derniers jours=lateArrivals( {jours} ).atLeast( {n} )

# id: departs
# genre: condition
# en: the learner left early at least {n} times over the last {jours} days
# n: nombre, départ|départs / departure|departures, 1..60, exemple 3
# jours: nombre, jour|jours / day|days, 1..365, exemple 30
# explication: {valeur} {valeur:départ anticipé|départs anticipés} sur les {jours} derniers jours (seuil : {n}){occasions}
# explanation: {valeur} early {valeur:departure|departures} over the last {jours} days (threshold: {n}){occasions}
[condition][]l'apprenant cumule au moins {n} départs anticipés sur les {jours} derniers jours=earlyDepartures( {jours} ).atLeast( {n} )

# id: retards-ou-departs
# genre: condition
# en: the learner was late or left early at least {n} times over the last {jours} days
# n: nombre, retard ou départ|retards ou départs / late arrival or early departure|late arrivals or early departures, 1..60, exemple 3
# jours: nombre, jour|jours / day|days, 1..365, exemple 30
# explication: {valeur} {valeur:retard ou départ anticipé|retards ou départs anticipés} sur les {jours} derniers jours (seuil : {n}){occasions}
# explanation: {valeur} {valeur:late arrival or early departure|late arrivals or early departures} over the last {jours} days (threshold: {n}){occasions}
[condition][]l'apprenant cumule au moins {n} retards ou départs anticipés sur les {jours} derniers jours=lateOrEarly( {jours} ).atLeast( {n} )

# id: minutes-retard
# genre: condition
# en: the learner was late by at least {minutes} minutes altogether over the last {jours} days
# minutes: nombre, minute|minutes / minute|minutes, 1..6000, exemple 60
# jours: nombre, jour|jours / day|days, 1..365, exemple 30
# explication: {valeur} {valeur:minute|minutes} de retard sur les {jours} derniers jours (seuil : {minutes}){occasions}
# explanation: {valeur} {valeur:minute|minutes} late over the last {jours} days (threshold: {minutes}){occasions}
[condition][]l'apprenant cumule au moins {minutes} minutes de retard sur les {jours} derniers jours=lateMinutes( {jours} ).atLeast( {minutes} )

# id: minutes-perdues
# genre: condition
# en: the learner lost at least {minutes} minutes by late arrivals or early departures over the last {jours} days
# minutes: nombre, minute|minutes / minute|minutes, 1..6000, exemple 60
# jours: nombre, jour|jours / day|days, 1..365, exemple 30
# explication: {valeur} {valeur:minute perdue|minutes perdues} en retards ou départs anticipés sur les {jours} derniers jours (seuil : {minutes}){occasions}
# explanation: {valeur} {valeur:minute|minutes} lost by late arrivals or early departures over the last {jours} days (threshold: {minutes}){occasions}
[condition][]l'apprenant a perdu au moins {minutes} minutes en retards ou départs anticipés sur les {jours} derniers jours=lostMinutes( {jours} ).atLeast( {minutes} )

# --- Formation à distance et évaluations

# id: inactivite
# genre: condition
# en: the learner had no activity for {jours} days while an activity is due within {echeance} days
# jours: nombre, jour|jours / day|days, 1..365, exemple 7
# echeance: nombre, jour|jours / day|days, 1..365, exemple 14
# explication: aucune activité depuis {valeur} {valeur:jour|jours} (seuil : {jours}) alors qu'une activité est due avant {echeance} jours
# explanation: no activity for {valeur} {valeur:day|days} (threshold: {jours}) while an activity is due within {echeance} days
[condition][]l'apprenant n'a eu aucune activité depuis {jours} jours alors qu'une activité est due avant {echeance} jours=inactiveDaysWithDueWithin( {echeance} ).atLeast( {jours} )

# id: inactivite-plateforme
# genre: condition
# en: the learner had no activity on the platform for {jours} days
# jours: nombre, jour|jours / day|days, 1..365, exemple 14
# explication: aucune activité sur la plateforme depuis {valeur} {valeur:jour|jours} (seuil : {jours})
# explanation: no activity on the platform for {valeur} {valeur:day|days} (threshold: {jours})
[condition][]l'apprenant n'a eu aucune activité sur la plateforme depuis {jours} jours=inactiveDays().atLeast( {jours} )

# id: connexion-attendue
# genre: condition
# en: connection time is below {taux} % of the time expected to date
# taux: pourcentage, %, 1..100, exemple 50
# explication: temps de connexion : {valeur} % du temps attendu à ce jour (seuil : {taux} %)
# explanation: connection time: {valeur} % of the time expected to date (threshold: {taux} %)
[condition][]le temps de connexion est inférieur à {taux} % du temps attendu à ce jour=connectionShare().under( {taux} )

# id: connexion-minutes
# genre: condition
# en: the learner was connected less than {minutes} minutes over the last {jours} days
# minutes: nombre, minute|minutes / minute|minutes, 1..6000, exemple 60
# jours: nombre, jour|jours / day|days, 1..365, exemple 7
# explication: {valeur} {valeur:minute|minutes} de connexion sur les {jours} derniers jours (seuil : {minutes})
# explanation: {valeur} {valeur:minute|minutes} of connection over the last {jours} days (threshold: {minutes})
[condition][]l'apprenant s'est connecté moins de {minutes} minutes sur les {jours} derniers jours=connectionMinutes( {jours} ).under( {minutes}.0 )

# id: activites-en-retard
# genre: condition
# en: the learner has at least {n} activities not done by their due date
# n: nombre, activité|activités / activity|activities, 1..60, exemple 2
# explication: {valeur} {valeur:activité non faite à son|activités non faites à leur} échéance (seuil : {n}){occasions}
# explanation: {valeur} {valeur:activity|activities} not done by the due date (threshold: {n}){occasions}
[condition][]l'apprenant a au moins {n} activités non faites à leur échéance=lateActivities().atLeast( {n} )

# id: module-non-termine
# genre: condition
# en: module {module} is not completed by {date}
# module: texte, code du module / module code, 1..40, liste modules, exemple M1
# date: date, exemple 31/12/2026
# explication: module {module} non terminé à la date du {date}{occasions}
# explanation: module {module} not completed by {date}{occasions}
[condition][]le module {module} n'est pas terminé à la date du {date}=moduleOpenAfter( {module}, {date} ).holds()

# id: evaluations-non-passees
# genre: condition
# en: the learner has not taken at least {n} evaluations by their date
# n: nombre, évaluation|évaluations / evaluation|evaluations, 1..30, exemple 1
# explication: {valeur} {valeur:évaluation non passée à sa|évaluations non passées à leur} date (seuil : {n}){occasions}
# explanation: {valeur} {valeur:evaluation|evaluations} not taken by the due date (threshold: {n}){occasions}
[condition][]l'apprenant n'a pas passé au moins {n} évaluations à leur date=evaluationsNotTaken().atLeast( {n} )

# id: evaluations-echouees
# genre: condition
# en: the learner failed at least {n} evaluations
# n: nombre, évaluation|évaluations / evaluation|evaluations, 1..30, exemple 2
# explication: {valeur} {valeur:évaluation échouée|évaluations échouées} (seuil : {n}){occasions}
# explanation: {valeur} failed {valeur:evaluation|evaluations} (threshold: {n}){occasions}
[condition][]l'apprenant a échoué à au moins {n} évaluations=evaluationsFailed().atLeast( {n} )

# --- Justificatifs, émargement, formateur

# id: sans-justificatif
# genre: condition
# en: no document was handed in {jours} working days after the absence
# jours: nombre, jour ouvré|jours ouvrés / working day|working days, 1..60, exemple 2
# explication: aucun justificatif {valeur} {valeur:jour ouvré|jours ouvrés} après l'absence (seuil : {jours}){occasions}
# explanation: no document {valeur} working {valeur:day|days} after the absence (threshold: {jours}){occasions}
[condition][]aucun justificatif n'a été déposé {jours} jours ouvrés après l'absence=workingDaysWithoutDocument().atLeast( {jours} )

# id: justificatif-sans-decision
# genre: condition
# en: a justification has waited {jours} days for a decision
# jours: nombre, jour|jours / day|days, 1..90, exemple 3
# explication: un justificatif attend une décision depuis {valeur} {valeur:jour|jours} (seuil : {jours}){occasions}
# explanation: a justification has waited {valeur} {valeur:day|days} for a decision (threshold: {jours}){occasions}
[condition][]un justificatif attend une décision depuis {jours} jours=daysUndecided().atLeast( {jours} )

# id: feuille-non-signee
# genre: condition
# en: the attendance sheet is not signed by {signataire} {delai} after the end of the session
# signataire: choix, TRAINER = le formateur / the trainer | LEARNER = l'apprenant / the learner
# delai: durée, 1 heures..30 jours, exemple 2 heures
# explication: feuille non signée par {signataire} {valeur} après la fin de la séance (seuil : {delai}){occasions}
# explanation: sheet not signed by {signataire} {valeur} after the end of the session (threshold: {delai}){occasions}
[condition][]la feuille d'émargement n'est pas signée par {signataire} {delai} après la fin de la séance=minutesUnsigned( {signataire} ).atLeast( {delai} )

# id: formateur-absent
# genre: condition
# en: the trainer was absent from at least {n} of the learner's sessions over the last {jours} days
# n: nombre, séance|séances / session|sessions, 1..60, exemple 2
# jours: nombre, jour|jours / day|days, 1..365, exemple 30
# explication: {valeur} {valeur:séance annulée ou reportée|séances annulées ou reportées} pour absence du formateur sur les {jours} derniers jours (seuil : {n}){occasions}
# explanation: {valeur} {valeur:session|sessions} cancelled or moved for the trainer's absence over the last {jours} days (threshold: {n}){occasions}
[condition][]le formateur a été absent à au moins {n} séances de l'apprenant sur les {jours} derniers jours=trainerAbsences( {jours} ).atLeast( {n} )

# --- Qui est l'apprenant, où il en est (aussi pour « sauf si »)

# id: relance-en-cours
# genre: exception
# en: a relaunch is already running for this learner
# explication: une relance est en cours pour cet apprenant
# explanation: a relaunch is running for this learner
[condition][]une relance est déjà en cours pour cet apprenant=relaunchRunning().holds()

# id: justificatif-en-examen
# genre: exception
# en: the learner has a document under review
# explication: un justificatif est en cours d'examen
# explanation: a document is under review
[condition][]l'apprenant a un justificatif en cours d'examen=justificationUnderReview().holds()

# id: apprenti
# genre: exception
# en: the learner is an apprentice
# explication: contrat d'apprentissage
# explanation: apprenticeship contract
[condition][]l'apprenant est en contrat d'apprentissage=apprentice().holds()

# id: mineur
# genre: exception
# en: the learner is under age
# explication: apprenant mineur
# explanation: learner under age
[condition][]l'apprenant est mineur=minor().holds()

# id: finance-par
# genre: exception
# en: the learner is funded by {financeur}
# financeur: choix, CPF = CPF | OPCO = OPCO | FRANCE_TRAVAIL = France Travail | REGION = Région / Region | EMPLOYER = Employeur / Employer | SELF = Particulier / Private person
# explication: financé par {financeur}
# explanation: funded by {financeur}
[condition][]l'apprenant est financé par {financeur}=fundedBy( {financeur} ).holds()

# id: distance
# genre: exception
# en: the learner follows the course from a distance
# explication: formation suivie à distance
# explanation: course followed from a distance
[condition][]l'apprenant suit sa formation à distance=distanceLearner().holds()

# id: amenagement
# genre: exception
# en: the learner has an accommodation
# explication: un aménagement est prévu
# explanation: an accommodation is planned
[condition][]l'apprenant bénéficie d'un aménagement=accommodated().holds()

# id: hors-formation
# genre: exception
# en: the learner is {situation}
# situation: choix, COMPANY = en entreprise / at their company | INTERRUPTED = en interruption / interrupted | ANY = en entreprise, en interruption ou avec un justificatif en cours d'examen / at their company, interrupted or with a document under review
# explication: l'apprenant est {situation}
# explanation: the learner is {situation}
[condition][]l'apprenant est {situation}=outsideTraining( {situation} ).holds()

# --- Ce que la règle demande

# id: relancer
# genre: action
# en: relaunch the learner with template "{modele}"
# modele: choix, absences-repetees = Absences répétées / Repeated absences | foad-inactivite = Activité à distance en attente / Distance activity waiting | avant-abandon = Sans nouvelles de votre part / No news from you
[consequence][]relancer l'apprenant avec le modèle "{modele}"=$conclusion.relaunchLearner( {modele}, 0 );

# id: relancer-deux-fois
# genre: action
# en: relaunch the learner with template "{modele}", then again after {jours} working days
# modele: choix, absences-repetees = Absences répétées / Repeated absences | foad-inactivite = Activité à distance en attente / Distance activity waiting | avant-abandon = Sans nouvelles de votre part / No news from you
# jours: nombre, jour ouvré|jours ouvrés / working day|working days, 1..30, exemple 3
[consequence][]relancer l'apprenant avec le modèle "{modele}", puis de nouveau après {jours} jours ouvrés=$conclusion.relaunchLearner( {modele}, {jours} );

# id: prevenir-referent
# genre: action
# en: alert the referent
[consequence][]prévenir le référent=$conclusion.alertReferent();

# id: prevenir-formateur
# genre: action
# en: alert the trainer
[consequence][]prévenir le formateur=$conclusion.alertTrainer();

# id: prevenir-qualite
# genre: action
# en: alert the quality manager
[consequence][]prévenir le responsable qualité=$conclusion.alertQuality();

# id: prevenir-employeur
# genre: action
# en: alert the employer
[consequence][]prévenir l'employeur=$conclusion.alertEmployer();

# id: creer-tache
# genre: action
# en: create task "{tache}" for {role}
# tache: phrase, ce qu'il faut faire / what is to be done, 1..100, exemple Appeler l'apprenant
# role: choix, REFERENT = le référent / the referent | TRAINER = le formateur / the trainer | QUALITY_MANAGER = le responsable qualité / the quality manager
[consequence][]créer la tâche "{tache}" pour {role}=$conclusion.createTask( {tache}, {role}, 0 );

# id: creer-tache-sous
# genre: action
# en: create task "{tache}" for {role}, to do within {jours} working days
# tache: phrase, ce qu'il faut faire / what is to be done, 1..100, exemple Appeler l'apprenant
# role: choix, REFERENT = le référent / the referent | TRAINER = le formateur / the trainer | QUALITY_MANAGER = le responsable qualité / the quality manager
# jours: nombre, jour ouvré|jours ouvrés / working day|working days, 1..30, exemple 2
[consequence][]créer la tâche "{tache}" pour {role}, à faire sous {jours} jours ouvrés=$conclusion.createTask( {tache}, {role}, {jours} );

# id: signaler-a-risque
# genre: action
# en: flag as at risk
[consequence][]signaler à risque=$conclusion.flagAtRisk();

# id: demander-signature
# genre: action
# en: ask the trainer to have the attendance sheet signed
[consequence][]demander au formateur de faire signer la feuille d'émargement=$conclusion.requireSignature();

# id: proposer-rattrapage
# genre: action
# en: propose a catch-up
[consequence][]proposer un rattrapage=$conclusion.proposeCatchUp();

# id: proposer-signalement
# genre: action
# en: propose a notice to the funder
[consequence][]proposer un signalement au financeur=$conclusion.proposeFunderNotice();

# id: ajouter-note
# genre: action
# en: add note "{note}"
# note: phrase, texte de la note / text of the note, 1..100, exemple À suivre de près
[consequence][]ajouter la note "{note}"=$conclusion.addNote( {note} );

# id: au-plus-une-fois
# genre: limite
# en: at most once per learner every {jours} days
# jours: nombre, jour|jours / day|days, 1..365, exemple 14
[consequence][]au plus une fois par apprenant tous les {jours} jours=$conclusion.atMostOnceIn( {jours} );
