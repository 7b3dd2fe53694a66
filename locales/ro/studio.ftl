# Produsele, stocul lor și cum se fac.
product-kind-garment = Articol de îmbrăcăminte
product-kind-blank = Suport de imprimare
product-kind-dish = Fel de mâncare
product-kind-goods = Marfă
movement-order = Comandat
movement-release = Eliberat de o comandă
movement-count = Numărat
movement-receive = Recepționat
movement-correction = Corectat
movement-waste = Scos din stoc
technique-dtg = Imprimare directă pe textil
technique-screen = Serigrafie
technique-embroidery = Broderie

refused-bad-sku = Codul unui produs este un rând de 1 până la 100 de caractere. Nu s-a salvat nimic.
refused-no-price = Ce se oferă clienților are nevoie de un preț. Introduceți-l sau scoateți produsul din formularul de comandă.
refused-no-pieces = Acest număr de bucăți nu poate fi înregistrat: bucăți întregi, cel mult un milion. Nu s-a înregistrat nimic.
refused-stock-moved = Stocul s-a schimbat în timp ce numărați: acum sunt { $left }. Nu s-a înregistrat nimic; numărați din nou.
refused-fewer-in-stock = În stoc sunt doar { $left }, mai puțin decât vreți să scoateți. Nu s-a înregistrat nimic.
refused-no-review-now = Comanda nu mai așteaptă verificarea specificațiilor. Reîncărcați pagina ca să vedeți unde se află.

event-specs-returned = Trimis înapoi clientului
notice-kind-specs_returned = Design de modificat
notice-specs_returned-subject = Designul comenzii { $number } trebuie modificat
notice-specs_returned-title = Vă rugăm să modificați designul
notice-specs_returned-lead = { $shop } a verificat designul dumneavoastră și nu îl poate realiza deocamdată în această formă. Comanda rămâne în așteptare și nu se pierde nimic. Iată ce este de modificat:
