# Un número de seguimiento mientras se escribe, y uno que está en dos pedidos.

admin-number-kept = Se guarda como { $name }
admin-number-carriers = De quién puede ser este número
admin-number-why-page = de su página
admin-number-why-checked = el dígito de control es correcto
admin-number-why-shape = se parece a los suyos
admin-number-post = Un número postal emitido en { $name }. No conocemos la página de ese correo.
admin-number-strange = Ningún transportista que reconozcamos por sus números tiene uno así. Compruébalo o indica el transportista.
admin-number-twice = Este número ya está en otro pedido; lo que diga el transportista puede aparecer solo allí:
admin-number-shared = El número { $name } también está en otro pedido; lo que diga el transportista aparece solo en uno de ellos:
admin-number-same-carrier = mismo transportista
