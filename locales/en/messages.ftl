# Pages about messages: the way from one to the others.

messages-title = Messages
messages-log = Log
messages-rules = Rules
messages-templates = Templates
messages-figures = Figures
