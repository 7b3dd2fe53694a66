# Mesaje scrise pentru o oră viitoare.

by-hand-at = Când (gol: imediat)
by-hand-at-hint = După ceasul magazinului ({ $name }). Cine alege o oră o vrea întocmai: orele de liniște nu o amână.
by-hand-leaves = Pleacă
by-hand-leaves-until = Până atunci poate fi retras.
by-hand-take-back = Retrage
by-hand-take-back-what = Rămâne în jurnal și nimeni nu află de el.
by-hand-did-take-back = A fost retras. Nimeni nu află de el.
refused-hour-unclear = Aceasta nu este o dată cu oră. Scrieți-o ca 2027-01-16T09:00 sau lăsați câmpul gol pentru a trimite imediat.
refused-hour-skipped = În noaptea aceea ceasul se dă înainte și ora aceasta nu există. Alegeți una mai devreme sau mai târziu.
refused-hour-twice = În noaptea aceea ceasul se dă înapoi și ora aceasta apare de două ori. Alegeți una dinainte sau de după.
refused-hour-past = Ora aceasta a trecut. Alegeți una viitoare sau lăsați câmpul gol pentru a trimite imediat.
refused-hour-far = Este peste mai mult de un an. Alegeți o zi mai apropiată.
