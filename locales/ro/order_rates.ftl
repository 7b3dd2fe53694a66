# Formularul de comandă când o aduce un curier.

way-shipping = Trimis prin curier
place-shipping = Trimite colete: clientul alege dintre tarifele curierilor
order-form-state = Județ
order-form-flaw-state = Este prea lung: cel mult 100 de caractere.
order-form-country = Trimitem numai în această țară: { $country }.
order-form-slots-gone = Momentan toate orele de ridicare și livrare sunt ocupate. Un curier o poate aduce totuși.
order-form-slot-by-hand = Când? (pentru ridicare și livrare)
order-form-rates-next = Pentru un colet alegeți curierul pe pagina următoare, înainte de plată.
order-form-no-rates = Momentan nimeni nu poate spune cât costă trimiterea. Nu s-a comandat nimic; ce ați scris este păstrat. Trimiteți din nou peste câteva clipe.
order-form-no-address = Curierii nu cunosc această adresă, deci nu se poate trimite nimic acolo. Verificați strada, localitatea și codul poștal.
order-form-no-rate = Niciun curier nu aduce comanda la adresa dumneavoastră. Nu s-a comandat nimic. Alegeți alt mod sau întrebați-ne: { $contact }
order-form-rate-none = Alegeți cum se trimite.
order-form-rate-gone = Aceste prețuri nu mai sunt valabile. Iată-le pe cele de astăzi; ce ați scris este păstrat.
order-rates-title = Cum vă trimitem comanda?
order-rates-summary = Comanda dumneavoastră
order-rates-choose = Curier și preț
order-rates-days = { $count ->
    [one] aproximativ o zi
    [few] aproximativ { $count } zile
   *[other] aproximativ { $count } de zile
}
order-rates-total = { $total } în total
order-rates-doubted = Curierii nu au găsit această adresă. Verificați-o: un colet cu adresa greșită se întoarce. Dacă este corectă, continuați.
order-rates-edit = Modificați ce ați scris
