# Orders that somebody gives away.

order-form-gift = Este un cadou: fără prețuri în colet
admin-gift = Este un cadou: lista de ambalare nu arată prețuri.
paper-gifts = { $count ->
    [one] O comandă este cadou: lista ei de ambalare nu arată prețuri.
    [few] { $count } comenzi sunt cadouri: listele lor de ambalare nu arată prețuri.
   *[other] { $count } de comenzi sunt cadouri: listele lor de ambalare nu arată prețuri.
}
