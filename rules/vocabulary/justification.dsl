# Parameters of the request for a justification.

# id: delai-justificatif
# genre: paramètre
# en: justification expected within {delai} hours
# delai: nombre, heures, 1..720, exemple 48
[condition][]justificatif attendu dans les {delai} heures={delai}

# id: attente-demande
# genre: paramètre
# en: request sent {attente} minutes after the start of the session
# attente: nombre, minutes, 30..480, exemple 30
[condition][]demande envoyée {attente} minutes après le début de la séance={attente}
