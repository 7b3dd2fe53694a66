# Hârtiile pe care le tipărește personalul și pagina pe care le scanează. Avizele sunt în limba clientului, restul în cea a cititorului.
paper-ticket = Fișă de lucru
paper-slip = Listă de ambalare
paper-label = Etichetă
paper-papers = Hârtii
paper-print = Tipăriți
paper-link = Tipăriți hârtiile
paper-orders =
    { $count ->
        [one] Hârtiile unei comenzi
        [few] Hârtiile a { $count } comenzi
       *[other] Hârtiile a { $count } de comenzi
    }
paper-back = Înapoi la comenzi
paper-gift = Cadou: fără prețuri
paper-size = Foaie
paper-show = Arătați
paper-noted = Tipărirea a fost notată la fiecare comandă. Tipărește acum cu comanda browserului (Ctrl+P).
paper-not-noted = Tipărirea nu a putut fi notată, așa că nu s-a tipărit nimic. Verifică conexiunea și încearcă din nou; Ctrl+P tipărește fără notare.
paper-unknown = Nu există comanda „{ $name }”. Celelalte sunt aici.
paper-beyond =
    { $count ->
        [one] Încă o comandă nu încape într-o singură tipărire. Tipărește-o după acestea.
        [few] Încă { $count } comenzi nu încap într-o singură tipărire. Tipărește-le după acestea.
       *[other] Încă { $count } de comenzi nu încap într-o singură tipărire. Tipărește-le după acestea.
    }
paper-nothing = Niciuna dintre aceste comenzi nu există, deci nu este nimic de tipărit.
paper-label-of = Eticheta comenzii { $number }
paper-label-none = Pentru această comandă nu a fost cumpărată nicio etichetă:
paper-label-away = Eticheta nu a putut fi adusă; celelalte hârtii sunt complete. Încearcă din nou peste un moment sau deschide-o din comandă:
paper-label-foreign = Această etichetă este în limbajul propriu al unei imprimante de etichete și nu poate fi tipărită împreună cu celelalte. Deschideți-o din comandă:
paper-label-broken = Fișierul acestei etichete nu poate fi citit. Deschideți-o din comandă:
paper-reference = Referință
paper-leaves-by = Pleacă până la
paper-status = Stare
paper-made-at = Se face la
paper-for = Pentru
paper-sent-with = Se trimite cu
paper-ordered = Comandat
paper-done = Gata
paper-quantity = Cant.
paper-what = Articol
paper-sku = SKU
paper-file = Fișier de tipar
paper-allergens = Alergeni
paper-notes = Note
paper-stages = Etape
paper-deliver-to = Se livrează la
paper-price = Preț
paper-sum = Sumă
paper-subtotal = Subtotal
paper-shipping = Livrare
paper-total = Total
paper-thanks = Vă mulțumim pentru comandă. Aveți întrebări? { $contact }
scan-title = Scanare
scan-hint = Scanați codul de pe o fișă de lucru sau de pe o listă de ambalare ori scrieți numărul comenzii și apăsați Enter. Scanerele funcționează și pe toate celelalte pagini.
scan-mode = Ce face o scanare
scan-mode-open = deschide comanda
scan-mode-advance = duce comanda mai departe
scan-field = Cod sau număr de comandă
scan-go = Mergi
scan-sound = Sunet
scan-camera = Cameră
scan-camera-failed = Camera nu poate fi folosită. Permite-o în browser sau scrie numărul.
scan-list = Scanări, cea mai nouă prima
scan-unknown-code = Nicio comandă nu corespunde cu „[code]”. Nu s-a schimbat nimic.
scan-unknown = Nicio comandă nu corespunde cu „{ $code }”. Nu s-a schimbat nimic.
scan-found = găsită
scan-moved = acum la „{ $stage }”
scan-choose = poate merge mai departe în mai multe feluri. Alege unul.
scan-last = este deja la ultima etapă, „{ $stage }”. Nu s-a schimbat nimic.
scan-just-moved = a trecut la „{ $stage }” abia acum. Nu s-a schimbat nimic; scaneaz-o din nou peste câteva secunde ca să meargă mai departe.
scan-refused = rămâne la „{ $stage }”. { $why }
scan-failed = Serverul nu răspunde, deci nu se știe dacă scanarea a contat. Verifică conexiunea și scanează din nou.
event-printed = Tipărit
