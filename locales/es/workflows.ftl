# The workflows Clew ships. Once installed, a shop edits its own copy.

workflow-standard = Estándar
workflow-print-factory = Imprenta
stage-standard-confirmed-label = Confirmado
stage-standard-confirmed-wording = Tenemos tu pedido
stage-standard-confirmed-verb = Confirmar
stage-standard-processing-label = En preparación
stage-standard-processing-wording = En preparación
stage-standard-processing-verb = Empezar
stage-standard-shipped-label = Enviado
stage-standard-shipped-wording = En camino
stage-standard-shipped-verb = Marcar como enviado
stage-standard-delivered-label = Entregado
stage-standard-delivered-wording = Entregado
stage-standard-delivered-verb = Marcar como entregado
stage-print-factory-new-label = Nuevo
stage-print-factory-new-wording = Tenemos tu pedido
stage-print-factory-new-verb = Aceptar
stage-print-factory-in-production-label = En producción
stage-print-factory-in-production-wording = En impresión
stage-print-factory-in-production-verb = Empezar producción
stage-print-factory-shipped-label = Enviado
stage-print-factory-shipped-wording = En camino
stage-print-factory-shipped-verb = Marcar como enviado
stage-print-factory-delivered-label = Entregado
stage-print-factory-delivered-wording = Entregado
stage-print-factory-delivered-verb = Marcar como entregado
