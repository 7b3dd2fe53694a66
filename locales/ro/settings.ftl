# Setările: ce se deschide rar, pe grupe, fiecare cu rostul său.

admin-settings = Setări
admin-settings-shop = Magazinul
admin-settings-people = Oameni
admin-settings-programs = Programe
admin-settings-what-products = Ce vindeți, cât costă și cât a mai rămas.
admin-settings-what-places = Programul, ridicarea, livrarea și intervalele orare ale fiecărei locații.
admin-settings-what-workflows = Etapele prin care trece o comandă, de la prima la ultima.
admin-settings-what-import = Comenzi și produse dintr-o foaie de calcul, verificate înainte de a fi aduse.
admin-settings-what-log = Fiecare mesaj așa cum a fost trimis și ce s-a întâmplat cu el.
admin-settings-what-rules = Despre ce sunt anunțați clienții și echipa și pe ce canale.
admin-settings-what-templates = Textele e-mailurilor, SMS-urilor și notificărilor push, în toate limbile.
admin-settings-what-figures = Câte mesaje ajung și cât de repede.
admin-settings-what-team = Cine se poate autentifica aici și ce poate face fiecare.
admin-settings-what-account = Parola dumneavoastră și unde sunteți autentificat.
admin-settings-what-keys = Ce poate face aici magazinul online sau alt program.
admin-settings-what-hooks = Alte programe află imediat ce se întâmplă cu comenzile.
admin-settings-what-inbox = Ce au comunicat către Clew procesatorii de plăți, curierii și alte magazine și ce a fost respins.
