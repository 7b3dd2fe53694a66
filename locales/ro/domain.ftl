# The ten headline words.

status-pending = În așteptarea plății
status-confirmed = Confirmată
status-processing = În producție
status-shipped = Expediată
status-out-for-delivery = În curs de livrare
status-delivered = Livrată
status-delayed = Întârziată
status-exception = Problemă la livrare
status-cancelled = Anulată
status-returned = Returnată

# The payment axis.

payment-unpaid = Neplătită
payment-authorized = Autorizată
payment-paid = Plătită
payment-partially-refunded = Rambursată parțial
payment-refunded = Rambursată
payment-failed = Plată nefinalizată
payment-disputed = Contestată

# What happened, for the staff's timeline and for conflicts.

event-order-placed = Comandă plasată
event-payment-succeeded = Plată primită
event-payment-failed = Plată nefinalizată
event-payment-mismatch = Suma plătită nu corespunde
event-payment-mismatch-detail = Plătit { $paid }, cerut { $asked }. Nimic nu a fost confirmat.
event-stage-entered = A trecut la o etapă nouă
event-recalled = Întoarsă la o etapă anterioară
event-parcel-added = Colet adăugat
event-note-added = Notă
event-payment-authorized = Sumă blocată pe card
event-payment-captured = Suma blocată a fost încasată
event-authorization-released = Suma a fost deblocată, nu s-a încasat nimic
event-capture-failed = Suma blocată nu a putut fi încasată
event-refund-requested = Rambursare solicitată
event-refund-succeeded = Rambursare trimisă
event-refund-failed = Rambursare eșuată
event-dispute-updated = Noutăți despre contestație
event-order-cancelled = Comandă anulată
event-return-requested = Retur solicitat
event-return-declined = Retur respins
event-return-received = Retur primit
event-label-created = Etichetă de transport (AWB) cumpărată
event-label-refused = Etichetă de transport necumpărată
event-label-unknown = Nu se știe dacă s-a cumpărat o etichetă de transport
event-label-voided = Etichetă de transport anulată sau în curs de anulare
event-void-refused = Eticheta de transport nu a putut fi anulată
event-tracking-update = Noutăți de la curier
event-alert-cleared = Alertă rezolvată
attention-payment-mismatch = Suma sau moneda plătită nu este cea cerută de această comandă. Nimic nu a fost confirmat: verificați în Stripe, apoi rambursați sau contactați clientul.
attention-paid-after-cancel = Au sosit bani pentru o comandă deja anulată. Comanda rămâne anulată: rambursați suma sau, dacă este doar blocată, deblocați-o în Stripe.
attention-authorization-lapsing = Blocarea sumei pe card expiră în mai puțin de o zi, iar banii nu au fost încasați. Treceți comanda la etapa care îi încasează sau anulați comanda.
attention-authorization-lapsed = Blocarea sumei pe card a expirat înainte de încasare: această comandă nu este plătită. Nu trimiteți nimic; cereți clientului să plătească din nou sau anulați comanda.
attention-capture-failed = Suma blocată pe card nu a putut fi încasată: această comandă nu este plătită. Încercați să o încasați în Stripe sau cereți clientului să plătească altfel.
attention-refund-failed = O rambursare nu a ajuns la client; Stripe ne-a returnat banii. Rambursați din nou sau conveniți altă cale cu clientul.
attention-dispute-opened = Banca clientului cere banii înapoi. Răspundeți în Stripe înainte de termenul-limită și nu rambursați între timp această plată.
attention-label-unknown = Răspunsul s-a pierdut: poate că s-a cumpărat o etichetă de transport. Clew o caută în continuare și nu cumpără alta. Căutați-o din nou sau verificați în Shippo.
attention-label-refused = Nu s-a cumpărat nicio etichetă de transport și nu s-a plătit nimic pentru ea. Corectați ce arată motivul, apoi cumpărați-o din nou.
attention-void-refused = Curierul nu acceptă anularea unei etichete de transport: rămâne plătită. Folosiți-o sau cereți banii la asistența Shippo.
attention-tracking-problem = Un colet este blocat sau se întoarce la noi. Citiți ce spune curierul, rezolvați cu el și anunțați clientul.
attention-oversold = S-a vândut mai mult decât este pe stoc, iar această comandă este plătită. Completați stocul sau conveniți cu clientul o așteptare, un înlocuitor sau o rambursare.
attention-return-requested = Clientul vrea să returneze această comandă. Respingeți cererea sau marcați comanda ca primită când ajunge înapoi.
attention-provider-paused = Un furnizor ne-a respins cheia, așa că nu mai este apelat. Ce îl așteaptă este păstrat: puneți cheia corectă, apoi reluați apelurile.
attention-export-failed = Fișierul de noapte cu toate comenzile nu a putut fi scris la locul lui. Se încearcă din nou; verificați dosarul sau depozitul din setări.

# Where a parcel is.

tracking-unknown = Încă fără noutăți
tracking-pre-transit = Încă nepredat curierului
tracking-transit = În tranzit
tracking-out-for-delivery = În curs de livrare
tracking-pickup = Poate fi ridicat
tracking-delayed = Întârziat
tracking-exception = Problemă la livrare
tracking-delivered = Livrat
tracking-returned = Retur la expeditor

# Where a shipping label stands.

label-intended = Urmează să fie cumpărată
label-calling = Se cumpără
label-bought = Cumpărată
label-refused = Necumpărată, fără cost
label-unknown = Nu se știe dacă a fost cumpărată
label-voiding = Se anulează
label-voided = Anulată
label-void-refused = Neanulată, rămâne plătită

# Where a refund stands.

refund-pending = În curs
refund-requires-action = Se așteaptă clientul
refund-succeeded = Trimisă clientului
refund-failed = Eșuată
refund-canceled = Anulată

# Where a return stands.

return-requested = Solicitat
return-declined = Respins
return-received = Primit
return-refunded = Primit și rambursat

# Whose doing.

source-staff = Echipa
source-customer = Client
source-stripe = Stripe
source-stitch = Stitch
source-shippo = Shippo
source-carrier = Curier
source-api = Magazin
source-system = Clew
role-viewer = Vizualizare
role-operator = Operator
role-admin = Administrator

# What becomes of a webhook.

inbox-state-received = Primit
inbox-state-waiting = Își așteaptă comanda, coletul sau plata
inbox-state-processed = Procesat
inbox-state-ignored = Nerelevant
inbox-state-failed = Neînțeles

# Dates.

weekday-0 = lun.
weekday-1 = mar.
weekday-2 = mie.
weekday-3 = joi
weekday-4 = vin.
weekday-5 = sâm.
weekday-6 = dum.
month-1 = ian.
month-2 = feb.
month-3 = mar.
month-4 = apr.
month-5 = mai
month-6 = iun.
month-7 = iul.
month-8 = aug.
month-9 = sept.
month-10 = oct.
month-11 = nov.
month-12 = dec.
date-time = { $weekday } { $day } { $month }, { $time }
date = { $weekday } { $day } { $month }

# Priority and due date.

priority-rush = Urgent
priority-standard = Normal
priority-hold = În așteptare
timing-will-be-late = Va întârzia
timing-overdue = Întârziată
timing-held = În așteptare
event-priority-changed = Prioritate schimbată
event-order-held = Pusă în așteptare
event-order-released = Reluată
event-workflow-changed = Mutată la o versiune mai nouă a fluxului
attention-label-wanted = Această comandă a ajuns într-o etapă care are nevoie de eticheta de transport. Cumpărați-o din pagina comenzii.
