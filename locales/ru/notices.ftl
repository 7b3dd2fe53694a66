# What customers are told. $number is the order's number, $shop the shop's name.

notice-kind-confirmation = Подтверждение
notice-kind-shipped = Отправка
notice-kind-delivered = Доставка
notice-state-pending = запланировано
notice-state-sending = отправляется
notice-state-sent = отправлено
notice-state-failed = не отправлено, будет повторено
notice-state-suppressed = невозможно доставить
notice-confirmation-subject = Ваш заказ { $number } принят
notice-confirmation-title = Спасибо, заказ подтверждён
notice-confirmation-lead = Оплата получена, { $shop } приступает к работе. Мы сообщим, когда заказ отправится.
notice-shipped-subject = Ваш заказ { $number } в пути
notice-shipped-title = Ваш заказ в пути
notice-shipped-lead = Он покинул { $shop }. Следить за ним можно в любое время на его странице.
notice-delivered-subject = Ваш заказ { $number } доставлен
notice-delivered-title = Ваш заказ доставлен
notice-delivered-lead = Надеемся, вам понравится. Если заказа у вас нет, напишите нам, и мы его найдём.
notice-promised = Мы отправим его не позднее: { $when }.
notice-number = Номер заказа
notice-total = Итого
notice-parcel = Посылка
notice-track-parcel = Отследить у перевозчика
notice-follow = Следить за заказом
notice-help = Есть вопросы? Пишите на { $contact }.
