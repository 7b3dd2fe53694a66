# Ce aleg clienții să audă, ieșirea și întoarcerea, pagina lor și notificările. $email și $phone le recunoaște numai proprietarul lor.

topic-order_confirmed = Comandă confirmată
topic-processing = În producție
topic-shipped = Pe drum
topic-out_for_delivery = În curs de livrare
topic-delivered = Livrată
topic-delayed = Întârziere
topic-exception = Problemă la livrare
topic-cancelled = Anulare

preferences-title = Despre ce vă anunțăm
preferences-lead = Pentru { $email }. Rambursările și răspunsurile la ce ne cereți vin întotdeauna prin e-mail.
preferences-unsubscribed = V-ați dezabonat de la e-mailurile despre mersul comenzilor. Ce alegeți și salvați aici se aplică de acum înainte.
preferences-news = Noutate
preferences-table = Ce noutate vine pe ce cale
preferences-column-email = E-mail
preferences-column-sms = SMS
preferences-column-push = Notificare
preferences-box = { $topic }: { $channel }
preferences-sms-hint = SMS-urile merg la un număr confirmat; îl puteți indica mai jos.
preferences-push-hint = Notificările se activează pe pagina fiecărei comenzi, pentru acea comandă.
preferences-language = Limba mesajelor
preferences-language-any = Cea a fiecărei comenzi
preferences-zone = Fus orar
preferences-night = Ore de liniște
preferences-quiet = Nu-mi trimiteți nimic noaptea
preferences-quiet-hint = Ce nu este urgent așteaptă până dimineață.
preferences-quiet-from = De la
preferences-quiet-until = Până la
preferences-save = Salvați
preferences-done-saved = Salvat.
preferences-done-code = V-am trimis un cod.
preferences-done-verified = Numărul este confirmat.
preferences-done-forgotten = V-am șters numărul.
preferences-problem = Încă nu s-a salvat nimic. Ce ați ales este tot aici; verificați:
preferences-flaw-language = Alegeți una dintre limbile din listă.
preferences-flaw-zone = Alegeți unul dintre fusurile orare din listă.
preferences-flaw-time = Scrieți o oră, de pildă 22:00.
preferences-flaw-same = Orele de liniște încep și se termină la aceeași oră. Alegeți două ore diferite sau niciuna.
preferences-phone = Mesaje SMS
preferences-phone-number = Număr de mobil
preferences-phone-other = Alt număr de mobil
preferences-phone-hint = Cu prefixul țării, ca în +34 600 111 222
preferences-phone-send = Trimiteți-mi un cod
preferences-phone-waits = { $phone } nu este încă confirmat.
preferences-phone-is = { $phone } este confirmat.
preferences-phone-code = Cod
preferences-phone-code-hint = Cifrele din SMS-ul pe care vi l-am trimis
preferences-phone-check = Confirmați numărul
preferences-phone-forget = Ștergeți numărul meu
preferences-test-message = Acesta este un mesaj de probă: așa vor ajunge mesajele noastre la dumneavoastră. Comanda a rămas neschimbată.

refused-bad-phone = Nu putem trimite SMS-uri la acest număr. Verificați-l, cu prefixul țării, sau indicați alt număr de mobil.
refused-wrong-code = Codul nu este corect. Uitați-vă la cel mai nou SMS de la noi și scrieți din nou cifrele.
refused-code-over = Acest cod nu mai este valabil. Cereți unul nou.
refused-no-texts = Acest magazin nu trimite SMS-uri.

unsubscribe-asks-title = Nu mai doriți e-mailuri despre mersul comenzilor?
unsubscribe-asks-lead = Pentru { $email }. Confirmările de plată, anulările, rambursările și răspunsurile la ce ne cereți vin în continuare.
unsubscribe-do = Dezabonare
unsubscribe-left-title = V-ați dezabonat
unsubscribe-left-lead = { $email } nu mai primește e-mailuri despre mersul comenzilor. Confirmările de plată, anulările, rambursările și răspunsurile la ce ne cereți vin în continuare.
unsubscribe-again = Abonați-mă din nou
unsubscribe-back-title = V-ați abonat din nou
unsubscribe-back-lead = { $email } primește aceleași e-mailuri ca înainte.
unsubscribe-choose = Alegeți despre ce vă anunțăm

my-asks-title = Toate comenzile dumneavoastră
my-asks-lead = Vă trimitem un link de autentificare. Nu aveți nevoie de parolă.
my-asks-do = Trimiteți-mi un link
my-many = Prea multe încercări. Încercați din nou { $wait }.
my-sent-title = Verificați-vă e-mailul
my-sent-lead = Dacă s-a cumpărat ceva aici cu această adresă, un link este pe drum. Funcționează o singură dată, timp de 15 minute. Nu a venit? Căutați în spam sau verificați adresa și cereți din nou.
my-opened-title = Autentificare
my-opened-lead = Încă un clic și vedeți toate comenzile.
my-opened-do = Autentificare
my-spent-title = Acest link nu mai funcționează
my-spent-lead = Un link funcționează o singură dată, timp de 15 minute. Cereți unul nou.
my-one-order = Deschideți o comandă după număr
my-title = Comenzile dumneavoastră
my-lead = Tot ce s-a cumpărat cu { $email }
my-none = Încă nu există nicio comandă.
my-more =
    { $count ->
        [one] și încă un rând
        [few] și încă { $count } rânduri
       *[other] și încă { $count } de rânduri
    }
my-older = Comenzi mai vechi
my-news = Noutăți
my-sign-out = Ieșire


push-title = Să vă anunțăm?
push-lead = Acest browser vă poate anunța când se întâmplă ceva cu această comandă, chiar dacă pagina este închisă.
push-on = Anunțați-mă
push-off = Nu mă mai anunțați
push-said-on = Vă anunțăm aici ce se întâmplă cu această comandă.
push-said-off = Acest browser nu mai este anunțat despre această comandă.
push-said-denied = Browserul nu permite acest lucru. Îl puteți schimba în setările lui pentru această pagină.
push-said-failed = Nu a reușit. Nu s-a schimbat nimic; încercați din nou peste câteva clipe.
