# Why the shop's rules, or the machine, say no. Each sentence says what to do.

someone = Cineva
fault-not-found = Nu există nimic aici. Verificați numărul sau reveniți la listă.
fault-conflict = Între timp, { $who } a fost mai rapid: „{ $what }”. Nimic de la dumneavoastră nu a fost salvat; priviți comanda așa cum este acum și decideți din nou.
fault-down = Un furnizor nu răspunde acum. Ce ați făcut până aici este păstrat; încercați din nou peste un minut.
fault-bug = Ceva nu a mers la noi. Nimic nu s-a schimbat; încercați din nou și anunțați-ne dacă persistă.
refused-not-paid = Această comandă nu este încă plătită, deci nu poate avansa. Avansează singură când sosește plata.
refused-ended = Această comandă s-a încheiat ca „{ $status }” și nu se mai schimbă.
refused-no-arrow = Din „{ $from }” o comandă nu poate trece direct la „{ $to }”. Parcurgeți pașii intermediari.
refused-several-stages = Urmează mai multe etape: { $stages }. Precizați care.
refused-unknown-stage = Fluxul acestei comenzi nu are etapa „{ $stage }”. Reîncărcați pagina pentru a vedea etapele.
refused-no-recall = O comandă poate reveni doar cât timp nimic nu a plecat din atelier. Scrieți o notă în schimb.
refused-bad-tracking-number = Acesta nu este un număr de urmărire. Copiați-l din nou de pe etichetă, cel mult 100 de caractere.
refused-bad-tracking-url = Linkul nu începe cu https:// sau http://. Lăsați-l gol și îl creăm noi unde se poate.
refused-empty-parcel = Încă nu se știe nimic despre acest colet. Completați cel puțin curierul, numărul sau linkul.
refused-empty-note = Nota este goală. Scrieți ceva mai întâi.
refused-too-long = Este prea lung: cel mult { $most } de caractere.
refused-too-many-parcels = O comandă poate avea cel mult 50 de colete. Treceți restul într-o notă.
refused-wrong-password = Adresa de e-mail și parola nu se potrivesc. Verificați ambele.
refused-weak-password = Parola este ușor de ghicit. Folosiți cel puțin 12 caractere, de exemplu o propoziție scurtă.
refused-bad-email = Acest e-mail nu poate fi folosit: nu este o adresă.
refused-name-missing = Este nevoie de un nume, de cel mult 200 de caractere.
refused-email-taken = Cineva are deja un cont cu această adresă; un cont închis poate fi redeschis.
refused-not-invited = Acest cont nu are nevoie de invitație: este folosit sau închis. Nu s-a trimis nimic.
refused-last-admin = Nu ar mai rămâne nimeni care să administreze conturile. Numiți mai întâi un alt administrator; nu s-a schimbat nimic.
refused-own-account = Nimeni nu își închide propriul cont. Cereți acest lucru altui administrator.
refused-account-changed = Altcineva a schimbat acest cont între timp. Nu s-a salvat nimic de la dumneavoastră; priviți din nou și hotărâți.
refused-wrong-factor = Codul nu este corect sau a fost deja folosit. Așteptați-l pe următorul și introduceți-l.
refused-pass-spent = A trecut prea mult timp sau contul a fost schimbat între timp. Autentificați-vă din nou cu adresa de e-mail și parola.
refused-factor-on = Verificarea în doi pași este deja activată.
refused-own-factor = Nimeni nu își resetează propria verificare în doi pași. Dezactivați-o pe pagina contului dumneavoastră, cu parola.
refused-link-spent = Acest link de configurare a fost folosit sau a expirat. Reporniți serverul pentru unul nou sau rulați „clew create-admin”.
refused-too-many = { $minutes ->
    [one] Prea multe încercări. Așteptați un minut și încercați din nou.
    [few] Prea multe încercări. Așteptați { $minutes } minute și încercați din nou.
   *[other] Prea multe încercări. Așteptați { $minutes } de minute și încercați din nou.
}
refused-role-too-low = Rolul dumneavoastră nu permite acest lucru. Cereți unui administrator al magazinului.
refused-signed-out = Sesiunea s-a încheiat. Autentificați-vă din nou; ce ați scris este încă pe pagină.
refused-amount-mismatch = Suma sau moneda plătită nu este cea cerută.
refused-too-late-to-cancel = O comandă cu starea „{ $status }” nu mai poate fi anulată. Deschideți un retur sau rambursați-o.
refused-ask-the-shop = Acest lucru nu se mai poate face de aici și nimic nu s-a schimbat. Pentru ajutor, adresa noastră este { $contact }.
refused-no-amount = Suma de rambursat trebuie să fie mai mare decât zero. Scrieți-o din nou sau lăsați câmpul gol pentru a rambursa tot.
refused-bad-amount = Nu poate fi citit ca sumă în { $currency }. Scrieți-o așa: { $like }.
refused-too-much-to-refund = Se mai pot rambursa cel mult { $most }; rambursările în curs sunt deja scăzute. Introduceți această sumă sau mai puțin.
refused-nothing-to-refund = Nu a mai rămas nimic de rambursat: nu s-a încasat nimic, ori totul a fost deja rambursat sau este pe drum. Pentru a debloca o sumă, anulați comanda.
refused-stripe-step = Stripe încasează și returnează sume în această monedă doar în pași de { $step }. Faceți din fiecare sumă un multiplu al acestui pas.
refused-no-return-now = Se poate returna doar o comandă plătită, care nu este anulată și nici returnată. Priviți comanda așa cum este acum.
refused-return-open = Există deja un retur deschis. Mai întâi primiți-l sau respingeți-l.
refused-no-return = Această comandă nu are niciun retur deschis. Deschideți unul sau reîncărcați pagina: poate că cineva l-a rezolvat deja.
refused-no-label-now = Nu se poate cumpăra o etichetă de transport cât timp comanda are starea „{ $status }”. Dacă nu este încă plătită, așteptați plata; dacă a plecat deja, adăugați coletul manual.
refused-label-exists = Acest colet are o etichetă de transport sau poate că are una. Folosiți-o ori anulați-o mai întâi; cât timp nu este clar, nu se cumpără alta.
refused-no-void-now = Această etichetă de transport nu poate fi anulată: nu a fost cumpărată, a fost folosită sau este deja anulată. Reîncărcați pagina pentru a vedea starea ei.
refused-no-rates = Încă nu s-a ales cum se trimite această comandă. Cereți tarifele, alegeți unul și apoi cumpărați eticheta de transport.
refused-not-trackable = Fără curier și număr de urmărire nu se poate întreba de acest colet. Este nevoie de amândouă.
refused-out-of-stock = Nu este stoc suficient din „{ $sku }”. Reduceți cantitatea sau încercați din nou când stocul este completat.
refused-label-in-doubt = Încă nu se știe dacă altă etichetă a acestei comenzi a fost cumpărată. Căutați-o mai întâi pe aceea, ca niciun colet să nu primească două.
refused-several-boxes = Prețul ales de client este pentru mai multe colete împreună ({ $count }). Aici fiecare colet are eticheta lui: deschideți comanda și cumpărați-le una câte una.

# Who did something, inside a sentence.

by-staff = magazinul
by-customer = clientul
by-stripe = Stripe
by-stitch = Stitch
by-shippo = Shippo
by-carrier = curierul
by-api = magazinul online
by-system = Clew
refused-on-hold = Această comandă este în așteptare. Reluați-o întâi, apoi mutați-o mai departe.
refused-left-already = O comandă aflată la „{ $status }” nu mai este la dumneavoastră: prioritatea ei nu mai schimbă nimic.
refused-not-held = Această comandă nu este în așteptare. Reîncărcați pagina ca să vedeți cum stă.
refused-stage-gone = Etapa ei „{ $stage }” nu există în versiunea nouă. Spuneți ce etapă îi ia locul.
refused-stage-means-other = Se află la „{ $stage }”, iar acolo comanda ar fi „{ $status }”: asta nu se poate schimba printr-o editare. Rămâne în versiunea ei.
refused-hold-never-taken = Banii ei sunt doar blocați pe card, iar nicio etapă următoare a versiunii noi nu îi încasează. Rămâne în versiunea ei.
refused-move-runs = Aceste comenzi sunt deja în curs de mutare. Așteptați să se termine.
refused-workflow-changed = Între timp { $who } a salvat o versiune mai nouă. Nu s-a salvat nimic; ce ați scris este încă aici. Deschideți versiunea cea mai nouă în altă fereastră, preluați modificările și salvați acolo.
refused-bad-workflow-key = Cheia unui flux are litere mici de la a la z, cifre și cratime, cel mult 40. Schimbați-o.
refused-no-workflow = Acest fișier nu este un flux exportat de Clew: nu poate fi citit de la linia { $line } încolo. Exportați unul și comparați.
