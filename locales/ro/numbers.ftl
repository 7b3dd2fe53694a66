# Un număr de urmărire în timp ce se scrie, și unul care se află în două comenzi.

admin-number-kept = Se păstrează ca { $name }
admin-number-carriers = Al cui poate fi acest număr
admin-number-why-page = de pe pagina lui
admin-number-why-checked = cifra de control este corectă
admin-number-why-shape = seamănă cu numerele lui
admin-number-post = Un număr poștal emis în { $name }. Nu cunoaștem pagina acelei poște.
admin-number-strange = Niciun curier pe care îl recunoaștem după numere nu are unul ca acesta. Verificați-l sau indicați curierul.
admin-number-twice = Acest număr se află deja în altă comandă; ce spune curierul despre el poate apărea doar acolo:
admin-number-shared = Numărul { $name } se află și în altă comandă; ce spune curierul despre el apare doar într-una dintre ele:
admin-number-same-carrier = același curier
