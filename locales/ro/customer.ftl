# What customers read on their pages.

# Every page.

customer-help = Ai întrebări? Scrie-ne:
customer-languages = Limba
customer-sandbox = Mediu de test: nimic de aici nu este real și nu circulă bani.
customer-title-problem = Problemă: { $title }

# Looking an order up.

customer-track-title = Urmărește-ți comanda
customer-track-lead = Ai nevoie doar de numărul comenzii și de adresa de e-mail cu care ai cumpărat.
customer-track-number = Numărul comenzii
customer-track-number-hint = Se află în fiecare e-mail despre comandă și arată așa: { $example }
customer-track-email = E-mail
customer-track-email-hint = Cel pe care l-ai dat la cumpărare
customer-track-submit = Arată-mi comanda
customer-problem-not-found = Nu am găsit nicio comandă cu acest număr și acest e-mail
customer-problem-not-found-help = Verifică ambele câmpuri: numărul este în e-mailul de confirmare, iar adresa este cea la care ai primit acel mesaj.
customer-problem-too-many = Prea multe încercări
customer-problem-too-many-help = După mai multe încercări facem o pauză, ca nimeni să nu poată ghici drumul spre comanda ta. Încearcă din nou { $wait }.
customer-wait-seconds =
    { $count ->
        [one] peste o secundă
        [few] peste { $count } secunde
       *[other] peste { $count } de secunde
    }
customer-wait-minutes =
    { $count ->
        [one] peste un minut
        [few] peste { $count } minute
       *[other] peste { $count } de minute
    }
customer-problem-link = Acest link nu mai funcționează
customer-problem-link-help = Pentru siguranța ta, linkurile expiră. Cu numărul comenzii și adresa de e-mail deschizi din nou pagina.

# Long dates, for the one sentence that matters.

customer-weekday-0 = luni
customer-weekday-1 = marți
customer-weekday-2 = miercuri
customer-weekday-3 = joi
customer-weekday-4 = vineri
customer-weekday-5 = sâmbătă
customer-weekday-6 = duminică
customer-month-1 = ianuarie
customer-month-2 = februarie
customer-month-3 = martie
customer-month-4 = aprilie
customer-month-5 = mai
customer-month-6 = iunie
customer-month-7 = iulie
customer-month-8 = august
customer-month-9 = septembrie
customer-month-10 = octombrie
customer-month-11 = noiembrie
customer-month-12 = decembrie

# The promise, and what comes next.

customer-promise-waiting = Așteptăm plata ta
customer-next-waiting = Începem imediat ce banca ta o confirmă. Poți închide pagina: îți vom scrie.
customer-promise-not-paid = Această comandă nu a fost plătită
customer-next-not-paid = Nu ți s-a luat niciun ban. Dacă o mai vrei, plasează comanda din nou în magazin.
customer-promise-by = Pleacă cel târziu { $weekday }, { $day } { $month }
customer-promise-confirmed = Am primit comanda ta
customer-next-confirmed = În curând ne apucăm de ea. Nu trebuie să faci nimic: îți scriem când pleacă.
customer-promise-processing = Îți pregătim comanda
customer-next-processing = Lucrăm la ea. Nu trebuie să faci nimic: îți scriem când pleacă.
customer-promise-late = Durează mai mult decât am promis
customer-next-late = Am spus că pleacă cel târziu { $weekday }, { $day } { $month }, dar încă nu a plecat. Ne pare rău: ne ocupăm de ea și îți scriem imediat ce pleacă.
customer-promise-shipped = Comanda ta este pe drum
customer-next-shipped = A plecat de la noi { $weekday }, { $day } { $month }, la { $time }.
customer-next-shipped-undated = A plecat de la noi. Nu trebuie să faci nimic.
customer-promise-out-for-delivery = Comanda ta este în curs de livrare
customer-next-out-for-delivery = Este la curier. E bine să fie cineva acolo ca să o primească.
customer-promise-delivered = Livrată { $weekday }, { $day } { $month }, la { $time }
customer-promise-delivered-undated = Comanda ta a fost livrată
customer-next-delivered = Sperăm să-ți placă. Dacă nu a ajuns la tine, scrie-ne și o găsim.
customer-promise-delayed = Va ajunge mai târziu decât era planificat
customer-next-delayed = Este la curier și durează mai mult decât de obicei. Ne pare rău. Nu trebuie să faci nimic.
customer-promise-exception = Ceva ține comanda ta pe loc
customer-next-exception = Rezolvăm împreună cu firma de curierat. Dacă avem nevoie de ceva de la tine, îți scriem.
customer-promise-cancelled = Această comandă a fost anulată
customer-promise-returned = Această comandă s-a întors la noi
customer-next-nothing-charged = Nu ți s-a luat niciun ban.
customer-next-refunded = Ți-am înapoiat toți banii, pe aceeași cale pe care ai plătit. Banca ta îi poate afișa abia peste câteva zile.
customer-next-partly-refunded = Ți-am înapoiat o parte din bani, pe aceeași cale pe care ai plătit. Banca ta îi poate afișa abia peste câteva zile.
customer-next-ask = Dacă ai întrebări despre bani, scrie-ne.

# The order's page.

customer-order-title = Comanda { $number }
customer-order-number = Comanda
customer-progress = Progres
customer-step-payment = Plata
customer-done = Încheiat:
customer-to-come = Urmează:
customer-history = Istoric
customer-earlier =
    { $count ->
        [one] Arată un eveniment anterior
        [few] Arată { $count } evenimente anterioare
       *[other] Arată { $count } de evenimente anterioare
    }
customer-event-placed = Ai plasat comanda
customer-event-paid = Plata ta a ajuns
customer-event-not-paid = Plata nu a fost finalizată
customer-event-parcel = Un colet a fost pregătit
customer-announce = Noutate: { $what }, { $when }
customer-parcels =
    { $count ->
        [one] Colet
        [few] { $count } colete
       *[other] { $count } de colete
    }
customer-parcel = Coletul { $position }
customer-parcel-number = Număr de urmărire
customer-parcel-no-number = Călătorește fără număr de urmărire.
customer-parcel-follow = Urmărește-l la { $carrier }
customer-parcel-follow-plain = Urmărește-l la curier
customer-new-tab = (se deschide într-o filă nouă)
customer-items = Ce ai cumpărat
customer-more-items =
    { $count ->
        [one] Mai arată un articol
        [few] Mai arată { $count } articole
       *[other] Mai arată { $count } de articole
    }
customer-subtotal = Subtotal
customer-shipping = Transport
customer-total = Total
customer-address = Merge la
customer-updated = Ultima actualizare
customer-live = În direct
customer-reconnecting = Se reconectează…
customer-paused = În pauză
customer-offline = Fără conexiune
customer-gone = Această pagină nu mai este la zi.
customer-reload = Reîncarc-o

# After paying.

customer-checkout-title = Îți mulțumim pentru comandă
customer-checkout-lead = Îți trimitem toate detaliile și pe e-mail.
customer-checkout-waiting = Așteptăm răspunsul băncii tale
customer-checkout-waiting-next = De obicei durează câteva secunde. Poți rămâne, ca să vezi aici schimbarea, sau poți închide pagina.
customer-checkout-confirmed = Plata ta a ajuns
customer-checkout-confirmed-next = Comanda ta este confirmată și ne apucăm de ea.
customer-checkout-not-paid = Plata nu a fost finalizată
customer-checkout-not-paid-next = Nu ți s-a luat niciun ban.
customer-checkout-see = Urmărește această comandă
customer-cancel-title = Ai ieșit înainte de plată
customer-cancel-lead = Nu ți s-a luat niciun ban. Dacă mai vrei comanda, întoarce-te în magazin și plătește acolo.
customer-cancel-order = Numărul comenzii tale era { $number }.

# When there is no such page, or something broke.

customer-missing-title = Această pagină nu există
customer-missing-lead = Poate adresa are o greșeală sau pagina s-a mutat. Cu numărul comenzii și adresa de e-mail îți deschizi comanda.
customer-wrong-title = Ceva nu a mers la noi
customer-wrong-lead = Comanda ta este în siguranță: nimic nu s-a schimbat și nu s-a pierdut. Încearcă din nou peste un minut.
customer-wrong-incident = Dacă se repetă, scrie-ne și menționează { $incident }.
customer-many-title = Puțin prea repede
customer-many-lead = Am primit multe cereri de la conexiunea ta. Încearcă din nou { $wait }.
customer-to-track = Urmărește o comandă
