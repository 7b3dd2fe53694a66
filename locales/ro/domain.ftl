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
attention-payment-mismatch = Suma sau moneda plătită nu este cea cerută de această comandă. Nimic nu a fost confirmat: verificați în Stripe, apoi rambursați sau contactați clientul.

# Whose doing.

source-staff = Echipa
source-customer = Client
source-stripe = Stripe
source-shippo = Shippo
source-carrier = Curier
source-api = Magazin
source-system = Clew
role-viewer = Vizualizare
role-operator = Operator
role-admin = Administrator

# What becomes of a webhook.

inbox-state-received = Primit
inbox-state-waiting = Își așteaptă comanda
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
