# The ten headline words.

status-pending = Ожидает оплаты
status-confirmed = Подтверждён
status-processing = В производстве
status-shipped = Отправлен
status-out-for-delivery = Передан курьеру
status-delivered = Доставлен
status-delayed = Задерживается
status-exception = Проблема с доставкой
status-cancelled = Отменён
status-returned = Возвращён

# The payment axis.

payment-unpaid = Не оплачен
payment-authorized = Сумма заблокирована
payment-paid = Оплачен
payment-partially-refunded = Возвращён частично
payment-refunded = Деньги возвращены
payment-failed = Оплата не прошла
payment-disputed = Оспаривается

# What happened, for the staff's timeline and for conflicts.

event-order-placed = Заказ оформлен
event-payment-succeeded = Оплата получена
event-payment-failed = Оплата не прошла
event-payment-mismatch = Сумма оплаты не совпадает
event-payment-mismatch-detail = Оплачено { $paid }, запрошено { $asked }. Ничего не подтверждено.
event-stage-entered = Переведён на новый этап
event-recalled = Возвращён на предыдущий этап
event-parcel-added = Добавлена посылка
event-note-added = Заметка
event-payment-authorized = Сумма заблокирована на карте
event-payment-captured = Заблокированная сумма списана
event-authorization-released = Блокировка снята, деньги не списаны
event-capture-failed = Не удалось списать заблокированную сумму
event-refund-requested = Запрошен возврат денег
event-refund-succeeded = Деньги отправлены покупателю
event-refund-failed = Возврат денег не прошёл
event-dispute-updated = Новости о споре по платежу
event-order-cancelled = Заказ отменён
event-return-requested = Запрошен возврат товара
event-return-declined = Возврат товара отклонён
event-return-received = Возвращённый товар получен
event-label-created = Куплена транспортная этикетка
event-label-refused = Транспортная этикетка не куплена
event-label-unknown = Неизвестно, куплена ли транспортная этикетка
event-label-voided = Транспортная этикетка аннулирована или аннулируется
event-void-refused = Не удалось аннулировать транспортную этикетку
event-tracking-update = Новости от перевозчика
event-alert-cleared = Предупреждение закрыто
attention-payment-mismatch = Оплаченная сумма или валюта не совпадает с заказом. Ничего не подтверждено: сверьте в Stripe, затем верните деньги или свяжитесь с покупателем.
attention-paid-after-cancel = Деньги пришли за уже отменённый заказ. Заказ остаётся отменённым: верните деньги, а если сумма только заблокирована, снимите блокировку в Stripe.
attention-authorization-lapsing = Блокировка суммы на карте (холд) закончится в ближайшие сутки, а деньги ещё не списаны. Переведите заказ на этап, где они списываются, или отмените заказ.
attention-authorization-lapsed = Блокировка суммы на карте (холд) закончилась раньше, чем деньги были списаны: заказ не оплачен. Ничего не отправляйте; попросите покупателя оплатить снова или отмените заказ.
attention-capture-failed = Не удалось списать сумму, заблокированную на карте: заказ не оплачен. Попробуйте списать её в Stripe или попросите покупателя оплатить иначе.
attention-refund-failed = Возвращённые деньги не дошли до покупателя, и Stripe вернул их нам. Верните их ещё раз или договоритесь с покупателем о другом способе.
attention-dispute-opened = Банк покупателя требует деньги назад. Ответьте в Stripe до истечения срока, а до решения не возвращайте этот платёж.
attention-label-unknown = Ответ потерялся: возможно, транспортная этикетка куплена. Clew продолжает её искать и вторую не купит. Поищите её ещё раз или проверьте в Shippo.
attention-label-refused = Транспортная этикетка не куплена, деньги за неё не списаны. Исправьте то, что указано в причине, и купите её снова.
attention-void-refused = Перевозчик не аннулирует транспортную этикетку: она остаётся оплаченной. Используйте её или запросите деньги у поддержки Shippo.
attention-tracking-problem = Посылка застряла или едет обратно к нам. Прочитайте, что пишет перевозчик, решите вопрос с ним и сообщите покупателю.
attention-oversold = Продано больше, чем есть на складе, а заказ оплачен. Пополните склад или договоритесь с покупателем об ожидании, замене или возврате денег.
attention-return-requested = Покупатель хочет вернуть этот заказ. Отклоните запрос или отметьте получение, когда товар вернётся.
attention-provider-paused = Внешний сервис отклонил наш ключ, и обращения к нему приостановлены. Всё, что его ждёт, сохранено: укажите верный ключ и возобновите обращения.
attention-export-failed = Ночной файл со всеми заказами не удалось записать на место. Попытки продолжаются; проверьте папку или хранилище, указанные в настройках.

# Where a parcel is.

tracking-unknown = Пока нет новостей
tracking-pre-transit = Ещё не передана перевозчику
tracking-transit = В пути
tracking-out-for-delivery = Передана курьеру
tracking-pickup = Можно забирать
tracking-delayed = Задерживается
tracking-exception = Проблема с доставкой
tracking-delivered = Доставлена
tracking-returned = Возврат отправителю

# Where a shipping label stands.

label-intended = Будет куплена
label-calling = Покупается
label-bought = Куплена
label-refused = Не куплена, деньги не списаны
label-unknown = Неизвестно, куплена ли
label-voiding = Аннулируется
label-voided = Аннулирована
label-void-refused = Не аннулирована, остаётся оплаченной

# Where a refund stands.

refund-pending = В обработке
refund-requires-action = Ждёт действий покупателя
refund-succeeded = Отправлен покупателю
refund-failed = Не прошёл
refund-canceled = Отменён

# Where a return stands.

return-requested = Запрошен
return-declined = Отклонён
return-received = Получен
return-refunded = Получен, деньги возвращены

# Whose doing.

source-staff = Сотрудник
source-customer = Покупатель
source-stripe = Stripe
source-stitch = Stitch
source-shippo = Shippo
source-carrier = Перевозчик
source-api = Магазин
source-system = Clew
role-viewer = Просмотр
role-operator = Оператор
role-admin = Администратор

# What becomes of a webhook.

inbox-state-received = Получен
inbox-state-waiting = Ждёт свой заказ, посылку или платёж
inbox-state-processed = Обработан
inbox-state-ignored = Не относится к делу
inbox-state-failed = Не распознан

# Dates.

weekday-0 = пн
weekday-1 = вт
weekday-2 = ср
weekday-3 = чт
weekday-4 = пт
weekday-5 = сб
weekday-6 = вс
month-1 = января
month-2 = февраля
month-3 = марта
month-4 = апреля
month-5 = мая
month-6 = июня
month-7 = июля
month-8 = августа
month-9 = сентября
month-10 = октября
month-11 = ноября
month-12 = декабря
date-time = { $weekday }, { $day } { $month }, { $time }
date = { $weekday }, { $day } { $month }

# Priority and due date.

priority-rush = Срочно
priority-standard = Обычно
priority-hold = Отложен
timing-will-be-late = Не успеет в срок
timing-overdue = Просрочен
timing-held = Отложен
event-priority-changed = Приоритет изменён
event-order-held = Отложен
event-order-released = Возобновлён
event-workflow-changed = Переведён на новую версию процесса
attention-label-wanted = Заказ дошёл до этапа, на котором нужна транспортная этикетка. Купите её на странице заказа.
