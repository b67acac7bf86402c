// Library users import this module alone: the values that a report is made of come with it.
@_exported public import Documents
@_exported public import Extraction
@_exported public import Reconciliation
@_exported public import Reporting
@_exported public import Values
