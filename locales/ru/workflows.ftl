# The workflows Clew ships. Once installed, a shop edits its own copy.

workflow-standard = Стандартный
workflow-print-factory = Типография
stage-standard-confirmed-label = Подтверждён
stage-standard-confirmed-wording = Мы получили ваш заказ
stage-standard-confirmed-verb = Подтвердить
stage-standard-processing-label = Готовится
stage-standard-processing-wording = Готовится
stage-standard-processing-verb = Начать работу
stage-standard-shipped-label = Отправлен
stage-standard-shipped-wording = В пути
stage-standard-shipped-verb = Отметить отправку
stage-standard-delivered-label = Доставлен
stage-standard-delivered-wording = Доставлен
stage-standard-delivered-verb = Отметить доставку
stage-print-factory-new-label = Новый
stage-print-factory-new-wording = Мы получили ваш заказ
stage-print-factory-new-verb = Принять
stage-print-factory-in-production-label = В производстве
stage-print-factory-in-production-wording = Печатается
stage-print-factory-in-production-verb = Начать производство
stage-print-factory-shipped-label = Отправлен
stage-print-factory-shipped-wording = В пути
stage-print-factory-shipped-verb = Отметить отправку
stage-print-factory-delivered-label = Доставлен
stage-print-factory-delivered-wording = Доставлен
stage-print-factory-delivered-verb = Отметить доставку
