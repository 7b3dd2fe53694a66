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
customer-day = { $weekday }, { $day } { $month }
customer-ago-today = astăzi
customer-ago-yesterday = ieri
customer-ago-days =
    { $count ->
        [one] acum o zi
        [few] acum { $count } zile
       *[other] acum { $count } de zile
    }

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
customer-next-ask = Dacă ai întrebări despre bani, scrie-ne.
customer-promise-packed = Împachetată – așteaptă curierul
customer-next-packed = Curierul nu a ridicat-o încă. Prima scanare vine de obicei în una sau două zile lucrătoare, iar atunci îți scriem.
customer-next-held = Suma de { $amount } este blocată pe cardul tău. O încasăm când începem să lucrăm la comandă, nu mai devreme.
customer-promise-expected = Sosire estimată: { $weekday }, { $day } { $month }
customer-promise-partly = Colete livrate: { $arrived } din { $all }
customer-next-partly = Restul este pe drum. Fiecare colet apare pe această pagină.
customer-next-partly-by = Restul este așteptat { $weekday }, { $day } { $month }.
customer-promise-quiet = Nicio noutate de { $weekday }, { $day } { $month }
customer-next-quiet = De atunci, curierul nu ne-a mai spus nimic. Pe drumuri lungi se mai întâmplă; dacă vrei să cerem să fie căutată, scrie-ne.
customer-next-delayed-by = Curierul estimează acum livrarea { $weekday }, { $day } { $month }. Ne pare rău. Nu trebuie să faci nimic.
customer-next-overdue = Era așteptată { $weekday }, { $day } { $month } și încă nu a ajuns. Ne pare rău. Nu trebuie să faci nimic.
customer-promise-pickup = Gata de ridicat
customer-next-pickup = Te așteaptă la punctul de ridicare al curierului. Pagina lui spune unde și până când. Ia cu tine numărul de urmărire și un act cu numele tău.
customer-next-ready = Dacă vii să o ridici, pregătește numărul comenzii.
customer-promise-address = Curierul nu găsește adresa ta
customer-next-address = Scrie-ne adresa corectă, scara sau un număr de telefon, ca să poată încerca din nou.
customer-promise-missed = Curierul nu te-a găsit
customer-next-missed = De obicei încearcă din nou în următoarea zi lucrătoare. Pe pagina curierului poți alege adesea altă zi sau alt loc.
customer-promise-kept = Curierul reține coletul tău
customer-next-kept = Poate fi vama sau o întrebare despre livrare. Rezolvăm împreună cu ei; dacă e nevoie de ceva de la tine, îți scriem.
customer-promise-harmed = S-a întâmplat ceva cu coletul tău
customer-next-harmed = Curierul ne spune că e deteriorat sau nu poate fi găsit. Ne pare rău. Îți scriem ca să îndreptăm lucrurile; nu trebuie să faci nimic.
customer-promise-comes-back = Coletul tău se întoarce la noi
customer-next-comes-back = Curierul nu a putut să-l predea. Îți scriem ca să stabilim ce facem mai departe.
customer-cancelled-by-you = Ai anulat-o { $weekday }, { $day } { $month }, la { $time }.
customer-cancelled-by-us = Am anulat-o { $weekday }, { $day } { $month }, la { $time }.
customer-back-since = S-a întors la noi { $weekday }, { $day } { $month }.
customer-money-returned = Am înapoiat { $amount } { $day }, pe aceeași cale pe care ai plătit. Băncile au nevoie de obicei de 5–10 zile lucrătoare ca să arate suma.
customer-money-on-its-way = Îți înapoiem { $amount } pe aceeași cale pe care ai plătit. De obicei durează 5–10 zile lucrătoare.
customer-money-soon = Îți scriem despre banii tăi.
customer-money-late = Înapoierea banilor durează mai mult decât de obicei. Ne ocupăm și nu trebuie să faci nimic.
customer-money-held = Nu ți s-a luat niciun ban. Suma de { $amount } era doar blocată pe card, iar banca o eliberează în câteva zile.
customer-return-asked = S-a cerut returul { $weekday }, { $day } { $month }. Îți scriem ce urmează.
customer-return-declined = Nu am putut accepta returul. Dacă vrei să știi de ce, scrie-ne.

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
customer-scan-waits = Așteaptă curierul
customer-scan-announced = Anunțat curierului
customer-scan-under-way = Pe drum
customer-scan-out-for-delivery = În curs de livrare
customer-scan-delayed = Întârzie
customer-scan-delivered = Livrat
customer-event-held = Plata ta este blocată pe card
customer-event-taken = Am încasat plata
customer-event-released = Suma blocată pe card a fost eliberată
customer-event-refunded = Ți-am înapoiat { $amount }
customer-event-cancelled-by-you = Ai anulat comanda
customer-event-cancelled-by-us = Am anulat comanda
customer-event-return-by-you = Ai cerut returul
customer-event-return = S-a stabilit un retur
customer-event-return-declined = Nu am putut accepta returul
customer-event-return-received = S-a întors la noi
customer-event-specs-returned = V-am rugat să modificați ceva
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
customer-parcel-expected = Sosire estimată
customer-parcel-heard = Ultima scanare
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
customer-back-sent = Înapoiat
customer-back-on-its-way = În curs de înapoiere
customer-pay = N-ai plătit încă? Plătește { $amount }
customer-change = Vrei să schimbi ceva?
customer-to-cancel = Anulează această comandă
customer-to-return = Trimite-o înapoi
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
customer-checkout-held = Suma este blocată pe card
customer-checkout-held-next = Suma de { $amount } este blocată pe cardul tău. O încasăm când începem să lucrăm la comandă, nu mai devreme.
customer-checkout-see-there = Pagina ei spune ce se întâmplă cu banii tăi.
customer-checkout-see = Urmărește această comandă
customer-cancel-title = Ai ieșit înainte de plată
customer-cancel-lead = Nu ți s-a luat niciun ban. Încă poți plăti; dacă te-ai răzgândit, nu trebuie să faci nimic.
customer-cancel-order = Numărul comenzii tale este { $number }.
customer-cancel-pay = Plătește totuși
customer-cancel-see = Vezi această comandă

# Calling it off, and sending it back.

customer-ask-cancel-title = Anulezi comanda { $number }?
customer-ask-cancel-lead = Încă nu ne-am apucat de ea. Odată anulată, nu va mai fi făcută sau trimisă, iar asta nu se poate desface.
customer-ask-cancel-held = Suma de { $amount } blocată pe card este eliberată. Nu ți se ia niciun ban.
customer-ask-cancel-refund = Primești înapoi { $amount }, pe aceeași cale pe care ai plătit. De obicei durează 5–10 zile lucrătoare.
customer-ask-cancel-do = Anulează comanda
customer-ask-cancel-keep = Păstrează comanda
customer-ask-return-title = Returnează comanda { $number }
customer-ask-return-lead = Ne uităm la fiecare cerere și îți scriem ce e de făcut. Te rugăm să nu trimiți nimic înainte.
customer-ask-return-reason = De ce o trimiți înapoi?
customer-ask-return-reason-hint = Nu e obligatoriu, dar ne ajută.
customer-ask-return-do = Cere returul
customer-back-to-order = Înapoi la comandă
customer-refused-title = Acest lucru nu este posibil aici

# When there is no such page, or something broke.

customer-missing-title = Această pagină nu există
customer-missing-lead = Poate adresa are o greșeală sau pagina s-a mutat. Cu numărul comenzii și adresa de e-mail îți deschizi comanda.
customer-wrong-title = Ceva nu a mers la noi
customer-wrong-lead = Comanda ta este în siguranță: nimic nu s-a schimbat și nu s-a pierdut. Încearcă din nou peste un minut.
customer-wrong-incident = Dacă se repetă, scrie-ne și menționează { $incident }.
customer-many-title = Puțin prea repede
customer-many-lead = Am primit multe cereri de la conexiunea ta. Încearcă din nou { $wait }.
customer-to-track = Urmărește o comandă
