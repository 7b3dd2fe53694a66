# Orders that come from elsewhere: where they were bought, and what a person has to do about them.
origin-stripe-link = Stripe Payment Link
origin-stripe-checkout = Stripe Checkout
origin-woocommerce = WooCommerce
origin-shopify = Shopify
connect-shipping = Shipping
connect-extras = Tips and duties
refused-paid-elsewhere = This order was paid elsewhere, so Clew cannot give the money back. Pay it back where it was paid; from WooCommerce and Shopify Clew hears of it by itself.
attention-order-not-born = A paid order of another shop, or of a Stripe page, could not be written down. It is kept under Webhooks as failed: mend what is named here, then have it heard again.
attention-address-missing = This order came without a postal address. Ask the customer where it goes before anything is sent.
attention-refund-elsewhere = This order was cancelled here, and it was paid elsewhere. Pay the money back where it was paid.
attention-cancelled-elsewhere = This order was cancelled in the shop where it was bought, but it has left us already. Stop it on its way if you can, and agree on a return with the customer.
