# The settings: what is seldom opened, in groups, each with what it is for.

admin-settings = Settings
admin-settings-shop = The shop
admin-settings-people = People
admin-settings-programs = Programs
admin-settings-what-products = What you sell, what it costs and how much of it is left.
admin-settings-what-places = Opening hours, pickup, delivery and time slots of each location.
admin-settings-what-workflows = The stages an order goes through, from the first to the last.
admin-settings-what-import = Orders and products from a spreadsheet, looked at before they come in.
admin-settings-what-log = Every message as it was sent, and what became of it.
admin-settings-what-rules = What customers and staff are told, and over which channels.
admin-settings-what-templates = The words of mails, texts and push messages, in every language.
admin-settings-what-figures = How many messages arrive, and how quickly.
admin-settings-what-team = Who may sign in here, and what each may do.
admin-settings-what-account = Your password, and where you are signed in.
admin-settings-what-keys = What your storefront or another program may do here.
admin-settings-what-hooks = Other programs hear at once what happens to orders.
admin-settings-what-inbox = What payment providers, carriers and other shops told Clew, and what was turned away.
