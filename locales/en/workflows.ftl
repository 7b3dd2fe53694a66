# The workflows Clew ships. Once installed, a shop edits its own copy.

workflow-standard = Standard
workflow-print-factory = Print factory
stage-standard-confirmed-label = Confirmed
stage-standard-confirmed-wording = We have your order
stage-standard-confirmed-verb = Confirm
stage-standard-processing-label = Processing
stage-standard-processing-wording = Being prepared
stage-standard-processing-verb = Start work
stage-standard-shipped-label = Shipped
stage-standard-shipped-wording = On its way
stage-standard-shipped-verb = Mark shipped
stage-standard-delivered-label = Delivered
stage-standard-delivered-wording = Delivered
stage-standard-delivered-verb = Mark delivered
stage-print-factory-new-label = New
stage-print-factory-new-wording = We have your order
stage-print-factory-new-verb = Take in
stage-print-factory-in-production-label = In production
stage-print-factory-in-production-wording = Being printed
stage-print-factory-in-production-verb = Start production
stage-print-factory-shipped-label = Shipped
stage-print-factory-shipped-wording = On its way
stage-print-factory-shipped-verb = Mark shipped
stage-print-factory-delivered-label = Delivered
stage-print-factory-delivered-wording = Delivered
stage-print-factory-delivered-verb = Mark delivered
