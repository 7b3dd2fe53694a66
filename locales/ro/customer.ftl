# What customers read on their pages.

# Every page.

customer-help = Aveți întrebări? Scrieți-ne:
customer-languages = Limba
customer-sandbox = Mediu de test: nimic de aici nu este real și nu circulă bani.
customer-title-problem = Problemă: { $title }

# Looking an order up.

customer-track-title = Urmăriți-vă comanda
customer-track-lead = Aveți nevoie doar de numărul comenzii și de adresa de e-mail cu care ați cumpărat.
customer-track-number = Numărul comenzii
customer-track-number-hint = Se află în fiecare e-mail despre comandă și arată așa: { $example }
customer-track-email = E-mail
customer-track-email-hint = Cel pe care l-ați dat la cumpărare
customer-track-submit = Afișați comanda
customer-problem-not-found = Nu am găsit nicio comandă cu acest număr și acest e-mail
customer-problem-not-found-help = Verificați ambele câmpuri: numărul este în e-mailul de confirmare, iar adresa este cea la care ați primit acel mesaj.
customer-problem-too-many = Prea multe încercări
customer-problem-too-many-help = După mai multe încercări facem o pauză, ca nimeni să nu poată ghici drumul spre comanda dumneavoastră. Încercați din nou { $wait }.
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
customer-problem-link-help = Pentru siguranța dumneavoastră, linkurile expiră. Cu numărul comenzii și adresa de e-mail deschideți din nou pagina.

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

customer-promise-waiting = Așteptăm plata dumneavoastră
customer-next-waiting = Începem imediat ce banca dumneavoastră o confirmă. Puteți închide pagina: vă vom scrie.
customer-promise-not-paid = Această comandă nu a fost plătită
customer-next-not-paid = Nu vi s-a luat niciun ban. Dacă o mai doriți, plasați comanda din nou în magazin.
customer-promise-by = Pleacă cel târziu { $weekday }, { $day } { $month }
customer-promise-confirmed = Am primit comanda dumneavoastră
customer-next-confirmed = În curând ne apucăm de ea. Nu trebuie să faceți nimic: vă scriem când pleacă.
customer-promise-processing = Vă pregătim comanda
customer-next-processing = Lucrăm la ea. Nu trebuie să faceți nimic: vă scriem când pleacă.
customer-promise-late = Durează mai mult decât am promis
customer-next-late = Am spus că pleacă cel târziu { $weekday }, { $day } { $month }, dar încă nu a plecat. Ne pare rău: ne ocupăm de ea și vă scriem imediat ce pleacă.
customer-promise-shipped = Comanda dumneavoastră este pe drum
customer-next-shipped = A plecat de la noi { $weekday }, { $day } { $month }, la { $time }.
customer-next-shipped-undated = A plecat de la noi. Nu trebuie să faceți nimic.
customer-promise-out-for-delivery = Comanda dumneavoastră este în curs de livrare
customer-next-out-for-delivery = Este la curier. E bine să fie cineva acolo ca să o primească.
customer-promise-delivered = Livrată { $weekday }, { $day } { $month }, la { $time }
customer-promise-delivered-undated = Comanda dumneavoastră a fost livrată
customer-next-delivered = Sperăm să vă placă. Dacă nu a ajuns la dumneavoastră, scrieți-ne și o găsim.
customer-promise-delayed = Va ajunge mai târziu decât era planificat
customer-next-delayed = Este la curier și durează mai mult decât de obicei. Ne pare rău. Nu trebuie să faceți nimic.
customer-promise-exception = A apărut o problemă cu livrarea comenzii
customer-next-exception = Rezolvăm împreună cu firma de curierat. Dacă avem nevoie de ceva de la dumneavoastră, vă scriem.
customer-promise-cancelled = Această comandă a fost anulată
customer-promise-returned = Această comandă s-a întors la noi
customer-next-nothing-charged = Nu vi s-a luat niciun ban.
customer-next-ask = Dacă aveți întrebări despre bani, scrieți-ne.
customer-promise-packed = Împachetată – așteaptă curierul
customer-badge-packed = Împachetată
customer-next-packed = Curierul nu a ridicat-o încă. Prima scanare vine de obicei în una sau două zile lucrătoare, iar atunci vă scriem.
customer-next-held = Suma de { $amount } este blocată pe cardul dumneavoastră. O încasăm când începem să lucrăm la comandă, nu mai devreme.
customer-promise-expected = Sosire estimată: { $weekday }, { $day } { $month }
customer-promise-partly = Colete livrate: { $arrived } din { $all }
customer-next-partly = Restul este pe drum. Fiecare colet apare pe această pagină.
customer-next-partly-by = Restul este așteptat { $weekday }, { $day } { $month }.
customer-promise-quiet = Nicio noutate de { $weekday }, { $day } { $month }
customer-next-quiet = De atunci, curierul nu ne-a mai spus nimic. Pe drumuri lungi se mai întâmplă; dacă doriți să cerem să fie căutată, scrieți-ne.
customer-next-delayed-by = Curierul estimează acum livrarea { $weekday }, { $day } { $month }. Ne pare rău. Nu trebuie să faceți nimic.
customer-next-overdue = Era așteptată { $weekday }, { $day } { $month } și încă nu a ajuns. Ne pare rău. Nu trebuie să faceți nimic.
customer-promise-pickup = Gata de ridicat
customer-next-pickup = Vă așteaptă la punctul de ridicare al curierului. Pagina lui spune unde și până când. Luați cu dumneavoastră numărul de urmărire și un act cu numele dumneavoastră.
customer-next-pickup-by = Vă așteaptă la punctul de ridicare al curierului până { $weekday }, { $day } { $month }. Pagina lui spune unde. Luați cu dumneavoastră numărul de urmărire și un act cu numele dumneavoastră.
customer-next-ready = Dacă veniți să o ridicați, pregătiți numărul comenzii.
customer-promise-address = Curierul nu găsește adresa dumneavoastră
customer-next-address = Scrieți-ne adresa corectă, scara sau un număr de telefon, ca să poată încerca din nou.
customer-promise-missed = Curierul nu v-a găsit
customer-next-missed = De obicei încearcă din nou în următoarea zi lucrătoare. Pe pagina curierului puteți alege adesea altă zi sau alt loc.
customer-next-missed-on = Va încerca din nou { $weekday }, { $day } { $month }. Pe pagina curierului puteți alege adesea altă zi sau alt loc.
customer-promise-kept = Curierul reține coletul dumneavoastră
customer-next-kept = Există o întrebare despre livrare. Rezolvăm împreună cu ei; dacă e nevoie de ceva de la dumneavoastră, vă scriem.
customer-promise-customs = Coletul dumneavoastră este la vamă
customer-next-customs = Vama îl verifică, iar asta poate dura câteva zile. Dacă e nevoie de acte sau de o plată din partea dumneavoastră, vă scrie curierul sau vă scriem noi.
customer-promise-harmed = S-a întâmplat ceva cu coletul dumneavoastră
customer-next-harmed = Curierul ne spune că e deteriorat sau nu poate fi găsit. Ne pare rău. Vă scriem ca să îndreptăm lucrurile; nu trebuie să faceți nimic.
customer-promise-comes-back = Coletul dumneavoastră se întoarce la noi
customer-next-comes-back = Curierul nu a putut să-l predea. Vă scriem ca să stabilim ce facem mai departe.
customer-cancelled-by-you = Ați anulat-o { $weekday }, { $day } { $month }, la { $time }.
customer-cancelled-by-us = Am anulat-o { $weekday }, { $day } { $month }, la { $time }.
customer-back-since = S-a întors la noi { $weekday }, { $day } { $month }.
customer-money-returned = Am înapoiat { $amount } { $day }, pe aceeași cale pe care ați plătit. Băncile au nevoie de obicei de 5–10 zile lucrătoare ca să arate suma.
customer-money-on-its-way = Vă înapoiem { $amount } pe aceeași cale pe care ați plătit. De obicei durează 5–10 zile lucrătoare.
customer-money-soon = Vă scriem despre banii dumneavoastră.
customer-money-late = Înapoierea banilor durează mai mult decât de obicei. Ne ocupăm și nu trebuie să faceți nimic.
customer-money-held = Nu vi s-a luat niciun ban. Suma de { $amount } era doar blocată pe card, iar banca o eliberează în câteva zile.
customer-return-asked = S-a cerut returul { $weekday }, { $day } { $month }. Vă scriem ce urmează.
customer-return-declined = Nu am putut accepta returul. Dacă doriți să știți de ce, scrieți-ne.

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
        [one] Afișați un eveniment anterior
        [few] Afișați { $count } evenimente anterioare
       *[other] Afișați { $count } de evenimente anterioare
    }
customer-event-placed = Ați plasat comanda
customer-event-paid = Plata dumneavoastră a ajuns
customer-event-not-paid = Plata nu a fost finalizată
customer-event-parcel = Un colet a fost pregătit
customer-scan-waits = Așteaptă curierul
customer-scan-announced = Anunțat curierului
customer-scan-under-way = Pe drum
customer-scan-out-for-delivery = În curs de livrare
customer-scan-delayed = Întârzie
customer-scan-delivered = Livrat
customer-event-held = Plata dumneavoastră este blocată pe card
customer-event-taken = Am încasat plata
customer-event-released = Suma blocată pe card a fost eliberată
customer-event-refunded = V-am înapoiat { $amount }
customer-event-cancelled-by-you = Ați anulat comanda
customer-event-cancelled-by-us = Am anulat comanda
customer-event-return-by-you = Ați cerut returul
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
customer-parcel-before = Înainte:
customer-parcel-heard = Ultima scanare
customer-parcel-route = Drumul de până acum
customer-parcel-follow = Urmăriți-l la { $carrier }
customer-parcel-follow-plain = Urmăriți-l la curier
customer-new-tab = (se deschide într-o filă nouă)
customer-items = Ce ați cumpărat
customer-more-items =
    { $count ->
        [one] Afișați încă un articol
        [few] Afișați încă { $count } articole
       *[other] Afișați încă { $count } de articole
    }
customer-subtotal = Subtotal
customer-shipping = Transport
customer-total = Total
customer-back-sent = Înapoiat
customer-back-on-its-way = În curs de înapoiere
customer-pay = Nu ați plătit încă? Plătiți { $amount }
customer-change = Doriți să schimbați ceva?
customer-to-cancel = Anulați această comandă
customer-to-return = Trimiteți-o înapoi
customer-address = Merge la
customer-updated = Ultima actualizare
customer-live = În direct
customer-reconnecting = Se reconectează…
customer-paused = În pauză
customer-offline = Fără conexiune
customer-gone = Această pagină nu mai este la zi.
customer-reload = Reîncărcați-o

# After paying.

customer-checkout-title = Vă mulțumim pentru comandă
customer-checkout-lead = Vă trimitem toate detaliile și pe e-mail.
customer-checkout-waiting = Așteptăm răspunsul băncii dumneavoastră
customer-checkout-waiting-next = De obicei durează câteva secunde. Puteți rămâne, ca să vedeți aici schimbarea, sau puteți închide pagina.
customer-checkout-confirmed = Plata dumneavoastră a ajuns
customer-checkout-confirmed-next = Comanda dumneavoastră este confirmată și ne apucăm de ea.
customer-checkout-not-paid = Plata nu a fost finalizată
customer-checkout-not-paid-next = Nu vi s-a luat niciun ban.
customer-checkout-held = Suma este blocată pe card
customer-checkout-held-next = Suma de { $amount } este blocată pe cardul dumneavoastră. O încasăm când începem să lucrăm la comandă, nu mai devreme.
customer-checkout-see-there = Pagina ei spune ce se întâmplă cu banii dumneavoastră.
customer-checkout-see = Urmăriți această comandă
customer-cancel-title = Ați ieșit înainte de plată
customer-cancel-lead = Nu vi s-a luat niciun ban. Încă puteți plăti; dacă v-ați răzgândit, nu trebuie să faceți nimic.
customer-cancel-order = Numărul comenzii dumneavoastră este { $number }.
customer-cancel-pay = Plătiți totuși
customer-cancel-see = Vedeți această comandă

# Calling it off, and sending it back.

customer-ask-cancel-title = Anulați comanda { $number }?
customer-ask-cancel-lead = Încă nu ne-am apucat de ea. Odată anulată, nu va mai fi făcută sau trimisă, iar asta nu se poate desface.
customer-ask-cancel-held = Suma de { $amount } blocată pe card este eliberată. Nu vi se ia niciun ban.
customer-ask-cancel-refund = Primiți înapoi { $amount }, pe aceeași cale pe care ați plătit. De obicei durează 5–10 zile lucrătoare.
customer-ask-cancel-do = Anulați comanda
customer-ask-cancel-keep = Păstrați comanda
customer-ask-return-title = Returnați comanda { $number }
customer-ask-return-lead = Ne uităm la fiecare cerere și vă scriem ce e de făcut. Vă rugăm să nu trimiteți nimic înainte.
customer-ask-return-reason = De ce o trimiteți înapoi?
customer-ask-return-reason-hint = Nu e obligatoriu, dar ne ajută.
customer-ask-return-do = Cereți returul
customer-back-to-order = Înapoi la comandă
customer-refused-cancel-title = Comanda { $number } nu mai poate fi anulată aici
customer-refused-return-title = Comanda { $number } nu poate fi returnată de aici

# When there is no such page, or something broke.

customer-missing-title = Această pagină nu există
customer-missing-lead = Poate adresa are o greșeală sau pagina s-a mutat. Cu numărul comenzii și adresa de e-mail vă deschideți comanda.
customer-wrong-title = Ceva nu a mers la noi
customer-wrong-lead = Comanda dumneavoastră este în siguranță: nimic nu s-a schimbat și nu s-a pierdut. Încercați din nou peste un minut.
customer-wrong-incident = Dacă se repetă, scrieți-ne și menționați { $incident }.
customer-many-title = Puțin prea repede
customer-many-lead = Am primit multe cereri de la conexiunea dumneavoastră. Încercați din nou { $wait }.
customer-to-track = Urmăriți o comandă

# The page of the API, for programmers.

customer-api-title = API-ul
customer-api-lead = Pentru programe: un magazin online, unul de contabilitate, unul de asistență. Cheia se creează la /admin/keys; fiecare operație spune ce drepturi cere.
customer-api-document = Documentul propriu-zis (OpenAPI 3.1)
customer-api-no-script = Lista operațiilor este desenată de un script, iar aici scripturile sunt oprite. Documentul spune același lucru, iar docs/api.md, în sursele Clew, arată fiecare sarcină obișnuită ca o comandă.
customer-api-no-viewer = Vizualizatorul nu se află printre fișierele acestui server: ./clew build îl pune în dosarul numit de CLEW_SITE_ADMIN. Documentul spune același lucru.
