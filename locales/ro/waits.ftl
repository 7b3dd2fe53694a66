# What waits while a provider does not answer.

admin-provider-next = următoarea încercare
admin-provider-tries =
    { $count ->
        [one] { $count } apel fără răspuns
        [few] { $count } apeluri la rând fără răspuns
       *[other] { $count } de apeluri la rând fără răspuns
    }
waits-label =
    { $count ->
        [one] { $count } etichetă de cumpărat:
        [few] { $count } etichete de cumpărat:
       *[other] { $count } de etichete de cumpărat:
    }
waits-void =
    { $count ->
        [one] { $count } etichetă de returnat:
        [few] { $count } etichete de returnat:
       *[other] { $count } de etichete de returnat:
    }
waits-refund =
    { $count ->
        [one] { $count } rambursare de trimis:
        [few] { $count } rambursări de trimis:
       *[other] { $count } de rambursări de trimis:
    }
waits-hold =
    { $count ->
        [one] { $count } sumă blocată pe card:
        [few] { $count } sume blocate pe carduri:
       *[other] { $count } de sume blocate pe carduri:
    }
waits-payment =
    { $count ->
        [one] { $count } plată de verificat:
        [few] { $count } plăți de verificat:
       *[other] { $count } de plăți de verificat:
    }
waits-tracking =
    { $count ->
        [one] { $count } colet de urmărit:
        [few] { $count } colete de urmărit:
       *[other] { $count } de colete de urmărit:
    }
waits-other =
    { $count ->
        [one] { $count } altă sarcină
        [few] { $count } alte sarcini
       *[other] { $count } de alte sarcini
    }

# The list's filter, and boxes that are there already.

admin-filter-open = Căutare și filtre
admin-ship-other-box = Pleacă cu alt număr
admin-ship-other-box-what = Coletele ei sunt în lista de mai jos. Scrieți doar ce nu este încă acolo: va fi un colet în plus.
admin-label-together =
    { $count ->
        [one] Prețul ales de client era pentru { $count } colet; aceasta este eticheta unuia.
        [few] Prețul ales de client era pentru { $count } colete împreună; aceasta este eticheta unuia dintre ele.
       *[other] Prețul ales de client era pentru { $count } de colete împreună; aceasta este eticheta unuia dintre ele.
    }
