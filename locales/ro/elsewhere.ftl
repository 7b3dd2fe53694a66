# Ce spun paginile altor site-uri în jurul unei comenzi pe care o arată.

customer-elsewhere-looking = Căutăm comanda…
customer-elsewhere-again = Încercăm din nou singuri. Ce ați scris s-a păstrat.
customer-elsewhere-expired = Căutați din nou comanda
customer-elsewhere-expired-help = Pentru siguranța dumneavoastră, această vedere se închide după câteva ore.
customer-elsewhere-another = Urmăriți altă comandă
