# Ce aleg clienții să audă, ieșirea și întoarcerea, pagina lor și notificările. $email și $phone le recunoaște numai proprietarul lor.

topic-order_confirmed = Comandă confirmată
topic-processing = În producție
topic-shipped = Pe drum
topic-out_for_delivery = În livrare
topic-delivered = Livrată
topic-delayed = Întârziere
topic-exception = Problemă pe drum
topic-cancelled = Anulare

preferences-title = Ce vă spunem
preferences-lead = Pentru { $email }. Rambursările și răspunsurile la ce ne cereți vin întotdeauna prin e-mail.
preferences-unsubscribed = V-ați dezabonat de la e-mailurile despre mersul comenzilor. Ce alegeți și salvați aici contează de atunci înainte.
preferences-news = Veste
preferences-table = Ce veste vine pe ce cale
preferences-column-email = E-mail
preferences-column-sms = SMS
preferences-column-push = Notificare
preferences-box = { $topic }: { $channel }
preferences-sms-hint = SMS-urile merg la un număr confirmat; îl puteți da mai jos.
preferences-push-hint = Notificările se pornesc pe pagina fiecărei comenzi, pentru acea comandă.
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
preferences-done-forgotten = Am uitat numărul.
preferences-problem = Încă nu s-a salvat nimic. Ce ați ales este tot aici; verificați:
preferences-flaw-language = Alegeți una dintre limbile din listă.
preferences-flaw-zone = Alegeți unul dintre fusurile orare din listă.
preferences-flaw-time = Scrieți o oră a zilei, de pildă 22:00.
preferences-flaw-same = Orele de liniște încep și se termină la aceeași oră. Alegeți două ore diferite sau niciuna.
preferences-phone = Mesaje SMS
preferences-phone-number = Număr de mobil
preferences-phone-other = Alt număr de mobil
preferences-phone-hint = Cu prefixul țării, ca în +34 600 111 222
preferences-phone-send = Trimiteți-mi un cod
preferences-phone-waits = { $phone } este încă de confirmat.
preferences-phone-is = { $phone } este confirmat.
preferences-phone-code = Cod
preferences-phone-code-hint = Cifrele din SMS-ul pe care vi l-am trimis
preferences-phone-check = Confirmați numărul
preferences-phone-forget = Uitați numărul meu
preferences-test-message = Acesta este un mesaj de probă: așa ajung mesajele noastre la dumneavoastră. La comandă nu s-a schimbat nimic.

refused-bad-phone = Nu putem trimite SMS-uri la acest număr. Verificați-l, cu prefixul țării, sau dați alt număr de mobil.
refused-wrong-code = Nu acesta era codul. Uitați-vă la cel mai nou SMS de la noi și scrieți din nou cifrele.
refused-code-over = Acest cod nu mai este valabil. Cereți unul nou.
refused-no-texts = Acest magazin nu trimite SMS-uri.

unsubscribe-asks-title = Nu mai doriți e-mailuri despre mersul comenzilor?
unsubscribe-asks-lead = Pentru { $email }. Chitanțele, anulările, rambursările și răspunsurile la ce ne cereți vin în continuare.
unsubscribe-do = Dezabonare
unsubscribe-left-title = V-ați dezabonat
unsubscribe-left-lead = { $email } nu mai primește e-mailuri despre mersul comenzilor. Chitanțele, anulările, rambursările și răspunsurile la ce ne cereți vin în continuare.
unsubscribe-again = Abonați-mă din nou
unsubscribe-back-title = Sunteți din nou abonat
unsubscribe-back-lead = { $email } primește aceleași e-mailuri ca înainte.
unsubscribe-choose = Alegeți ce vă spunem

my-asks-title = Toate comenzile dumneavoastră
my-asks-lead = Vă trimitem un link cu care intrați. Nu aveți nevoie de parolă.
my-asks-do = Trimiteți-mi un link
my-many = Prea multe încercări. Încercați din nou { $wait }.
my-sent-title = Uitați-vă în căsuța poștală
my-sent-lead = Dacă s-a cumpărat ceva aici cu această adresă, un link este pe drum. Funcționează o dată, timp de 15 minute. Nu a venit? Uitați-vă în spam sau verificați adresa și cereți din nou.
my-opened-title = Intrare
my-opened-lead = Încă un clic și vedeți toate comenzile.
my-opened-do = Intrați
my-spent-title = Acest link nu mai funcționează
my-spent-lead = Un link funcționează o dată, timp de 15 minute. Cereți unul nou.
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
my-news = Vești
my-sign-out = Ieșire

notice-sign_in-subject = Intrați la { $shop }
notice-sign_in-title = Linkul dumneavoastră de intrare
notice-sign_in-lead = Funcționează o dată, timp de 15 minute. Dacă nu l-ați cerut, nu trebuie să faceți nimic: nimeni nu intră fără acest link.
notice-sign_in-button = Intrați

push-title = Să vă anunțăm?
push-lead = Acest browser vă poate anunța când se întâmplă ceva cu această comandă, chiar dacă pagina este închisă.
push-on = Anunțați-mă
push-off = Nu mă mai anunțați
push-said-on = Vă anunțăm aici ce se întâmplă cu această comandă.
push-said-off = Acest browser nu mai primește vești despre această comandă.
push-said-denied = Browserul nu permite acest lucru. Puteți schimba asta în setările lui pentru această pagină.
push-said-failed = Nu a mers. Nu s-a schimbat nimic; încercați din nou peste o clipă.
