# Parameters of what counts as realised.

# id: coupure-connexion
# genre: paramètre
# en: connection gaps left out beyond {coupure} minutes
# coupure: nombre, minutes, 1..120, exemple 15
[condition][]interruption de connexion retirée au-delà de {coupure} minutes={coupure}
