# What waits while a provider does not answer.

admin-provider-next = следующая попытка
admin-provider-tries =
    { $count ->
        [one] { $count } вызов без ответа
        [few] { $count } вызова подряд без ответа
        [many] { $count } вызовов подряд без ответа
       *[other] { $count } вызова подряд без ответа
    }
waits-label =
    { $count ->
        [one] { $count } этикетку нужно купить:
        [few] { $count } этикетки нужно купить:
        [many] { $count } этикеток нужно купить:
       *[other] { $count } этикетки нужно купить:
    }
waits-void =
    { $count ->
        [one] { $count } этикетку нужно вернуть:
        [few] { $count } этикетки нужно вернуть:
        [many] { $count } этикеток нужно вернуть:
       *[other] { $count } этикетки нужно вернуть:
    }
waits-refund =
    { $count ->
        [one] { $count } возврат нужно отправить:
        [few] { $count } возврата нужно отправить:
        [many] { $count } возвратов нужно отправить:
       *[other] { $count } возврата нужно отправить:
    }
waits-hold =
    { $count ->
        [one] { $count } сумма удержана на карте:
        [few] { $count } суммы удержаны на картах:
        [many] { $count } сумм удержано на картах:
       *[other] { $count } суммы удержано на картах:
    }
waits-payment =
    { $count ->
        [one] { $count } платёж нужно проверить:
        [few] { $count } платежа нужно проверить:
        [many] { $count } платежей нужно проверить:
       *[other] { $count } платежа нужно проверить:
    }
waits-tracking =
    { $count ->
        [one] { $count } посылку нужно проверить:
        [few] { $count } посылки нужно проверить:
        [many] { $count } посылок нужно проверить:
       *[other] { $count } посылки нужно проверить:
    }
waits-other =
    { $count ->
        [one] ещё { $count } задача
        [few] ещё { $count } задачи
        [many] ещё { $count } задач
       *[other] ещё { $count } задачи
    }

# The list's filter, and boxes that are there already.

admin-filter-open = Поиск и фильтр
admin-ship-other-box = Уходит под другим номером
admin-ship-other-box-what = Его посылки перечислены ниже. Впишите только то, чего там ещё нет: это будет ещё одна посылка.
admin-label-together =
    { $count ->
        [one] Цена, которую выбрал покупатель, — за { $count } посылку; это этикетка одной.
        [few] Цена, которую выбрал покупатель, — за { $count } посылки сразу; это этикетка одной из них.
        [many] Цена, которую выбрал покупатель, — за { $count } посылок сразу; это этикетка одной из них.
       *[other] Цена, которую выбрал покупатель, — за { $count } посылки сразу; это этикетка одной из них.
    }
