# Messages that did not go, and what can be done with them.

attention-notice-failed = Un mesaj nu a ajuns la client. Citiți motivul în jurnalul mesajelor, apoi trimiteți-l din nou, corectați adresa sau anunțați clientul altfel.
attention-template-failed = Textul propriu al unui mesaj nu a putut fi folosit, așa că a plecat textul implicit. Deschideți șablonul și corectați ce este indicat aici.
refused-notice-not-given-up = La acest mesaj nu s-a renunțat: a plecat deja, a fost retras sau își așteaptă ora.
refused-notice-told-there = Această adresă a primit deja același mesaj. Alegeți alta.
refused-spared-by-wish = Titularul acestei adrese nu dorește mesaje de la magazin. Doar el poate schimba aceasta, în preferințele sale.
waits-message =
    { $count ->
        [one] { $count } mesaj de trimis:
        [few] { $count } mesaje de trimis:
       *[other] { $count } de mesaje de trimis:
    }
