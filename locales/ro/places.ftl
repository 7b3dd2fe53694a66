# Locații, intervale, ridicare și livrare: pentru clienți, magazine și echipă.

method-pickup = Ridicare
method-delivery = Livrare
distance = { $km } km ({ $miles } mile)
attention-slot-lost = Această comandă a fost plătită după ce intervalul ei a revenit altcuiva. Conveniți cu clientul asupra altei ore sau rambursați-o.
event-place-saved = a salvat această locație

refused-unknown-place = Nu cunoaștem această locație. Alegeți alta.
refused-fulfilment-missing = Această locație lucrează pe intervale orare. Precizați dacă se ridică sau se livrează comanda și când.
refused-no-pickup = Din această locație nu se poate ridica. Alegeți livrarea.
refused-no-delivery = Această locație nu livrează. Alegeți ridicarea.
refused-too-far = Această adresă se află la { $distance }; livrăm până la { $most }. Ridicați comanda sau folosiți o adresă mai apropiată.
refused-elsewhere = Nu putem afla la ce distanță se află această adresă, iar noi livrăm doar până la { $most }. Ridicați comanda sau folosiți altă adresă.
refused-no-such-postcode = Acest cod poștal nu există. Verificați-l.
refused-no-slots-here = Această locație lucrează fără intervale orare. Nu indicați ora.
refused-slot-missing = Alegeți o oră.
refused-slot-closed = Nu primim comenzi pentru acea oră.
refused-slot-full = Acea oră este ocupată complet.
refused-slot-next = Următoarea oră liberă este { $next }.
refused-slot-none = Momentan nu există nicio oră liberă. Încercați mai târziu.

place-flaw-key = Dați-i o cheie pe un singur rând, de cel mult 100 de caractere: cuvântul pe care comenzile îl poartă ca locație.
place-flaw-name = Dați-i un nume pe un singur rând, de cel mult 200 de caractere.
place-flaw-address = Adresa are nevoie de stradă, localitate și codul țării din două majuscule.
place-flaw-contact = Precizați unde pot întreba clienții: un rând de cel mult 200 de caractere.
place-flaw-zone = Fusul orar nu este un nume IANA precum Europe/Bucharest.
place-flaw-hours = Programul nu poate fi citit. Scrieți 09:00-14:00, 17:00-20:00; după miezul nopții 18:00-02:00; ziua întreagă 00:00-24:00; nimic dacă este închis.
place-flaw-closed = Zilele închise nu pot fi citite. Scrieți 2026-12-25, 2026-12-26.
place-flaw-methods = Alegeți cel puțin un mod: ridicare, livrare sau colete.
place-flaw-radius = Raza nu este un număr de kilometri de cel mult 500.
place-flaw-radius-abroad = Distanțele se pot măsura doar în Regatul Unit. Lăsați raza goală sau corectați țara.
place-flaw-postcode = Codul poștal al locației nu există, deci nu se poate măsura nicio distanță față de ea.
place-flaw-slot-minutes = Un interval durează între 5 și 1440 de minute. Lăsați gol pentru a lucra fără intervale.
place-flaw-capacity = Un interval primește între 1 și 10000 de comenzi.
place-flaw-ahead = Timpul de pregătire este de cel mult 20160 de minute, iar comenzile se primesc cu cel mult 60 de zile înainte.
place-flaw-workflow = Nu există un asemenea flux de lucru.

place-minutes = { $hours ->
    [0] { $minutes } min
   *[other] { $hours } h { $minutes } min
}
place-title = Locații
place-none = Nu există încă locații. Adăugați una pentru a preciza când este deschisă, până unde livrează și câte comenzi primește deodată.
place-add = Adăugați o locație
place-unknown = Comenzile numesc aceste locații, care nu sunt descrise aici:
place-open = Deschis acum
place-opens = Se deschide { $when }
place-closed-for-good = Nu se deschide
place-open-orders = { $count ->
    [one] { $count } comandă deschisă
    [few] { $count } comenzi deschise
   *[other] { $count } de comenzi deschise
}
place-ready-in = Gata în medie după { $time }
place-ready-over = { $count ->
    [one] Gata în medie după { $time }, judecând după ultima comandă.
    [few] Gata în medie după { $time }, judecând după ultimele { $count } comenzi.
   *[other] Gata în medie după { $time }, judecând după ultimele { $count } de comenzi.
}
place-ready-unknown = Nu se știe încă în cât timp este gata o comandă aici.
place-back = Toate locațiile
place-new = Locație nouă
place-key = Cheie
place-key-hint = Ceea ce comenzile poartă ca locație. Nu se poate schimba ulterior.
place-name = Nume
place-address = Adresă
place-line1 = Strada și numărul
place-line2 = Apartament, etaj, firmă
place-city = Localitate
place-state = Județ
place-postal-code = Cod poștal
place-country = Țara (două litere)
place-contact = Unde întreabă clienții
place-hours = Program
place-hours-hint = 09:00-14:00, 17:00-20:00. După miezul nopții: 18:00-02:00. Gol: închis.
place-zone = Fus orar
place-closed = Zile închise
place-closed-hint = 2026-12-25, 2026-12-26
place-handing-over = Ridicare, livrare, colete și intervale
place-radius = Raza de livrare în km
place-radius-hint = În linie dreaptă, în Regatul Unit. 10 mile sunt 16,1 km. Gol: oriunde.
place-slot-minutes = Minute pe interval
place-slot-minutes-hint = Gol: fără intervale.
place-slot-capacity = Comenzi pe interval
place-lead = Minute de acum până la primul interval
place-ahead = Zile înainte
place-orders-open = Primim comenzi prin formularul public
place-workflow = Flux de lucru
place-form-open = Formularul de comandă este deschis tuturor
place-save = Salvați
place-saved = Salvat.
place-slots = Următoarele intervale
place-slots-none = Nu există niciun interval disponibil.
place-slot-taken = { $taken } din { $capacity } ocupate
place-slot-full = complet
place-time = Interval

booking-title-pickup = Ridicare
booking-title-delivery = Livrare
booking-when = { $from }–{ $until }
booking-where = Ridicați comanda de aici:
booking-ask = Întrebări?
booking-from = Din { $name }

order-form-title = Comandați de la { $place }
order-form-closed = Momentan nu primim comenzi aici. Reveniți mai târziu sau întrebați-ne.
order-form-empty = Încă nu este nimic de comandat aici.
order-form-full = Momentan toate orele sunt ocupate. Reveniți mai târziu sau întrebați-ne.
order-form-sold-out = Momentan totul este epuizat. Reveniți mai târziu.
order-form-problem = Încă nu s-a comandat nimic. Vă rugăm să corectați:
order-form-goods = Ce doriți?
order-form-gone = Epuizat
order-form-method = Cum primiți comanda?
order-form-slot = Când?
order-form-slot-none = Alegeți o oră
order-form-where = Unde ajunge?
order-form-who = Cine sunteți?
order-form-line1 = Strada și numărul
order-form-line2 = Apartament, etaj
order-form-city = Localitate
order-form-postal-code = Cod poștal
order-form-name = Nume
order-form-email = E-mail
order-form-phone = Telefon
order-form-notes = Ceva ce ar trebui să știm?
order-form-optional = (opțional)
order-form-then = Plătiți pe pagina următoare. Până atunci vă păstrăm ce ați ales.
order-form-submit = Comandați și plătiți
order-form-placed = Comanda vă este păstrată
order-form-placed-next = Comanda { $number } așteaptă plata. Pagina de plată se deschide singură.
order-form-pay = Plătiți acum
order-form-no-till = Momentan nimeni nu vă poate încasa plata. Nu s-a încasat nimic, iar ce ați ales este păstrat. Trimiteți din nou peste câteva clipe.
order-form-no-distance = Momentan nimeni nu poate spune cât de departe este adresa dumneavoastră. Nu s-a comandat nimic; ce ați scris este păstrat. Trimiteți din nou peste câteva clipe sau alegeți ridicarea.
order-form-flaw-method = Alegeți cum primiți comanda.
order-form-flaw-quantity = Scrieți un număr între 1 și 999 sau lăsați gol.
order-form-flaw-currency = Acest produs se vinde în altă monedă. Comandați-l separat.
order-form-flaw-gone = Ceva din ce ați ales nu se mai vinde aici. Parcurgeți din nou lista.
order-form-flaw-goods = Alegeți cel puțin un produs.
order-form-flaw-name = Scrieți-vă numele, cel mult 200 de caractere.
order-form-flaw-email = Scrieți o adresă de e-mail precum ana@example.com.
order-form-flaw-phone = Un număr de telefon are cel mult 40 de caractere.
order-form-flaw-line1 = Scrieți strada și numărul.
order-form-flaw-line2 = Este prea lung: cel mult 200 de caractere.
order-form-flaw-city = Scrieți localitatea.
order-form-flaw-postal-code = Scrieți un cod poștal de cel mult 20 de caractere.
order-form-flaw-notes = Este prea lung: cel mult 2000 de caractere.
place-form-link = Deschideți formularul de comandă
