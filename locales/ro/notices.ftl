# What customers are told. $number is the order's number, $shop the shop's name.

notice-kind-confirmation = Confirmare
notice-kind-shipped = Expediere
notice-kind-delivered = Livrare
notice-state-pending = planificată
notice-state-sending = se trimite
notice-state-sent = trimisă
notice-state-failed = netrimisă, se va reîncerca
notice-state-suppressed = nu poate fi livrată
notice-confirmation-subject = Am primit comanda { $number }
notice-confirmation-title = Mulțumim, comanda este confirmată
notice-confirmation-lead = Plata a sosit, iar { $shop } se apucă de treabă. Vă anunțăm când pleacă.
notice-shipped-subject = Comanda { $number } este pe drum
notice-shipped-title = Comanda este pe drum
notice-shipped-lead = A plecat de la { $shop }. O puteți urmări oricând pe pagina ei.
notice-delivered-subject = Comanda { $number } a fost livrată
notice-delivered-title = Comanda a fost livrată
notice-delivered-lead = Sperăm să vă placă. Dacă nu a ajuns la dumneavoastră, scrieți-ne și o găsim.
notice-promised = Estimăm că o expediem cel târziu { $when }.
notice-number = Numărul comenzii
notice-total = Total
notice-parcel = Colet
notice-track-parcel = Urmăriți la curier
notice-follow = Urmăriți comanda
notice-help = Întrebări? Scrieți la { $contact }.
