# Что говорят страницы других сайтов вокруг заказа, который они показывают.

customer-elsewhere-looking = Ищем ваш заказ…
customer-elsewhere-again = Мы сами попробуем ещё раз. Введённое сохранено.
customer-elsewhere-expired = Найдите заказ ещё раз
customer-elsewhere-expired-help = Ради вашей безопасности этот просмотр закрывается через несколько часов.
customer-elsewhere-another = Найти другой заказ
