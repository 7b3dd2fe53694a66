# Pedidos que vienen de otra parte: dónde se compraron y qué tiene que hacer una persona.
origin-stripe-link = Enlace de pago de Stripe
origin-stripe-checkout = Stripe Checkout
origin-woocommerce = WooCommerce
origin-shopify = Shopify
connect-shipping = Envío
connect-extras = Propina y aranceles
refused-paid-elsewhere = Este pedido se pagó en otra parte, así que Clew no puede devolver el dinero. Devuélvelo donde se pagó; de WooCommerce y Shopify, Clew se entera solo.
attention-order-not-born = Un pedido pagado en otra tienda, o en una página de Stripe, no se pudo anotar. Se guarda en Webhooks como fallido: corrige lo que se indica aquí y haz que se escuche de nuevo.
attention-address-missing = Este pedido llegó sin dirección postal. Pregunta al cliente adónde va antes de enviar nada.
attention-refund-elsewhere = Este pedido se canceló aquí y se había pagado en otra parte. Devuelve el dinero donde se pagó.
attention-cancelled-elsewhere = Este pedido se canceló en la tienda donde se compró, pero ya ha salido. Detén el envío si puedes y acuerda la devolución con el cliente.
