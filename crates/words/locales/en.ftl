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
