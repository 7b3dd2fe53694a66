# The staff's pages.

## Around every page

admin-skip = Salt la conținut
admin-nav = Secțiuni
admin-nav-overview = Sumar
admin-nav-orders = Comenzi
admin-nav-inbox = Webhook-uri
admin-sandbox = Mediu de test: fără plăți și mesaje reale
admin-live = În direct
admin-live-opening = Se conectează
admin-live-lost = Se reconectează
admin-language = Limbă
admin-language-set = Schimbați
admin-sign-out = Deconectare
admin-missing = Pagina nu a fost găsită
admin-missing-what = Nu există nimic la această adresă. Poate că numărul e scris greșit.
admin-to-orders = Toate comenzile
admin-to-start = La pagina de start
admin-retry = Încercați din nou

## Problems

admin-problem-network = Serverul nu poate fi contactat. Ce ați scris a rămas aici; încercați din nou peste o clipă.
admin-problem-input = Serverul nu a înțeles cererea. Reîncărcați pagina și încercați din nou.
admin-problem-incident = Incident { $name }.

## Doors

admin-sign-in = Autentificare
admin-email = E-mail
admin-password = Parolă
admin-password-rules = Cel puțin 12 caractere, nu doar câteva repetate. O propoziție scurtă e potrivită.
admin-name = Numele dumneavoastră
admin-set-up = Configurați magazinul
admin-set-up-what = Aici se creează primul cont, cu toate drepturile. Linkul funcționează o singură dată.
admin-set-up-go = Creați contul
admin-link-spent-title = Acest link nu mai este valabil
admin-door-failed-title = Această pagină nu funcționează acum

## Overview

admin-money-today = Încasat astăzi
admin-money-none = Încă nimic
admin-paid-today =
    { $count ->
        [0] Nicio comandă plătită astăzi
        [one] { $count } comandă plătită astăzi
        [few] { $count } comenzi plătite astăzi
       *[other] { $count } de comenzi plătite astăzi
    }
admin-waiting = Vă așteaptă
admin-attention = Necesită atenție
admin-by-status = După stare
admin-by-location = Comenzi deschise pe locații
admin-location-none = Fără locație

## List

admin-list-caption = Comenzi
admin-list-csv = Această listă ca fișier (CSV)
admin-list-none = Nicio comandă nu corespunde acestor filtre.
admin-list-empty = Încă nu există comenzi. Prima va apărea aici singură.
admin-filter = Căutare comenzi
admin-filter-search = Căutare
admin-filter-search-what = Număr, e-mail, colet sau nume
admin-filter-any = Oricare
admin-filter-from = De la
admin-filter-until = Până la
admin-filter-overdue = Doar cele depășite
admin-filter-attention = Doar cele care necesită atenție
admin-filter-oldest = Cele mai vechi întâi
admin-filter-go = Filtrați
admin-filter-clear = Ștergeți filtrele
admin-column-number = Număr
admin-column-customer = Client
admin-column-status = Stare
admin-column-payment = Plată
admin-column-pieces = Bucăți
admin-column-total = Total
admin-column-location = Locație
admin-column-placed = Plasată
admin-pages = Pagini
admin-page-first = Prima pagină
admin-page-next = Pagina următoare

## Order

admin-order = Comanda { $name }
admin-placed = Plasată
admin-reference = Referință
admin-due = Termen
admin-overdue-since = Termen depășit din
admin-next = Pasul următor
admin-next-nothing = În această stare nu e nimic de făcut manual.
admin-moved = Gata. Apare în istoric.
admin-step-back = Un pas înapoi
admin-step-back-what = Pentru greșeli. Clientul nu este anunțat.
admin-shipped = Salvată ca expediată.
admin-carrier = Curier (opțional)
admin-carrier-unknown = Curier nespecificat
admin-tracking-number = Număr de urmărire (opțional)
admin-tracking-link = Link de urmărire (opțional)
admin-tracking-link-what = Dacă rămâne gol, se formează din curier și număr atunci când cunoaștem curierul.
admin-tracking-page = Pagina curierului
admin-items = Articole
admin-print-file = Fișier de tipar
admin-print-file-of = Descărcați fișierul de tipar pentru { $name }
admin-subtotal = Subtotal
admin-shipping = Livrare
admin-total = Total
admin-parcels = Colete
admin-parcels-none = Încă nu a plecat niciun colet.
admin-parcel-add = Adăugați un colet
admin-parcel-added = Colet adăugat.
admin-payment-intent = Plata în Stripe
admin-address = Adresa de livrare
admin-written-in = Limba:
admin-shipping-choice = Livrarea aleasă:
admin-history = Istoric
admin-internal = intern
admin-note = Notă
admin-note-what = O citește doar echipa.
admin-note-add = Adăugați nota
admin-note-added = Notă adăugată.

## Webhooks

admin-inbox-received = Primite
admin-inbox-none = Niciun webhook de afișat.
admin-inbox-refused = Respinse
admin-inbox-refused-what = Semnătura lipsește, este greșită sau prea veche. Dacă sunt multe, un secret e greșit sau cineva încearcă.
admin-inbox-refused-none = Niciunul nu a fost respins.
admin-jobs-waiting =
    { $count ->
        [0] Nicio sarcină în așteptare.
        [one] { $count } sarcină în așteptare.
        [few] { $count } sarcini în așteptare.
       *[other] { $count } de sarcini în așteptare.
    }
admin-jobs-dead =
    { $count ->
        [one] { $count } sarcină a fost abandonată după multe încercări. Jurnalul serverului spune de ce.
        [few] { $count } sarcini au fost abandonate după multe încercări. Jurnalul serverului spune de ce.
       *[other] { $count } de sarcini au fost abandonate după multe încercări. Jurnalul serverului spune de ce.
    }
admin-column-when = Când
admin-column-provider = De la
admin-column-kind = Tip
admin-column-state = Stare
admin-column-order = Comandă
admin-column-deliveries = Livrări
admin-column-reason = Motiv
admin-column-ip = Adresă
admin-column-times = De câte ori

## Money

admin-captured = Încasat
admin-refunded = Rambursat
admin-refundable = Se poate rambursa
admin-held = Blocat pe card
admin-held-until = Se poate încasa până la
admin-ledger-asked = Plată solicitată
admin-ledger-held = Blocat pe card
admin-ledger-captured = Încasat
admin-ledger-released = Blocare anulată
admin-ledger-failed = Neplătit
admin-ledger-mismatch = Sumă greșită
admin-ledger-refund = Rambursare solicitată
admin-ledger-refunded = Rambursat
admin-ledger-refund-failed = Rambursare eșuată, suma s-a întors
admin-ledger-dispute = Dispută
admin-refund = Rambursați…
admin-refund-title = Rambursare
admin-refund-amount = Sumă ({ $name })
admin-refund-most = Cel mult { $name }.
admin-refund-reason = Motiv
admin-refund-reason-requested-by-customer = A cerut-o clientul
admin-refund-reason-duplicate = Plătit de două ori
admin-refund-reason-fraudulent = Fraudă
admin-refund-review = Verificați
admin-refund-change = Modificați
admin-refund-sure = Este corect?
admin-refund-what = { $name } se întoarce pe cardul sau în contul din care a venit, de obicei în 5–10 zile. Clientul este anunțat prin e-mail la { $other }.
admin-refund-left = După aceea se mai pot rambursa { $name }.
admin-refund-left-nothing = După aceea nu mai rămâne nimic de rambursat.
admin-refund-note = Notă (opțional)
admin-refund-go = Rambursați { $name }
admin-refund-asked = Rambursarea a fost cerută. Mai jos vedeți în ce stadiu este.
admin-refund-elsewhere = Nu de personal, de aici
admin-refunds = Rambursări
admin-stripe-waits = Stripe nu răspunde acum. Cererea e păstrată și pleacă singură imediat ce răspunde.
admin-stripe-paused = Stripe ne-a refuzat cheia: cererea așteaptă până când cineva o corectează și confirmă la „Necesită atenție”.
admin-step-leave = Renunțați
admin-plan-asking = O clipă…
admin-stale = Între timp comanda s-a schimbat:
admin-look-again = Verificați din nou
admin-disputes = Dispute
admin-dispute-won = Câștigată
admin-dispute-lost = Pierdută
admin-dispute-closed = Închisă
admin-dispute-review = În analiză
admin-dispute-answer = Așteaptă răspunsul dumneavoastră
admin-dispute-due = Răspundeți în Stripe până la

## Calling off, sending back

admin-cancel = Anulați comanda…
admin-cancel-sure = Nu se poate reveni
admin-cancel-refund = Se rambursează { $name }.
admin-cancel-release = Blocarea de { $name } se anulează; nu se încasează nimic.
admin-cancel-no-money = Nu se mișcă bani.
admin-cancel-told = Clientul este anunțat prin e-mail.
admin-cancel-go = Anulați comanda
admin-cancelled = Comanda este anulată.
admin-return = Retur
admin-return-ask = Înregistrați un retur
admin-return-reason = Ce spune clientul (opțional)
admin-return-asked = Retur înregistrat.
admin-return-decline = Respingeți returul
admin-return-decline-what = Cererea se închide, comanda rămâne cum este, iar clientul este anunțat prin e-mail. Motivul i-l spuneți dumneavoastră.
admin-return-declined = Retur respins.
admin-return-receive = A ajuns înapoi
admin-return-receive-what = Când ajunge, spuneți câte bucăți se pot vinde din nou.
admin-return-no-stock = Nimic din această comandă nu a fost luat din stoc.
admin-return-received = Marcat ca returnat.
admin-return-refund-next = A ajuns înapoi. Rambursați suma la „Plată”.
admin-step-back-to = Înapoi la „{ $name }”

## Needs attention

admin-alert-clear = Rezolvat
admin-alert-cleared = Marcat ca rezolvat.
admin-attention-alerts = Deschise
admin-attention-none = Acum nimic nu vă așteaptă.
admin-providers = Furnizori
admin-providers-none = Încă nu a fost întrebat niciun furnizor.
admin-provider-well = Răspunde
admin-provider-unanswered = Nu a răspuns la ultima întrebare
admin-provider-down = Nu răspunde
admin-provider-paused = În pauză: ne-a refuzat cheia
admin-provider-resume = Întrebați din nou
admin-provider-resumed = Este întrebat din nou.
admin-provider-since = de
admin-repairs = Reparate automat
admin-repairs-what = Vești care nu au ajuns și au fost recuperate ulterior prin comparare cu furnizorul.
admin-repairs-none = Nu a fost nimic de reparat.
admin-unmapped = Coduri ale curierilor pe care nu le știe nimeni
admin-unmapped-what = Se păstrează cuvânt cu cuvânt și nu mută nicio comandă. Spuneți-ne despre ele, ca versiunea următoare să știe ce înseamnă.
admin-unmapped-none = Toate codurile primite sunt cunoscute.
admin-unmapped-times =
    { $count ->
        [one] o dată
        [few] de { $count } ori
       *[other] de { $count } de ori
    }
admin-ledger =
    { $count ->
        [one] Registru ({ $count } rând)
        [few] Registru ({ $count } rânduri)
       *[other] Registru ({ $count } de rânduri)
    }
admin-cancel-stock =
    { $count ->
        [one] { $count } bucată se întoarce în stoc.
        [few] { $count } bucăți se întorc în stoc.
       *[other] { $count } de bucăți se întorc în stoc.
    }
admin-cancel-labels =
    { $count ->
        [one] Se anulează { $count } etichetă nefolosită.
        [few] Se anulează { $count } etichete nefolosite.
       *[other] Se anulează { $count } de etichete nefolosite.
    }
admin-return-most =
    { $count ->
        [one] cel mult { $count } bucată
        [few] cel mult { $count } bucăți
       *[other] cel mult { $count } de bucăți
    }
admin-attention-open =
    { $count ->
        [one] { $count } deschisă
        [few] { $count } deschise
       *[other] { $count } deschise
    }
admin-provider-waiting =
    { $count ->
        [0] Nimic nu îl așteaptă.
        [one] { $count } sarcină îl așteaptă.
        [few] { $count } sarcini îl așteaptă.
       *[other] { $count } de sarcini îl așteaptă.
    }

## Boxes and labels

admin-parcel-return = Colet de retur
admin-parcel-eta = Sosire estimată: { $name }
admin-parcel-eta-was = Înainte
admin-parcel-tries =
    { $count ->
        [one] { $count } încercare de livrare
        [few] { $count } încercări de livrare
       *[other] { $count } de încercări de livrare
    }
admin-parcel-again = Următoarea încercare: { $name }
admin-parcel-until = Păstrat până la { $name }
admin-parcel-received-by = Primit de { $name }
admin-parcel-seen = Ultima știre
admin-tracking-refresh = Actualizați urmărirea
admin-tracking-refreshed = Transportatorul a fost întrebat.
admin-label-print = Tipăriți eticheta
admin-label-expected = estimat
admin-label-void = Anulați eticheta…
admin-label-void-what = Transportatorul este rugat să o anuleze și să o ramburseze; poate dura zile. Nu mai folosiți hârtia.
admin-label-void-go = Anulați
admin-label-voiding = Se cere anularea la transportator.
admin-label-look = Căutați din nou
admin-label-looked = Verificat din nou. Rezultatul este mai sus.
admin-label-unknown-what = Răspunsul s-a pierdut: poate că eticheta a fost cumpărată. Nu se cumpără niciodată singură a doua oară.

## Webhooks, searched

admin-inbox-event = Eveniment: tip sau id
admin-label-box = Coletul { $count }
admin-body = Webhook așa cum a venit
admin-replay-one = Procesați din nou
admin-replay-all = Procesați din nou tot ce s-a găsit…
admin-replay-all-what = Tot ce corespunde căutării se procesează din nou, cel mult o mie. Ce a fost deja înțeles nu schimbă nimic.
admin-replay-all-go = Procesați tot din nou
admin-replayed = Se procesează din nou imediat.
admin-parcel-scans =
    { $count ->
        [one] { $count } scanare
        [few] { $count } scanări
       *[other] { $count } de scanări
    }
admin-refund-disputed = Banca cere acești bani înapoi. O rambursare acum ar putea însemna plata de două ori: răspundeți întâi disputei.

## Buying labels

admin-label-buy = Cumpărați etichetă
admin-label-another = Etichetă pentru alt colet
admin-label-return = Etichetă de retur
admin-label-for-box = Eticheta coletului { $count }
admin-label-file = Tipăriți pe
admin-file-pdf-4x6 = Imprimantă de etichete, 10 × 15 cm (PDF)
admin-file-pdf-a4 = Coală A4 (PDF)
admin-file-png = Imagine (PNG)
admin-file-zplii = Imprimantă Zebra (ZPL)
admin-label-go = Cumpărați eticheta
admin-label-asked = Eticheta a fost cerută. Mai sus vedeți în ce stadiu este.
admin-rates = Moduri de expediere
admin-rates-asking = Se cer prețurile…
admin-rates-none = Niciun transportator nu oferă această expediere. Verificați adresa, dimensiunile și greutatea.
admin-rates-gone = Alegerea clientului, { $name }, nu mai este disponibilă. Alegeți alta.
admin-rates-for = Calculat pentru: { $name }
admin-rates-anew = Cereți prețurile din nou
admin-rate-chosen = Alegerea clientului
admin-rate-difference = { $name } față de ce a văzut clientul
admin-measure = Ce dimensiuni are coletul?
admin-measure-other = Coletul are alte dimensiuni
admin-measure-length = Lungime, mm
admin-measure-width = Lățime, mm
admin-measure-height = Înălțime, mm
admin-measure-weight = Greutate, g
admin-measure-go = Arătați prețurile
admin-pick-one = Selectați comanda { $name }
admin-pick-go = Cumpărați etichete pentru cele selectate…
admin-batch = Etichetele mai multor comenzi
admin-batch-none = Nicio comandă selectată. Bifați comenzi confirmate în listă.
admin-batch-no-choice = Clientul nu a ales un mod de expediere.
admin-batch-what = Fiecare la tariful ales de client. Ce s-a cumpărat deja nu se cumpără din nou.
admin-batch-asked = Etichetele au fost cerute. Mai jos vedeți stadiul fiecăreia.
admin-rate-days =
    { $count ->
        [one] circa { $count } zi
        [few] circa { $count } zile
       *[other] circa { $count } de zile
    }
admin-batch-failed =
    { $count ->
        [one] { $count } etichetă are nevoie de dumneavoastră. Este prima.
        [few] { $count } etichete au nevoie de dumneavoastră. Sunt primele.
       *[other] { $count } de etichete au nevoie de dumneavoastră. Sunt primele.
    }
admin-batch-buy =
    { $count ->
        [one] Cumpără { $count } etichetă
        [few] Cumpără { $count } etichete
       *[other] Cumpără { $count } de etichete
    }

## Priority

admin-priority = Prioritate
admin-priority-set = Prioritatea a fost salvată. Termenul se calculează după ea.
admin-priority-go = Salvați prioritatea
admin-hold-why = Motivul așteptării (opțional)
admin-hold-what = O citește doar echipa dumneavoastră. În așteptare, timpul comenzii se oprește și nicio listă de lucru nu o arată.
admin-held-since = În așteptare din
admin-release = Reluați
admin-released = Reluată. Are la dispoziție timpul care îi rămăsese.
admin-filter-late = Doar cele care vor întârzia

# Products, their stock, and the specs of what is made.
admin-products = Produse
admin-products-search = Cod sau nume
admin-products-low = Doar ce e pe terminate
admin-products-low-count =
    { $count ->
        [one] { $count } produs e pe terminate.
        [few] { $count } produse sunt pe terminate.
       *[other] { $count } de produse sunt pe terminate.
    }
admin-products-none = Încă nu există produse. Adăugați unul aici sau lăsați magazinul să le trimită (PUT /api/products).
admin-products-none-found = Niciun produs nu corespunde. Schimbați căutarea sau afișați-le pe toate.
admin-product-sku = Cod (SKU)
admin-product-name = Nume
admin-product-price = Preț
admin-product-stock = În stoc
admin-product-is-low = pe terminate
admin-product-low-what = La pragul de recomandă sau sub el: comandați mai mult.
admin-product-held =
    { $count ->
        [one] Încă { $count } bucată este pusă deoparte pentru comenzi deschise.
        [few] Încă { $count } bucăți sunt puse deoparte pentru comenzi deschise.
       *[other] Încă { $count } de bucăți sunt puse deoparte pentru comenzi deschise.
    }
admin-product-edit = Modificați datele
admin-product-new = Adăugați un produs
admin-product-saved = Salvat.
admin-product-save = Salvați
admin-product-kind = Tip
admin-product-size = Mărime
admin-product-colour = Culoare
admin-product-group = Codul grupului
admin-product-group-name = Numele grupului
admin-product-currency = Moneda
admin-product-weight = Greutate în grame
admin-product-reorder = Recomandați la
admin-product-locations = Doar în aceste locații
admin-product-offered = Clienții îl pot comanda în formularul nostru
admin-movements = Mișcări
admin-movements-none = Încă nu a intrat și nu a ieșit nicio bucată.
admin-movements-why = Motiv
admin-movements-pieces = Bucăți
admin-movements-then = Au rămas
admin-movements-more = Mișcările mai vechi se păstrează, dar nu sunt afișate aici.
admin-stock = Stoc
admin-stock-pieces = Bucăți
admin-stock-seen = În stoc când ați început
admin-stock-kind = Ce s-a întâmplat
admin-stock-kind-waste = Stricat sau pierdut
admin-stock-kind-correction = Numărul era greșit (+ sau −)
admin-stock-note = De ce, în cuvintele dumneavoastră
admin-stock-done = Înregistrat.
admin-stock-do-receive = Recepționați
admin-stock-do-count = Numărați
admin-stock-do-correct = Corectați
admin-stock-what-receive = A sosit o livrare: bucățile se adaugă.
admin-stock-what-count = Numărați ce este liber de vânzare, fără ce e pus deoparte pentru comenzi. Dacă între timp o comandă ia ceva, veți fi anunțat și numărați din nou.
admin-stock-what-correct = Scade ce s-a stricat sau îndreaptă un număr greșit. Are nevoie de un motiv.
admin-send-back = Trimiteți înapoi clientului
admin-send-back-message = Ce trebuie modificat
admin-send-back-what = Clientul primește mesajul prin e-mail și îl citește pe pagina comenzii. Comanda așteaptă în verificare.
admin-send-back-do = Trimiteți mesajul
admin-send-back-done = Trimis. Comanda așteaptă clientul.
admin-order-notes = Clientul cere:
admin-item-technique = Tehnică
admin-design = Design
admin-design-of = Designul pentru { $name }, se deschide într-o fereastră nouă
