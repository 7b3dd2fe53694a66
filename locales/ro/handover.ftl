# Cum se predă un colet: ce cere clientul de la cine îl aduce și ce spune când nu a ajuns. $contact este al magazinului.

handover-title = Cum să fie livrată?
handover-nothing = Așa cum face curierul de obicei. Dacă nu veți fi acolo, puteți spune ce preferați.
handover-asked = Îi cerem acest lucru curierului, care hotărăște ce este posibil.
handover-fixed = Acest lucru nu mai poate fi schimbat aici.
handover-to-choose = Spuneți cum să fie livrată
handover-to-change = Schimbați livrarea
handover-way-none = Așa cum face curierul de obicei
handover-way-in-person = Numai în mâna destinatarului, nu se lasă nimănui
handover-way-safe-place = Se lasă într-un loc sigur
handover-way-neighbour = Se lasă la un vecin
handover-ask-title = Cum să fie livrată comanda { $number }?
handover-ask-lead = Puteți schimba acest lucru până când iese la livrare. Îi cerem curierului, care hotărăște ce este posibil.
handover-ways = Dacă nu deschide nimeni
handover-note = Ce loc sau care vecin
handover-note-hint = Doar pentru un loc sigur sau un vecin: „magazia din spatele casei”, „Maria, etajul doi”
handover-for-driver = Pentru curier
handover-instructions-hint = Dacă doriți: pe ce intrare, la ce sonerie. Se tipărește pe hârtie: vă rugăm să nu scrieți coduri de acces.
handover-save = Salvați
handover-problem = Încă nu s-a salvat nimic. Ce ați scris este tot aici; verificați:
handover-flaw-way = Alegeți una dintre variantele din listă.
handover-flaw-note-missing = Spuneți ce loc sau care vecin.
handover-flaw-note-unasked = Un loc sau un vecin se indică doar la „loc sigur” sau „vecin”.
handover-flaw-characters = Conține caractere care nu pot fi tipărite. Vă rugăm să scrieți din nou.
handover-refused-title = Livrarea comenzii { $number } nu poate fi schimbată aici
handover-wish = Preferință de livrare

missing-title = Nu ați primit-o?
missing-lead = Apare ca livrată.
missing-to-ask = Nu o am
missing-ask-title = Comanda { $number } nu este la dumneavoastră?
missing-ask-lead = Apare ca livrată. De multe ori este aproape; vă rugăm să căutați mai întâi aici:
missing-look-household = Întrebați acasă sau la serviciu cine ar fi putut să o primească.
missing-look-neighbours = Întrebați vecinii, administratorul sau la recepție.
missing-look-places = Uitați-vă unde ar fi ferită de ploaie și de priviri: verandă, garaj, magazie, cutie poștală.
missing-look-card = Căutați un aviz sau un mesaj de la curier.
missing-words = Ce ne-ar ajuta să o găsim
missing-words-hint = Dacă doriți, într-o propoziție sau două.
missing-do = Nu am primit-o
missing-told = Ne-ați spus { $weekday }, { $day } { $month }, că nu o aveți.
missing-answer = Verificăm și vă răspundem prin e-mail la { $email }.
missing-refused-title = De aici nu se poate anunța că lipsește comanda { $number }
missing-event = Ne-ați spus că nu o aveți

refused-not-carried = Această comandă nu este adusă de niciun curier, așa că nu există un șofer căruia să i se transmită ceva. Dacă este ceva de stabilit, adresa noastră este { $contact }.
refused-with-the-driver = Este deja la curier pentru livrare sau a ajuns, așa că nimic nu s-a schimbat. Întrebați curierul pe pagina lui sau scrieți la { $contact }.
refused-not-there-yet = Nimic din această comandă nu apare încă ca livrat. Pagina ei arată unde este; dacă credeți că nu este așa, scrieți la { $contact }.
refused-there-for-long = { $days ->
    [one] A fost livrată acum mai bine de o zi. Scrieți la { $contact } și vă ajută cineva.
    [few] A fost livrată acum mai bine de { $days } zile. Scrieți la { $contact } și vă ajută cineva.
   *[other] A fost livrată acum mai bine de { $days } de zile. Scrieți la { $contact } și vă ajută cineva.
}

attention-not-received = Clientul nu are această comandă, deși apare ca livrată. Cereți curierului dovada livrării și răspundeți clientului prin e-mail.
event-delivery-wished = Preferință de livrare schimbată
event-not-received = Clientul spune că nu a primit comanda
