# Webhook-uri trimise.

hooks-title = Webhook-uri trimise
hooks-what = Alte programe află imediat ce se întâmplă cu comenzile: semnat, în ordinea în care s-a întâmplat și din nou până când primesc.
hooks-none = Încă nu se trimite nimic nimănui.
hooks-new = Destinație nouă
hooks-edit = Editați destinația
hooks-add = Adăugați destinația
hooks-save = Salvați destinația
hooks-endpoint = Destinație
hooks-standing = Stare
hooks-enabled = activă
hooks-failing = eșuează
hooks-since = din
hooks-disabled = dezactivată
hooks-disabled-failing = dezactivată: cinci zile fără să primească nimic
hooks-disabled-gone = dezactivată: spune că nu mai există
hooks-paused = Nu dorește nimic înainte de
hooks-waiting = În așteptare
hooks-succeeded = Ultimul primit
hooks-never = niciodată
hooks-url = Adresă
hooks-url-what = Trebuie să înceapă cu https:// și să fie accesibilă din internet. Pentru programe din rețeaua proprie vedeți setarea CLEW_WEBHOOK_ALLOW.
hooks-description = La ce folosește (opțional)
hooks-payload = Cât i se spune
hooks-payload-thin = Care comandă, ce s-a întâmplat și când
hooks-payload-full = Toată comanda așa cum era atunci, cu nume și adresă
hooks-types = Evenimente
hooks-types-what = Nu alegeți niciunul pentru a le trimite pe toate, și pe cele adăugate ulterior.
hooks-types-all = toate
hooks-secrets = Secrete de semnare
hooks-secret-since = din
hooks-secret-ends = expiră
hooks-secret-new = Noul secret de semnare
hooks-secret-once = Copiați-l acum: nu se mai afișează. Cu el destinația verifică semnăturile (Standard Webhooks).
hooks-test = Trimiteți un test
hooks-test-message = Test
hooks-enable = Activați
hooks-disable = Dezactivați
hooks-disable-what = Nu se trimite nimic până nu o activați din nou. Între timp evenimentele se păstrează și apoi se trimit în ordine.
hooks-rotate = Înlocuiți secretul
hooks-rotate-what = Ambele secrete semnează timp de 24 de ore. Dați destinației noul secret în acest timp.
hooks-range = Retrimiteți multe sau săriți peste ele
hooks-range-what = Toate mesajele scrise în acest timp. Retrimise, își păstrează id-ul și ordinea; se sare doar peste cele neprimite.
hooks-range-since = De la
hooks-range-until = Până la
hooks-range-bad = Alegeți un început și un sfârșit ulterior.
hooks-remove = Ștergeți destinația
hooks-remove-what = Secretele, mesajele și jurnalul dispar odată cu ea. Nu se poate anula.
hooks-log = Mesaje
hooks-log-none = Niciun mesaj de afișat.
hooks-type = Eveniment
hooks-id = Id-ul mesajului
hooks-sequence = Secvență
hooks-sequence-of = Nr. { $name }
hooks-occurred = S-a întâmplat
hooks-state-pending = în așteptare
hooks-state-delivered = primit
hooks-state-failed = abandonat
hooks-state-skipped = sărit
hooks-behind = după un mesaj anterior al acestei comenzi
hooks-next = din nou
hooks-attempts = Încercări
hooks-attempts-none = Încă nu a fost trimis sau a fost trimis atât de demult încât jurnalul a fost șters.
hooks-request = Trimis
hooks-answer = Răspuns (primii 4 KB)
hooks-took = { $name } ms
hooks-body = Conținut
hooks-resend = Retrimiteți
hooks-resend-what = Cu același id: o destinație care îl are deja își dă seama. Mesajele ulterioare ale comenzii îl așteaptă.
hooks-skip = Săriți
hooks-skip-what = Nu se trimite, iar mesajele ulterioare ale comenzii continuă.
hooks-did-add = Destinația a fost adăugată. Trimiteți un test ca să vedeți dacă ascultă.
hooks-did-save = Destinația a fost salvată.
hooks-did-remove = Destinația a fost ștearsă.
hooks-did-enable = A fost activată. Ce aștepta se trimite acum, în ordine.
hooks-did-disable = A fost dezactivată. Evenimentele se păstrează.
hooks-did-rotate = Secretul a fost înlocuit. Cel vechi mai semnează 24 de ore.
hooks-did-resend = Se retrimit: { $count }.
hooks-did-skip = Sărite: { $count }.
hooks-why-address = adresă din interiorul unei rețele: nu a fost apelată
hooks-why-name = gazda nu există
hooks-why-timeout = niciun răspuns în 15 secunde
hooks-why-connection = fără conexiune
hooks-why-cut = conexiunea s-a întrerupt
hooks-why-redirect = duce în altă parte: nu a fost urmată
hooks-why-secret = niciun secret nu a putut fi deschis: nu s-a trimis
attention-webhook-failing = O destinație de webhook-uri nu a primit nimic de trei zile și va fi dezactivată la momentul indicat. Reparați-o sau dezactivați-o la Webhook-uri trimise.
attention-webhook-disabled = O destinație de webhook-uri a fost dezactivată: nu a primit nimic cinci zile sau a spus că nu mai există. Mesajele se păstrează: reparați-o și activați-o la Webhook-uri trimise.
attention-webhook-refused = O destinație de webhook-uri primește alte mesaje, dar a refuzat unul de opt ori; cele ulterioare ale comenzii așteaptă. Retrimiteți-l sau săriți-l la Webhook-uri trimise.
refused-receiver-no-address = Aceasta nu este adresa unui server web. Arată așa: https://erp.example/hooks
refused-receiver-not-https = Adresa trebuie să înceapă cu https://: altfel ar putea citi și alții. Gazdele din CLEW_WEBHOOK_ALLOW se pot lipsi de el.
refused-receiver-password = Scoateți numele și parola din adresă: ar ajunge în jurnale. Semnăturile dovedesc cine trimite.
refused-receiver-port = Webhook-urile se trimit la porturile 443 și 8443. Pentru altul, numiți gazda în CLEW_WEBHOOK_ALLOW.
refused-receiver-inside = Adresa se află în interiorul unei rețele. Dacă este cea dorită, numiți-o în CLEW_WEBHOOK_ALLOW.
refused-too-many-endpoints = Există deja { $most } destinații. Ștergeți una de care nu mai aveți nevoie.
hooks-waiting-many = { $count } de mesaje sau mai multe
hooks-waiting-count =
    { $count ->
        [0] nimic
        [one] { $count } mesaj
        [few] { $count } mesaje
       *[other] { $count } de mesaje
    }
hooks-attempts-count =
    { $count ->
        [0] încă nu
        [one] { $count } încercare
        [few] { $count } încercări
       *[other] { $count } de încercări
    }
