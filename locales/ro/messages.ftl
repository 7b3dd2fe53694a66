# Pages about messages: the way from one to the others.

messages-title = Mesaje
messages-log = Jurnal
messages-rules = Reguli
messages-templates = Șabloane
messages-figures = Cifre
