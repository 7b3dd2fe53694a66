# Товары, их запас и способ изготовления.
product-kind-garment = Одежда
product-kind-blank = Заготовка для печати
product-kind-dish = Блюдо
product-kind-goods = Товар
movement-order = Заказано
movement-release = Возвращено из заказа
movement-count = Пересчитано
movement-receive = Получено
movement-correction = Исправлено
movement-waste = Списано
technique-dtg = Прямая печать по ткани
technique-screen = Шелкография
technique-embroidery = Вышивка

refused-bad-sku = Код товара — одна строка от 1 до 100 символов. Ничего не сохранено.
refused-no-price = Тому, что предлагается покупателям, нужна цена. Укажите её или уберите товар из формы заказа.
refused-no-pieces = Такое количество записать нельзя: только целые штуки, не больше миллиона. Ничего не записано.
refused-stock-moved = Пока вы считали, запас изменился: сейчас { $left }. Ничего не записано; пересчитайте заново.
refused-fewer-in-stock = На складе только { $left } — меньше, чем вы хотите снять. Ничего не записано.
refused-no-review-now = Этот заказ больше не ждёт проверки макета. Обновите страницу, чтобы увидеть, где он.

event-specs-returned = Возвращено покупателю
notice-kind-specs_returned = Правки к макету
notice-specs_returned-subject = Нужны правки в макете заказа { $number }
notice-specs_returned-title = Нужны правки в макете
notice-specs_returned-lead = Ваш макет проверен, но { $shop } пока не может изготовить его в таком виде. Заказ ждёт, ничего не пропало. Вот что нужно изменить:
