# Cine este anunțat despre ce și pe ce canal.

rules-title = Cine este anunțat despre ce
rules-what = Clienții aleg în preferințe ce doresc să primească. Ce dezactivați aici nu se trimite nimănui; ce activați se trimite, dacă clientul nu a refuzat. E-mailurile despre bani și răspunsurile la ce a făcut clientul se trimit întotdeauna.
rules-everywhere = Toate fluxurile
rules-workflows = Fluxuri
rules-to-customers = Către clienți
rules-to-staff = Către echipă
rules-message = Mesaj
rules-always = Întotdeauna
rules-default-on = Implicit (se trimite)
rules-default-off = Implicit (nu se trimite)
rules-on = Se trimite
rules-off = Nu se trimite
rules-save = Salvați regulile
rules-saved = Regulile au fost salvate. Se aplică mesajelor de acum înainte.
