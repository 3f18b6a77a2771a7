# Parameters of rules/presence/presence.drl.

# id: seuil-presence
# genre: paramètre
# en: present from {seuil} % of the taught time
# seuil: pourcentage, %, 1..100, exemple 80
[condition][]présent à partir de {seuil} % de la durée enseignée={seuil}

# id: retard-tolere
# genre: paramètre
# en: late arrival or early departure tolerated: {tolerance} minutes
# tolerance: nombre, minutes, 0..120, exemple 10
[condition][]retard toléré : {tolerance} minutes={tolerance}
