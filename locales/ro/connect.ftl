# Comenzi care vin din altă parte: unde au fost cumpărate și ce are de făcut o persoană.
origin-stripe-link = Link de plată Stripe
origin-stripe-checkout = Stripe Checkout
origin-woocommerce = WooCommerce
origin-shopify = Shopify
connect-shipping = Livrare
connect-extras = Bacșiș și taxe vamale
refused-paid-elsewhere = Această comandă a fost plătită în altă parte, așa că Clew nu poate întoarce banii. Întoarceți-i acolo unde au fost plătiți; de la WooCommerce și Shopify Clew află singur.
attention-order-not-born = O comandă plătită în alt magazin sau pe o pagină Stripe nu a putut fi înregistrată. Este păstrată la Webhook-uri ca eșuată: corectați ce este numit aici, apoi cereți să fie ascultată din nou.
attention-address-missing = Această comandă a venit fără adresă poștală. Întrebați clientul unde se trimite înainte de a expedia ceva.
attention-refund-elsewhere = Această comandă a fost anulată aici, dar fusese plătită în altă parte. Întoarceți banii acolo unde au fost plătiți.
attention-cancelled-elsewhere = Această comandă a fost anulată în magazinul unde a fost cumpărată, dar a plecat deja de la noi. Opriți-o pe drum dacă puteți și conveniți returul cu clientul.
