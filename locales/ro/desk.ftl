# Jurnalul mesajelor, un mesaj așa cum a plecat, scrisul de mână, noutățile fiecărei persoane și cifrele.

log-title = Mesaje
log-search = Destinatar sau număr de comandă
log-column-when = Planificat
log-column-to = Către
log-column-kind = Fel
log-column-channel = Canal
log-column-state = Stare
log-column-order = Comandă
log-column-audience = Pentru
log-audience-customer = Clienți
log-audience-staff = Echipă
log-from = De la
log-until = Până la
log-waits-until = până
log-none = Niciun mesaj nu se potrivește.
log-trouble = { $name }: { $count }
log-a-browser = un browser sau o aplicație
log-reason-quiet_hours = ore de liniște
log-reason-overtaken = depășit de noutăți ulterioare
log-reason-digest = anunțat împreună cu altele
log-reason-scheduled = programat
log-reason-bulk = încă poate fi anulat
log-reason-undone = anulat
log-reason-recalled = pasul a fost retras
log-reason-bounced = adresa respinge mesajele
log-reason-complained = marcat ca spam
log-reason-opted_out = nu dorește mesaje
log-reason-invalid = adresa nu există
log-reason-gone = abonamentul s-a încheiat
log-reason-no_provider = niciun furnizor pentru acest canal
log-reason-content = furnizorul nu a acceptat textul
log-reason-discarded = s-a renunțat la el
log-reason-expired = linkul său a expirat înainte să poată pleca
log-step-planned = Planificat
log-step-waits = Nu înainte de
log-step-sent = Trimis
log-step-delivered = Livrat
log-step-opened = Deschis
log-step-clicked = Link accesat
log-step-read = Citit
log-facts = Mesajul
log-written-by = Scris de
log-taken-by = Preluat de
log-error = Ultima eroare
log-attempts = Încercări
log-life = Ce s-a întâmplat
log-not-sent = Încă nu a plecat nimic. Textul se alcătuiește la trimitere.
log-subject = Subiect
log-html = Mesajul așa cum a plecat
log-text = Ca text simplu
log-as-sent = Așa cum a plecat
log-do = Ce se poate face
log-silenced = Nu se mai scrie la această adresă: { $name } (potrivit { $other }), din
log-lift = Scrieți-i din nou
log-lift-what = Numai dacă adresa este sigur corectă și titularul dorește mesaje.
log-retry = Încercați din nou
log-readdress-to = Altă adresă
log-readdress = Trimiteți acolo
log-discard = Renunțați
log-discard-what = Rămâne în jurnal și nu se trimite.
log-did-retry = Se trimite din nou.
log-did-readdress = Se trimite la noua adresă.
log-did-discard = S-a renunțat la el.
log-did-lift = La această adresă se scrie din nou.

feed-title = Noutăți
feed-none = Încă nu sunt noutăți.
feed-read-all = Marcați totul ca citit
feed-new = Nou
feed-unread =
    { $count ->
        [0] Nu este nimic necitit.
        [one] O noutate este necitită.
        [few] { $count } noutăți sunt necitite.
       *[other] { $count } de noutăți sunt necitite.
    }
feed-staff_new_order = Comandă nouă { $number } de la { $name }: { $amount }
feed-staff_exception = Un colet din comanda { $number } ({ $name }) necesită atenție
feed-staff_dispute = Banca cere înapoi banii pentru comanda { $number } ({ $name })
feed-staff_low_stock =
    { $count ->
        [one] A rămas o bucată din { $sku }
        [few] Au rămas { $count } bucăți din { $sku }
       *[other] Au rămas { $count } de bucăți din { $sku }
    }
feed-other = Sunt noutăți despre comanda { $number }

by-hand-write = Scrieți un mesaj
by-hand-title = Mesaj despre comanda { $name }
by-hand-channel = Canal
by-hand-subject-hint = Dacă rămâne gol, se folosește subiectul magazinului. SMS-urile nu au subiect.
by-hand-text = Mesaj
by-hand-text-hint = Salutul, numărul comenzii și linkul se adaugă singure.
by-hand-send = Trimiteți
by-hand-look = Vedeți întâi
by-hand-looks = Așa cum va ajunge
by-hand-looks-hint = Apăsați „Vedeți întâi” ca să îl vedeți aici așa cum va ajunge.
by-hand-silenced = acolo nu se mai scrie
by-hand-browsers =
    { $count ->
        [one] un browser sau o aplicație
        [few] { $count } browsere sau aplicații
       *[other] { $count } de browsere sau aplicații
    }
by-hand-many-what = Câte un e-mail clientului fiecărei comenzi. Așteaptă zece minute; până atunci poate fi anulat.
by-hand-many-go = Vedeți: scrieți un mesaj
bulk-action-message = Scrieți un mesaj
event-message-sent = Mesaj către client
event-bulk-undone-message = mesajul ei a fost retras
refused-empty-message = Mai întâi trebuie scris ceva.
refused-cannot-be-written = Acestui client nu i se poate scrie prin acest canal: nu există adresă, respinge mesajele sau a cerut să nu le primească.

order-silenced-bounced = E-mailurile la această adresă sunt respinse.
order-silenced-complained = A marcat un e-mail de-al nostru ca spam.
order-silenced-opted_out = Nu dorește e-mailuri de la noi.
order-silenced-invalid = Această adresă nu există.
order-silenced-gone = Această adresă nu mai există.
order-silenced-what = Nu i se mai trimit e-mailuri. Sunați sau cereți altă adresă; un mesaj care nu a ajuns poate fi trimis la alta, de pe pagina lui.

figures-title = Cifre
figures-span = Perioadă
figures-days =
    { $count ->
        [one] o zi
        [few] { $count } zile
       *[other] { $count } de zile
    }
figures-what = Din mesajele planificate în aceste zile. Un mesaj deschis se numără și ca livrat și trimis; ce nu spune furnizorul nu se numără. Timpul este de la schimbare, sau de la ora la care urma să plece, până când furnizorul l-a preluat.
figures-none = În aceste zile nu s-a planificat niciun mesaj.
figures-by-channel = Pe canale
figures-by-kind = Pe feluri
figures-share = Pondere
figures-share-words = { $count } % trimise, { $name } % pierdute
figures-planned = Planificate
figures-sent = Trimise
figures-delivered = Livrate
figures-opened = Deschise
figures-clicked = Linkuri accesate
figures-failed = Se reîncearcă
figures-suppressed = Nelivrabile
figures-dead = Abandonate
figures-median = Jumătate în
figures-p95 = 95 % în
figures-lanes = Ce așteaptă acum
figures-other-work = Alte treburi
figures-app = Aplicația magazinului
figures-due = De făcut acum
figures-later = Pentru mai târziu
figures-oldest = Cel mai vechi așteaptă
log-column-reached = A ajuns până la
by-hand-number = numărul verificat
log-act-retry = Trimis din nou
log-act-readdress = Trimis în altă parte
log-act-discard = S-a renunțat
log-reason-gave_up = prea multe încercări
log-reason-render = textul nu a putut fi alcătuit
log-reason-label_given_back = eticheta coletului a fost returnată
log-reason-no_number = nu mai are număr
