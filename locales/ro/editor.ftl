# Editorul de șabloane: paginile din /admin/templates.

editor-what = Textele fiecărui mesaj, pe canale și limbi. Unde nu ați scris nimic, se folosesc cele ale Clew.
editor-kind = Mesaj
editor-marks = Ce înseamnă semnele
editor-state-built_in = implicit
editor-state-own = propriu
editor-state-missing = lipsește
editor-state-outdated = învechit
editor-state-built_in-what = textul Clew
editor-state-own-what = un text scris de magazin
editor-state-missing-what = altă limbă are text propriu, aceasta nu are
editor-state-outdated-what = altă limbă a fost schimbată după aceasta
editor-all = Toate șabloanele
editor-languages = Limbi
editor-title = Titlu
editor-subject = Subiect
editor-body = Text
editor-body-hint = Un rând gol începe un paragraf nou; # la începutul unui rând, titlul; >, un citat. Butonul, produsele și subsolul se adaugă singure. Numele dintre acolade duble se completează la fiecare comandă; lista lor este mai jos.
editor-body-hint-short = Scurt: se citește dintr-o privire. Numele dintre acolade duble se completează la fiecare comandă; lista lor este mai jos.
editor-look-only = Aici puteți vedea totul. Modificările le fac administratorii.
editor-save = Salvați
editor-save-mine = Salvați varianta mea ca cea mai nouă
editor-saved = Salvat ca versiunea { $name }. Mesajele o folosesc de acum înainte.
editor-same = Nu s-a schimbat nimic, deci nu există o versiune nouă.
editor-flawed = Nu s-a salvat. Fiecare motiv apare la câmpul lui; tot ce ați scris este încă aici.
editor-unsaved = Schimbat aici și încă nesalvat.
editor-conflict = { $name } a salvat versiunea { $other } în timp ce scriați. Nu s-a pierdut nimic: varianta lor stă lângă a dumneavoastră. Salvați din nou pentru ca a dumneavoastră să fie cea mai nouă, sau luați-o pe a lor.
editor-conflict-built_in = { $name } a revenit la textul implicit (versiunea { $other }) în timp ce scriați. Nu s-a pierdut nimic. Salvați din nou pentru ca varianta dumneavoastră să fie cea mai nouă, sau luați-o pe a lor.
editor-theirs = Ce a salvat { $name }
editor-take-theirs = Luați varianta lor și renunțați la a dumneavoastră
editor-findings = { $count ->
    [one] Un lucru de corectat.
    [few] { $count } lucruri de corectat.
   *[other] { $count } de lucruri de corectat.
}
editor-findings-none = Nu e nimic de corectat.
editor-error = Corectați
editor-warning = Verificați
editor-line = Rândul { $name }
editor-preview = Previzualizare
editor-preview-go = Arătați previzualizarea
editor-preview-none = Previzualizarea revine când dispar motivele de la câmpuri.
editor-preview-mail = Mesajul
editor-preview-text = Mesajul fără imagini și culori
editor-against = Completat cu
editor-against-sample = un exemplu
editor-against-worst = cazul cel mai dificil: un nume foarte lung, fără dată, trei colete
editor-against-order = una dintre comenzile dumneavoastră
editor-order = Numărul ei
editor-order-unknown = Nu există nicio comandă cu acest număr. Verificați-l sau alegeți exemplul.
editor-sms = Lungime
editor-sms-segments = { $count ->
    [one] Caractere: { $name }; se trimite și se plătește ca un SMS
    [few] Caractere: { $name }; se trimite și se plătește ca { $count } SMS-uri
   *[other] Caractere: { $name }; se trimite și se plătește ca { $count } de SMS-uri
}
editor-sms-unicode = Cu litere din afara alfabetului de bază, într-un SMS încap 70 de caractere în loc de 160.
editor-variables = Variabile
editor-variables-what = Ce se poate completa aici. În text apar între acolade duble.
editor-insert = Inserați { $name }
editor-insert-plural = Inserați { $name } cu formele de plural
editor-test = Trimiteți o probă
editor-test-what = Ce este scris aici pleacă prin e-mail, marcat ca probă, completat ca în previzualizare. Nu se salvează nimic.
editor-test-to = Către
editor-test-go = Trimiteți proba
editor-test-sent = Proba este în drum spre { $name }.
editor-test-flawed = Nu s-a trimis. Fiecare motiv apare la câmpul lui; tot ce ați scris este încă aici.
editor-test-failed = Proba nu a plecat. Verificați adresa și încercați din nou. Ce a spus serverul de e-mail: { $name }
editor-history = Istoric
editor-history-none = Încă nu s-a schimbat nimic: este textul Clew.
editor-version = Versiunea { $name }
editor-version-built_in = Versiunea { $name }: revenire la textul implicit
editor-by = de { $name }
editor-now = în uz
editor-look = Vedeți versiunea { $name }
editor-roll-back = Reveniți la versiunea { $name }
editor-rolled-back = Gata: versiunea { $name } spune ce spunea cea veche.
editor-old = Priviți versiunea { $name }, care nu este în uz. Dacă reveniți la ea, devine cea mai nouă.
editor-newest = Înapoi la cea mai nouă
editor-built-in-go = Reveniți la textul implicit
editor-built-in-done = Mesajele folosesc din nou textele Clew. Ale dumneavoastră rămân în istoric.
editor-built-in-shown = Textul implicit
