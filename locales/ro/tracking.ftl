# Where a parcel is.

track-state-unknown = Încă fără noutăți
track-state-pre-transit = Încă nepredat curierului
track-state-picked-up = Preluat de curier
track-state-in-transit = În tranzit
track-state-out-for-delivery = În curs de livrare
track-state-available-for-pickup = Gata de ridicare
track-state-attempted = S-a încercat livrarea
track-state-delayed = Întârziat
track-state-delivered = Livrat
track-state-returning = În curs de returnare la expeditor
track-state-returned = Returnat expeditorului
track-state-failed = Nu a putut fi livrat

# Why, and on whose side it lies.

track-cause-damaged = Deteriorat pe drum
track-cause-lost = Pierdut
track-cause-missorted = Sortat greșit
track-cause-investigated = Curierul îl caută
track-cause-carrier-delay = Curierul are întârzieri
track-cause-called-off = Anulat de magazin
track-cause-shop-data = Date greșite sau lipsă de la magazin
track-cause-shop-not-ready = Magazinul nu era pregătit
track-cause-packaging = Ambalaj, dimensiuni sau greutate
track-cause-refused = Refuzat de destinatar
track-cause-not-home = Nu era nimeni acasă
track-cause-business-closed = Firma era închisă
track-cause-address = Adresa este greșită sau incompletă
track-cause-no-access = Nu s-a putut ajunge la ușă
track-cause-moved = Destinatarul s-a mutat
track-cause-unclaimed = Neridicat la timp
track-cause-asked-for = Destinatarul a cerut altă zi sau alt loc
track-cause-unpaid = Este ceva de plătit la livrare
track-cause-identity = Lipsea dovada identității
track-cause-customs = La vamă
track-cause-customs-papers = Vama are nevoie de documente
track-cause-customs-duties = Trebuie plătite taxe vamale
track-cause-prohibited = Nu poate intra în țară
track-cause-weather = Vremea
track-cause-force = Grevă, calamitate sau autorități
track-cause-holiday = O zi liberă

# What has to be done so that it goes on.

track-action-contact-carrier = Contactați curierul
track-action-correct-address = Corectați adresa
track-action-choose-day = Alegeți altă zi sau alt loc
track-action-pick-up = Ridicați coletul
track-action-give-access = Permiteți accesul curierului
track-action-send-papers = Trimiteți documentele
track-action-pay = Plătiți suma datorată
track-action-claim = Depuneți o reclamație la curier

# What staff are alarmed of, and the one thing to do.

track-alarm-returned = Coletul se întoarce sau s-a întors.
track-alarm-failed = Curierul nu poate livra coletul.
track-alarm-address-problem = Curierul nu găsește adresa.
track-alarm-held-in-customs = Vama reține coletul.
track-alarm-action-required = Curierul așteaptă o acțiune.
track-alarm-never-scanned = Există etichetă, dar curierul nu a scanat niciodată coletul.
track-alarm-silent = De câteva zile nu există noutăți despre colet.
track-alarm-late = Coletul întârzie sau va întârzia.
track-todo-hand-over = Predați-l curierului sau anulați eticheta.
track-todo-ask-carrier = Cereți curierului să îl caute.
track-todo-expect-return = Așteptați-l, apoi rambursați sau trimiteți din nou.
track-todo-tell-customer = Anunțați clientul.
track-until = Până la { $day }.
