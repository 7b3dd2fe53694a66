# Many orders at once, kept lists, the board and the kitchen.

refused-nothing-selected = Nu este selectată nicio comandă sau niciuna nu se mai potrivește. Reveniți la listă și alegeți.
refused-too-many-orders = Sunt mai mult de { $most } de comenzi. Restrângeți lista și lucrați pe părți.
refused-bulk-begun = Aceasta a fost deja pornită. Pagina ei arată cât s-a făcut.
refused-too-late-to-undo = Nu se mai poate anula: mesajele pot fi plecate sau este de felul celor care rămân.
refused-changed-since = Cineva sau ceva a schimbat-o între timp.
refused-money-taken = Banii au fost încasați la intrarea în etapă.
refused-no-such-person = Nimeni cu acest nume nu mai lucrează aici.
refused-view-name-missing = Lista are nevoie de un nume.
refused-not-your-view = Această listă este a altcuiva. Faceți-vă o copie.
refused-too-many-views = Sunt deja cincizeci de liste. Ștergeți una de care nu mai are nimeni nevoie.

event-assigned = Repartizată
event-bulk-undone-label = eticheta cerută nu mai este necesară
event-bulk-undone = Schimbare în bloc anulată
bulk-action-move = Treceți la „{ $name }”
bulk-action-back = Întoarceți la „{ $name }”
bulk-action-assign = Repartizați lui { $name }
bulk-action-unassign = Nu repartizați nimănui
bulk-action-note = Adăugați o notă
bulk-action-labels = Cumpărați etichete
bulk-outcome-changed = schimbată
bulk-outcome-already = era deja așa
bulk-outcome-refused = refuzată
bulk-csv-number = Comandă
bulk-csv-customer = Client
bulk-csv-outcome = Rezultat
bulk-csv-reason = Motiv
bulk-csv-undo = Anulare
notice-state-withdrawn = retras

admin-bulk = Schimbarea mai multor comenzi
admin-bulk-all = Toate cele care se potrivesc filtrelor, pe toate paginile
admin-bulk-go = Schimbați cele selectate…
admin-pick-page = Selectați tot de pe această pagină
admin-bulk-first-a-look = Orice ați alege, întâi vedeți ce ar rezulta.
admin-bulk-stage = Etapă
admin-bulk-move = Vedeți: treceți la etapă
admin-bulk-back = Vedeți: întoarceți la etapă
admin-bulk-staff = Persoană
admin-bulk-nobody = Nimeni
admin-bulk-assign = Vedeți: repartizați
admin-bulk-labels = Vedeți: cumpărați etichete
admin-bulk-will-changed = Se vor schimba
admin-bulk-will-already = Sunt deja așa
admin-bulk-will-refused = Vor fi refuzate
admin-bulk-done-changed = Schimbate
admin-bulk-done-already = Erau deja așa
admin-bulk-done-refused = Refuzate
admin-bulk-state-preview = Previzualizare: încă nu s-a schimbat nimic.
admin-bulk-state-running = Se execută…
admin-bulk-state-done = Gata.
admin-bulk-state-undoing = Se anulează…
admin-bulk-state-undone = Anulat.
admin-bulk-start-what = Mesajele către clienți așteaptă zece minute. Până atunci mutarea poate fi anulată și nimeni nu află.
admin-bulk-undo = Anulați
admin-bulk-refusals = Refuzate și de ce
admin-bulk-kept = Neanulate și de ce
admin-bulk-each = Fiecare comandă
admin-bulk-more-in-csv = Acestea sunt primele o sută. Fișierul le conține pe toate.
admin-bulk-csv = Descărcați ca CSV
admin-bulk-selected =
    { $count ->
        [one] Este selectată o comandă.
        [few] Sunt selectate { $count } comenzi.
       *[other] Sunt selectate { $count } de comenzi.
    }
admin-bulk-orders =
    { $count ->
        [one] O comandă:
        [few] { $count } comenzi, printre ele
       *[other] { $count } de comenzi, printre ele
    }
admin-bulk-given-back =
    { $count ->
        [one] O comandă este cum era înainte.
        [few] { $count } comenzi sunt cum erau înainte.
       *[other] { $count } de comenzi sunt cum erau înainte.
    }
admin-bulk-start =
    { $count ->
        [one] Schimbați o comandă
        [few] Schimbați { $count } comenzi
       *[other] Schimbați { $count } de comenzi
    }
admin-bulk-held =
    { $count ->
        [one] Un mesaj către un client așteaptă.
        [few] { $count } mesaje către clienți așteaptă.
       *[other] { $count } de mesaje către clienți așteaptă.
    }
admin-bulk-undo-left =
    { $count ->
        [one] A mai rămas un minut
        [few] Au mai rămas { $count } minute
       *[other] Au mai rămas { $count } de minute
    }
bulk-action-priority = Prioritate „{ $name }”
bulk-action-release = Reluați
admin-bulk-priority = Prioritate
admin-bulk-prioritise = Vedeți: stabiliți prioritatea
admin-bulk-release = Vedeți: reluați

admin-nav-board = Panou
admin-board-what = Trageți un cartonaș în altă etapă sau deschideți meniul lui. Ce nu permite fluxul rămâne unde este.
admin-board-workflow = Flux
admin-board-show = Arătați
admin-board-none = Nimic aici.
admin-board-more = Arătați încă 50 în „{ $name }”
admin-board-move = Mutați { $name }
admin-kitchen = Bucătărie
admin-kitchen-cut = Fără conexiune: imaginea este veche. Se reîncearcă…
admin-kitchen-none = Nimic de pregătit.
admin-kitchen-fresh = la timp
admin-kitchen-warm = curând târziu
admin-kitchen-hot = târziu
admin-kitchen-recall = Rechemați { $name }
admin-kitchen-last = Ultimele trecute
board-age-minutes = { $count } min
board-age-hours = { $count } h
board-age-days = { $count } z
admin-views = Liste păstrate
admin-view-all = Toate
admin-view-team = echipă
admin-view-share = Pentru toată echipa
admin-view-manage = Păstrați această listă…
admin-view-name = Numele unei liste noi
admin-view-save = Păstrați
admin-view-new-name = Nume nou
admin-view-rename = Redenumiți
admin-view-update = Să arate ce vedeți acum
admin-view-duplicate = Faceți o copie a mea
admin-view-delete = Ștergeți „{ $name }”
admin-view-delete-what = Comenzile rămân.
admin-view-address = Adresa ei:
admin-view-more =
    { $count ->
        [one] încă { $count }
        [few] încă { $count }
       *[other] încă { $count }
    }
admin-kitchen-open =
    { $count ->
        [one] { $count } comandă
        [few] { $count } comenzi
       *[other] { $count } de comenzi
    }
admin-kitchen-walls = Ecrane de perete
