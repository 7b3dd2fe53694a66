# The workflows Clew ships. Once installed, a shop edits its own copy.

workflow-standard = Standard
workflow-print-factory = Tipografie
stage-standard-confirmed-label = Confirmată
stage-standard-confirmed-wording = Am primit comanda
stage-standard-confirmed-verb = Confirmați
stage-standard-processing-label = În pregătire
stage-standard-processing-wording = În pregătire
stage-standard-processing-verb = Începeți lucrul
stage-standard-shipped-label = Expediată
stage-standard-shipped-wording = Pe drum
stage-standard-shipped-verb = Marcați expediată
stage-standard-delivered-label = Livrată
stage-standard-delivered-wording = Livrată
stage-standard-delivered-verb = Marcați livrată
stage-print-factory-new-label = Nouă
stage-print-factory-new-wording = Am primit comanda
stage-print-factory-new-verb = Preluați
stage-print-factory-in-production-label = În producție
stage-print-factory-in-production-wording = Se tipărește
stage-print-factory-in-production-verb = Porniți producția
stage-print-factory-shipped-label = Expediată
stage-print-factory-shipped-wording = Pe drum
stage-print-factory-shipped-verb = Marcați expediată
stage-print-factory-delivered-label = Livrată
stage-print-factory-delivered-wording = Livrată
stage-print-factory-delivered-verb = Marcați livrată
