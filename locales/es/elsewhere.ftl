# Lo que dicen las páginas de otros sitios alrededor de un pedido que muestran.

customer-elsewhere-looking = Buscando tu pedido…
customer-elsewhere-again = Volvemos a intentarlo solos. Lo que has escrito sigue ahí.
customer-elsewhere-expired = Vuelve a buscar tu pedido
customer-elsewhere-expired-help = Por tu seguridad, esta vista se cierra al cabo de unas horas.
customer-elsewhere-another = Seguir otro pedido
