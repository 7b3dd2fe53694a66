# What pages of other sites say around an order they show.

customer-elsewhere-looking = Looking for your order…
customer-elsewhere-again = We are trying again by ourselves. What you typed is kept.
customer-elsewhere-expired = Please look your order up again
customer-elsewhere-expired-help = For your security, this view closes after some hours.
customer-elsewhere-another = Track another order
