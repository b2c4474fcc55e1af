# The catalogue in English. The rules stand at the top of zh.ftl.

## seal

seal-damaged = The sealed content is damaged and cannot be opened.
seal-wrong-key = The sealed content does not open with this key in this place.
seal-commitment = The sealed content differs from the digest that was recorded.

## number

number-form = A case number has 16 digits; you typed { $found ->
    [one] one character
   *[other] { $found } characters
}.
number-mistyped = This case number is mistyped. Please compare it with your receipt.
number-check-code = A check code has 8 letters and digits, such as 7K3M-Q9XD.

## identity

identity-id-form = An identity number has 18 characters (the last may be X); you typed { $found }.
identity-id-birth = The date of birth in the identity number does not exist or cannot be right.
identity-id-check = The identity number is mistyped. Please compare it digit by digit.
identity-phone = Please give a mobile number of 11 digits, or a landline with its area code, such as 0527-84312345.

## calendar

calendar-not-a-time = “{ $text }” is not a date with a time of day. Write it like { $example }.
calendar-no-such-time = “{ $text }”: there is no such date or time. Write it like { $example }.
calendar-no-time-of-day = “{ $text }” has no time of day. Write it like { $example }.
calendar-no-zone = “{ $text }” has no time zone. Write it like { $example }.
calendar-year = “{ $text }”: the year { $year } is outside 2010 to 2199. Write it like { $example }.
calendar-no-amount = “{ $text }” does not begin with a whole number. Write it like { $example }.
calendar-not-whole = “{ $text }” is not a whole number. Write it like { $example }.
calendar-no-unit = “{ $text }” names no unit. Write it like { $example }.
calendar-unknown-unit = “{ $text }”: the unit “{ $unit }” is unknown. Write it like { $example }.
calendar-zero = “{ $text }”: a limit cannot be zero. Write it like { $example }.
calendar-too-long = “{ $text }” is longer than ten years. Write it like { $example }.
calendar-out-of-range = The time runs outside the years 2010 to 2199. Write it like { $example }.
calendar-no-office-hours = The calendar names no office hours, so workhours cannot be counted. Write office_hours = ["09:00-12:00", "13:00-18:00"] in the calendar file.
calendar-file-unreadable = The file { $path } cannot be read: { $reason }
calendar-file-shape = Calendar file, line { $line }: { $text }
calendar-file-zone = Calendar file: the time zone “{ $text }” is unknown. Write it like Asia/Shanghai.
calendar-file-office-hours = Calendar file: the office hours “{ $text }” are wrong. Write them in order, like ["09:00-12:00", "13:00-18:00"].
calendar-file-year = Calendar file: the year { $year } is out of place. The years follow one another without a gap, from 2000 to 2199.
calendar-file-date = Calendar file: “{ $text }” is no day of { $year }. Write it like 10-01 or 10-01..10-07.
calendar-file-twice = Calendar file: { $date } is named twice. A day belongs to one holiday, as a day off or as a workday.
calendar-file-not-a-weekend = Calendar file: { $date } is no Saturday or Sunday, so it cannot be a make-up workday.
calendar-due-from = { $limit } from { $from }
calendar-due = Due { $due } (too late from { $moment } on)
calendar-provisional = Provisional: the holidays of a year in question are not announced yet; Monday to Friday are taken for workdays.
calendar-by-the-clock = Counted by the clock, through weekends and holidays.
calendar-counted = Counted, { $count ->
    [one] one day
   *[other] { $count } days
}:
calendar-skipped = Skipped, { $count ->
    [one] one day
   *[other] { $count } days
}:
calendar-workday = workday
calendar-weekend = weekend
calendar-make-up = make-up workday for { $holiday }
calendar-first-day = first day, not counted
calendar-outside-office-hours = outside the office hours of the day
calendar-workdays-of-year = { $year } has { $count } workdays

## ledger

ledger-source = The file cannot be read: { $error }
ledger-empty = The table is empty. Its first line should hold the names of the columns, such as: 留言编号,留言用户,留言主题,留言时间,留言详情
ledger-not-a-table = This is not a table. Please bring a CSV or XLSX file.
ledger-old-workbook = This is an old Excel file (.xls). Save it as .xlsx or .csv in Excel and try again.
ledger-workbook = The Excel file is damaged and cannot be read: { $error }
ledger-columns = A required column was not found ({ $fields }). The table has the columns: { $found }. Name them in the first line (such as: { $example }), or in a mapping file, such as: text = "column name"
ledger-mapping-syntax = Line { $line } of the mapping file is not well-formed. Each line should look like: received = "来电时间"
ledger-mapping-field = The mapping file names a field "{ $field }" that does not exist. Fields are: { $known }. For example: received = "来电时间"
ledger-mapping-value = The mapping file should give "{ $field }" the name of a column in quotes, such as: received = "来电时间"
ledger-mapping-twice = The mapping file uses the column "{ $column }" for two fields; a column can be one field only.
ledger-mapping-column = The mapping file gives "{ $field }" the column "{ $column }", but the table has none of that name. It has: { $found }
ledger-row-missing = Line { $line }: "{ $column }" is empty.
ledger-row-time = Line { $line }: "{ $text }" in "{ $column }" is not understood as a time; write 2019-04-25 09:32:09 or 2019年4月25日 9时32分.
ledger-row-out-of-range = Line { $line }: the time in "{ $column }" should lie between the years 2010 and 2199.
ledger-row-surplus = Line { $line } has { $cells } cells, more than the { $columns } columns of the header; there may be a separator or a quote too many.
ledger-row-undecodable = Line { $line }: "{ $column }" holds bytes that cannot be read; please check the encoding of the file (UTF-8 or GB18030).
ledger-row-rounded = Line { $line }: Excel stored "{ $column }" as a quantity and its last digits are lost. Format the column as text and fill it in again.
ledger-row-too-long = The record from line { $line } on is too long; a quote may not have been closed.
ledger-row-source = The file could not be read on from line { $line }: { $error }
