# The catalogue in English. The rules stand at the top of zh.ftl.

## seal

seal-damaged = The sealed content is damaged and cannot be opened.
seal-wrong-key = The sealed content does not open with this key in this place.
seal-destroyed = The key was destroyed by decision; the content can be read no more.
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
ledger-unpacks = The workbook unpacks to more than 1 GB, or is no proper workbook; it was not read. Please save it as .csv, or split it.
ledger-workbook = The Excel file is damaged and cannot be read: { $error }
ledger-columns = A required column was not found ({ $fields }). The table has the columns: { $found }. Name them in the first line (such as: { $example }), or in a mapping file, such as: { $mapped } (with the name of your column in the quotes)
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

## procedure check
# Each text has two lines: what is wrong, and what to do.

check-syntax =
    This line is not TOML: { $message }
    Check that quotes come in pairs and are straight, and that text stands in them, such as name = "operator".
check-include-missing =
    There is no rule fragment “{ $id }”.
    Put it beside this file as rules/{ $id }.toml (on the page that adopts, choose it together with this file), or correct the name in include.
check-include-tables =
    The rule fragment “{ $id }” may hold tables in double brackets only; this is “{ $key }”.
    Take it out; the head stands in the file that includes the fragment.
check-own-parent =
    There is no procedure “{ $id }” for these own rules to extend.
    Check extends; adopt that procedure first, or put { $id }.toml beside this file.
check-own-other =
    These own rules extend “{ $extends }”, but what was given is “{ $id }”.
    Write in extends the id of the procedure that is meant.
check-own-public =
    “{ $id }” keeps messages unpublished; a unit's own rules cannot publish them.
    Take out public = true.
check-own-looser =
    The clock “{ $clock }”: { $own } here may end later than the { $limit } of { $rule } ({ $place }). Own rules may only tighten.
    Write a limit no longer than { $limit }, best in the same unit; or take it out, and { $rule } holds.
check-own-case-clock =
    “{ $clock }” is a limit of the whole case ({ $rule }, { $place }); own rules concern the unit's work orders alone.
    Take it out; to be faster, set a further clock with of = "order".
check-own-clock-key =
    “{ $key }” of the clock “{ $clock }” is set by { $rule } ({ $place }); own rules may only shorten its limit.
    Take out “{ $key }”; for anything further write a clock of its own or a [[demand]].
check-own-no-clause =
    The clock “{ $clock }” shortens what { $rule } ({ $place }) sets, without a clause.
    Add clause = "…" from this file.
check-own-norm =
    The norm “{ $norm }” is one of the procedure ({ $rule }, { $place }); a unit's own rules may add norms, not write those anew.
    Give it another id, or take it out: the one of the procedure holds as it stands.
check-own-role =
    “{ $id }” knows no role “{ $role }”; own rules cannot add people who see cases.
    Use a role of that procedure.
check-own-sees =
    The role “{ $role }” sees { $own } here; { $rule } ({ $place }) lets it see { $sees }. Own rules cannot widen who sees a case.
    Write { $sees } or less.
check-own-review =
    “{ $act }” here leaves out the review that { $rule } ({ $place }) asks for. Own rules cannot drop a review.
    Take the act out; what is asked further goes into a [[demand]].
check-own-needs =
    “{ $act }” here no longer asks for “{ $field }”, which { $rule } ({ $place }) asks for by { $needed }. Own rules cannot ask for less.
    Take the act out; what is asked further goes into a [[demand]].
check-own-act =
    “{ $act }” is ruled by { $rule } ({ $place }); own rules hold no acts.
    Take it out; what is asked further goes into a [[demand]].
check-unknown-table =
    There is no table “{ $key }”.
    The nearest is “{ $near }”. Tables there are: { $words }.
check-unknown-key =
    The table { $table } has no key “{ $key }”.
    The nearest is “{ $near }”. Its keys are: { $words }.
check-unknown-word =
    “{ $word }” is no word for { $key }.
    The nearest is “{ $near }”. Words there are: { $words }.
check-missing-table =
    The file has no table [{ $key }].
    A procedure begins with [{ $key }]: id, title, version, day in force. See docs/writing-a-procedure.en.md, or begin with one that ships.
check-missing-key =
    The table { $table } lacks { $key }.
    Add a line to it: { $example }
check-words-missing =
    One language is missing here: { $key }.
    Write both: {"{"} zh = "…", en = "…" {"}"}
check-wrong-type =
    The value of { $key } is not of the right kind.
    Write it like: { $example }
check-single-table =
    There can be many { $table } tables, but this one has single brackets.
    Write double brackets: [[{ $table }]]
check-empty =
    { $key } is empty.
    Fill it in, or delete the whole line if it is not needed.
check-limit =
    “{ $text }” is no time limit ({ $key }).
    Write a whole number and a unit, such as "30 minutes", "12 hours", "2 workhours", "6 days", "5 workdays", "1 month".
check-date =
    “{ $text }” is no date ({ $key }).
    Write year-month-day, such as 2020-10-19.
check-time =
    “{ $text }” is no time of day ({ $key }).
    Write "09:00".
check-unknown-fact =
    “{ $fact }” is not a fact that a condition can ask.
    The nearest is “{ $near }”. All of them stand in docs/writing-a-procedure.md.
check-fact-shape =
    The condition “{ $text }” is not asked in the right way.
    Write it like this: { $example }
check-id-blank =
    The id “{ $id }” of a { $table } has a blank in it.
    Join its words by hyphens, such as first-visit.
check-id-kept =
    “{ $id }” is kept for the program and cannot name a { $table }.
    Choose another id.
check-id-twice =
    The { $table } id “{ $id }” stands here a second time; the first is in line { $other }.
    Give one of them another id, and change the places that name it.
check-citizen-seat =
    The role with the id citizen has to be the citizen.
    Write seat = "citizen", or give this role another id.
check-no-basis =
    { $rule } does not say why it stands: neither a clause nor the office's own decision.
    Add clause = "…"; where the text is silent, write house = {"{"} reason = "why", set_by = "who" {"}"}
check-two-bases =
    { $rule } names a clause and a decision of the office; a rule has one basis.
    Where the text says it, keep clause and delete house; where it does not, keep house and delete clause.
check-no-such-clause =
    The file holds no clause { $cited }.
    The nearest is { $near }. Check the number, or first write the clause's text in a [[clause]].
check-timed-without-rule =
    { $cited } sets a time limit (timed), but no rule cites it.
    Write a [[clock]] with clause = "{ $cited }"; if the product itself sees to it, say how in product_rule.
check-enforced-without-rule =
    { $cited } is to be enforced, but no rule cites it.
    Cite it in the rule that enforces it: clause = "{ $cited }"; if nothing can, make its kind duty and write shown.
check-feature-without-rule =
    What { $cited } offers is cited by no rule, and nothing says where it shows.
    Cite it, or say where it shows: shown = {"{"} zh = "…", en = "…" {"}"}
check-unknown-id =
    There is no { $table } “{ $id }”.
    The nearest is “{ $near }”. There are: { $words }. Correct the id, or write that { $table } first.
check-calendar =
    There is no calendar “{ $id }”.
    Calendars there are: { $words }.
check-step-kind =
    The step “{ $step }” does not belong here: this needs a step with of = "{ $want }".
    Name another step, or check whether this should be to, case_to or orders.
check-receive-in =
    Before a receipt ({ $act }) there is no step, so it cannot have in.
    Delete the line in.
check-receive-to =
    A receipt ({ $act }) does not say which step the case enters.
    Add to = "…", as a rule the first_step.
check-act-nowhere =
    The act “{ $act }” does not say in which steps it may be done.
    Add in = ["step"].
check-act-mixed =
    The in of “{ $act }” mixes steps of cases with steps of work orders.
    Split it into two [[act]] rules, one for each.
check-act-kind =
    “{ $act }” can only be done in steps with of = "{ $want }".
    Name steps of that kind in in.
check-case-to-of-case =
    “{ $act }” is done on the case; case_to is for acts on work orders.
    Use to instead.
check-orders-of-order =
    “{ $act }” is done on a work order; orders is for acts on the case.
    Use to for the step of the work order itself.
check-last-day =
    The last day in force ({ $last }) is before the first ({ $from }).
    Check in_force and last_day.
check-first-final =
    The first step “{ $step }” is also an end: all is over on arrival.
    Name another step as { $key }, or take end = "final" from this one.
check-no-receipt =
    There is no rule for receiving (receive), so no case can come in.
    Write an [[act]] with do = "receive", by whom, and the step it leads to.
check-first-step =
    No rule for receiving leads to the first step “{ $step }”.
    Let the to of the receipt and first_step be the same.
check-first-order-step =
    There is a dispatch, but nothing says which step a work order enters.
    Add first_order_step = "…" to [procedure].
check-repeat-clause =
    There is a limit for repeat complaints, but no clause for it.
    Add repeat_clause = "…" to [procedure].
check-repeat-clock =
    The clock “{ $clock }” for repeat complaints is a work order's; it has to be the case's.
    Name a clock with of = "case".
check-repeat-nothing =
    A repeat complaint can be confirmed, but nothing says what one is.
    Write repeat_within or repeat_clock, and repeat_clause, in [procedure].
check-personal-idle =
    There is a rule on who handles repeat complaints in person, but no act that confirms one.
    Add an [[act]] with do = "confirm-repeat", or delete [[personal]].
check-personal-seat =
    “{ $role }”, who is to act in person, does not sit in a unit.
    Name a role with seat = "unit".
check-act-by-nobody =
    Nobody may do “{ $act }”: by is empty.
    Name roles in by.
check-unit-on-case =
    “{ $role }” sits in a unit and acts on its own work orders only, so it can never do “{ $act }” on the case.
    Take it out of by, or let the act stand in steps of work orders.
check-role-idle =
    The role “{ $role }” can do nothing and see nothing.
    Name it in the by of a rule, or delete it.
check-role-looks =
    The role “{ $role }” can only look; no act is its own.
    Leave it if that is meant; else name it in the by of a rule.
check-need-impossible =
    “{ $act }” cannot carry “{ $field }”, so nobody could ever do it.
    Delete this need. Acts that carry it: { $words }.
check-need-twice =
    The needs of “{ $act }” name “{ $field }” twice.
    Keep one.
check-judging-unseen =
    “{ $act }” judges a text; it has to judge the latest one.
    Add seen = true to this rule.
check-list-missing =
    “{ $act }” chooses from a list that is empty: { $list }.
    Write at least one [[…]] of it: { $list }.
check-list-idle =
    The { $table } “{ $id }” can never be used: there is no act “{ $act }”.
    Write a rule for that act, or delete this entry.
check-unused =
    Nothing uses the { $table } “{ $id }”.
    Name it where it is meant, or delete it.
check-never-written =
    Nothing writes the { $table } “{ $id }”: no act “{ $act }” names it.
    Write an [[act]] that does, or delete it.
check-demand-idle =
    There is no act “{ $act }” here on which this demand could be made.
    Name an act that the file has (in these steps), or delete the demand.
check-document-part =
    Nothing can fill the part “{ $part }” of the document “{ $document }”: no act of this file gives it a text.
    Take it from elsewhere (from = "…"), write an act that gives the text, or make it optional = true.
check-document-of-order =
    “{ $document }” is a document of a work order, but “{ $act }” concerns the whole case: it would never be issued.
    Make the document of = "case", or let it come with something that happens to a work order.
check-document-nobody =
    “{ $document }” is to be delivered, but it goes to nobody.
    Write to = ["citizen"], ["unit"] or bodies in the [[document]], or delete this act.
check-emergency-guidance =
    The emergency “{ $id }” has nothing to tell the citizen.
    Add guidance = "…" and its [[guidance]], such as whom to call.
check-guidance-on-accept =
    The ground of acceptance “{ $id }” needs no guidance.
    Delete guidance; it is for refusals.
check-guidance-unused =
    No ground uses the guidance “{ $id }”.
    Name it in a [[ground]] of refusal, or delete it.
check-condition-act =
    The condition “{ $condition }” asks about another act and can know nothing here.
    Move it to the rule of the act that it asks about.
check-condition-order =
    The condition “{ $condition }” asks about a work order, but this concerns the whole case.
    Ask about the case (case.…), or let the rule stand in steps of work orders.
check-conditions-clash =
    The conditions “{ $condition }” and “{ $other }” can never hold together, so the rule is never used.
    Change or delete one of them.
check-limits-clash =
    The clocks “{ $clock }” ({ $limit }) and “{ $other }” ({ $limit2 }) limit the same thing from the same moment, and differ.
    Keep one; if each is for some cases only, tell them apart by if.
check-clock-no-due =
    Nothing says when the clock “{ $clock }” is due.
    Write limit = "5 workdays"; or let it come from limits, set_by_act, round or before.
check-clock-two-dues =
    The clock “{ $clock }” has more than one source of its due time: { $words }.
    Keep one: a limit, a round, or another clock (before).
check-before-circle =
    The clock “{ $clock }” is counted back from itself: { $way }.
    Give one of these clocks a limit of its own.
check-before-of =
    “{ $clock }” is counted back from “{ $other }”, which is no clock with of = "{ $want }".
    Count it back from a clock of the same kind, or change its of.
check-before-twice =
    “{ $clock }” is counted back from “{ $other }”, which is counted back from another clock itself.
    Count both back from the clock that has the limit.
check-clock-no-start =
    The clock “{ $clock }” does not say what starts it.
    Name a moment in starts_on, such as ["dispatched"].
check-extension-of-case =
    “{ $clock }” is a clock of the case; only those of work orders can be extended.
    Delete extension, or make the clock of = "order".
check-extension-months =
    The most that “{ $clock }” can be extended by is in months ({ $limit }); several extensions could not be added up.
    Use days, workdays or hours, such as "30 days".
check-extension-unasked =
    “{ $clock }” can be extended, but nobody can ask for it or rule on it.
    Write the acts ask-extension and rule-extension.
check-nothing-to-extend =
    More time can be asked for, but no clock allows it.
    Write extension = {"{"} at_most = "…", clause = "…" {"}"} in the [[clock]] that does, or delete the act.
check-rung-at-by =
    The rung “{ $rung }” is at the due time and cannot have by.
    Delete by, or make when before or after.
check-rung-without-by =
    The rung “{ $rung }” does not say how long before or after.
    Add by, such as by = "2 hours".
check-rung-too-early =
    The rung “{ $rung }” stands { $by } before the due time, but the limit is only { $limit }: it never fires.
    Make by shorter than the limit.
check-rung-priority =
    “{ $rung }” supervises, but under no priority.
    Add priority = "…".
check-rung-priority-idle =
    “{ $rung }” does not supervise, so priority does nothing.
    Delete priority, or make do supervise.
check-rung-nobody =
    “{ $rung }” tells nobody.
    Name roles in tell.
check-rung-on-right =
    “{ $rung }” belongs to a right that expires (right = true); nobody is late, so there is nothing to urge.
    Make it do = "remind", or delete it.
check-rung-twice =
    “{ $rung }” and “{ $other }” do the same at the same time.
    Make them one, with everybody in tell.
check-rung-order =
    “{ $rung }” comes before “{ $other }” in time but after it in the file.
    Write the rungs of a clock in the order of time.
check-template-unused =
    Nothing uses the template “{ $template }”.
    Name it in a tell or a [[rung]], or delete it.
check-template-placeholder =
    Nothing is filled in for “{ $name }” in this text.
    The nearest is “{ $near }”. There are: { $words }.
check-hidden =
    This rule for “{ $act }” is never reached in the step “{ $step }”: the rule in line { $other } comes first and asks for no more.
    Put the rule with more conditions first, or give the one in line { $other } a condition.
check-no-final =
    There is no end: no step with of = "{ $want }" has end = "final".
    Give the step where all is done end = "final".
check-unreachable =
    Nothing leads to the step “{ $step }”.
    Check the to, case_to and orders of the rules and the lapse_to of the clocks, or delete the step.
check-dead-end =
    The step “{ $step }” is a dead end: no act leads on from it.
    Write an [[act]] with “{ $step }” in its in and a to; if all ends here, write end = "final".
check-no-end =
    From the step “{ $step }” no way leads to an end; it goes round in circles.
    Add an act that leads towards an end.
check-stuck =
    With the case at “{ $step }” and the work order at “{ $order }”, nothing leads the case on.
    Let an act be done there too: add “{ $step }” to an in, or give the work order's act a case_to.
check-wait-without-clock =
    In the step “{ $step }” something waits, no clock runs, and nothing says why none is needed.
    Name a clock in clocks, or write no_clock = {"{"} zh = "…", en = "why none is needed" {"}"}
check-final-no-clock =
    At the end “{ $step }” nothing waits, so no_clock says nothing.
    Delete no_clock.
check-answered-order =
    answered is for steps of cases; “{ $step }” is one of work orders.
    Delete the line.
check-clock-not-there =
    The clock “{ $clock }” can never be running in the step “{ $step }”: before it, it has not started or is over.
    Check its starts_on, met_by and withdrawn_on, or name another clock.
check-no-answer =
    A case can stand in “{ $step }” from where the citizen never gets an answer, whatever the staff does and however much time passes. The way there: { $path }
    Let an act lead from there to a step with answered = true, or to a refusal or withdrawal.
check-wait-unclocked =
    In “{ $step }” a case can wait without any clock. The way there: { $path }
    Check starts_on, if, met_by and withdrawn_on of the clocks in clocks, or say in no_clock why none is needed.
check-two-limits =
    One duty has two different limits: “{ $clock }” and “{ $other }” start with the same moment and are met by the same. The way to where both run: { $path }
    Tell the cases apart by if, or write one as an alternative under limits of the other.
check-never-applies =
    No case ever falls under this rule for “{ $act }”: its conditions never hold, or earlier rules always come first.
    Change its if, move it up, or take it out.
check-clock-never-starts =
    The clock “{ $clock }” never starts: none of the moments in starts_on happens.
    Name one that does; a work order's clock starts with something that happens to the work order, such as dispatched.
check-clock-no-meeting =
    The clock “{ $clock }” does not say what meets it, so it can only lapse.
    Name a moment in met_by; if it is a right that expires, write right = true.
check-moment-never =
    “{ $moment }” in the { $key } of the clock “{ $clock }” never happens: no act brings it about.
    Name a moment that does, or write the act.

## procedure words
# The fixed vocabulary of procedure files: acts, fields, moments, facts. The keys are put together from the word.

act-receive = receive
act-complete = complete the registration
act-accept = accept
act-refuse = refuse
act-pass-up = pass up
act-answer = answer
act-dispatch = dispatch
act-take-back = take back
act-sign-for = sign for
act-contact = contact the citizen
act-ask-extension = ask for an extension
act-rule-extension = rule on the extension
act-ask-send-back = ask to send back
act-rule-send-back = rule on the send-back
act-report = report the result
act-review = review
act-reply = reply
act-answer-visit = answer the visit
act-visit = visit by a person
act-demand-opinion = demand a written opinion
act-give-opinion = give a written opinion
act-urge = urge
act-supervise = supervise
act-recheck = recheck
act-convene = convene
act-designate = designate the lead unit
act-confirm-repeat = confirm a repeat complaint
act-escalate = escalate
act-link-emergency = record the emergency linkage
act-record-accountability = record accountability
act-withdraw = withdraw
act-add = add
act-correct = correct
act-close = close
act-reopen = reopen
act-archive = archive
act-claim = claim
act-mark = mark
act-tidy = make a clean copy
act-publish = make public
act-withhold = leave unpublished
act-hide = hide
act-submit = submit to a leader
act-instruct = instruct
act-sign = sign
act-record = record
act-write = write a document
act-deliver = deliver
act-report-up = report to the level above
act-rule-above = enter the ruling of the level above
act-ask-citizen = ask the citizen for more
act-merge = handle with another case
act-refer = enter the number of another line

need-text = the text
need-title = the title
need-ground = the ground
need-category = the kind of case
need-citizen = the citizen's name and phone
need-real-name = a verified real name
need-explanation = the explanation to the citizen
need-reason = the reason
need-proposal = a proposal
need-units = the units
need-lead = the lead unit
need-limit = how much time
need-way = the way it is handled
need-partner = who took part or was told
need-faults = the faults
need-outcome = the outcome
need-priority = the priority
need-measure = the measure
need-earlier = the earlier case
need-when = when it was done
need-marks = a mark
need-division = the administrative division
need-accused = the unit that is accused
need-to = to whom it goes
need-checks = every gate confirmed
need-channel = the channel
need-posted = when it was posted
need-questions = an answer to each question of the visit
need-note = the note
need-number = the number

moment-received = the case came in
moment-accepted = it was accepted
moment-refused = it was refused
moment-passed-up = it was passed up
moment-answered = it was answered without a work order
moment-dispatched = a work order went to the unit
moment-taken-back = the dispatch was taken back
moment-signed-for = the unit signed for it
moment-extension-asked = an extension was asked for
moment-send-back-asked = a send-back was asked for
moment-sent-back = the send-back was granted
moment-send-back-refused = the send-back was refused
moment-reported = the result was reported
moment-passed = the result passed the review
moment-returned = the review returned the result
moment-replied = the citizen was told the reply
moment-visit-answered = the visit was answered
moment-visited = a person visited, or tried to
moment-unreached = a person did not reach the citizen
moment-solved = the citizen called it solved
moment-unsolved = the citizen called it unsolved or was dissatisfied
moment-rectification-ordered = rectification was ordered
moment-opinion-demanded = a written opinion was demanded
moment-opinion-given = the written opinion was given
moment-supervised = supervision began
moment-closed = the case was closed
moment-withdrawn = the citizen withdrew
moment-reopened = the case was reopened
moment-archived = the case was filed
moment-claimed = a unit claims the case
moment-marked = the case is marked
moment-tidied = the clean copy is made
moment-published = the message becomes public
moment-withheld = it is decided to leave it unpublished
moment-hidden = the message is hidden
moment-submitted = the case is submitted to a leader
moment-instructed = a leader instructs
moment-signed = a signatory passes it
moment-unsigned = a signatory returns it
moment-recorded = a record is written
moment-written = a document is written
moment-delivered = a document is delivered
moment-reported-up = it is reported to the level above
moment-approved-above = the level above approves
moment-returned-above = the level above returns it
moment-citizen-asked = the citizen is asked for more
moment-citizen-added = the citizen adds
moment-merged = it is merged into another case
moment-referred = a number of another line is entered
moment-extension-granted = an extension is granted
moment-rechecked = the handling is rechecked

fact-case-real-name = the citizen's real name is verified
fact-case-accepted = the case was accepted
fact-case-answered = the citizen has a reply that still stands
fact-case-repeat = the case is confirmed as a repeat complaint
fact-case-supervised = the case is under supervision
fact-case-evasion-after-supervision = after supervision a report was returned as evasive or a recheck found it bad
fact-case-lead-designated = a lead unit was designated
fact-case-responsibility-clear = whose matter it is stands: a lead was designated, a send-back was refused, or the time to send back passed unused
fact-case-emergency = the case was refused as an emergency
fact-case-emergency-linked = the linkage of an emergency is recorded
fact-case-ground = the ground of acceptance or refusal
fact-case-channel = the channel it came through
fact-case-category = the kind of case
fact-case-way = the way it is handled
fact-case-open-orders = work orders not ended yet
fact-case-done-orders = work orders whose result passed the review since the case was last reopened
fact-case-orders-to-rectify = lead work orders done since the case was last reopened whose unit was not yet told to rectify
fact-case-lead-stands = a lead work order is open, or was done since the case was last reopened
fact-case-units = different units that had a work order
fact-case-unit-kinds = different kinds of units that had a work order, such as levels of government
fact-case-open-requests = extension or send-back requests not ruled on
fact-case-open-opinions = written opinions demanded and not given
fact-case-returns = results returned in review
fact-case-send-backs = send-backs granted
fact-case-unsolved = in the last visit that reached the citizen it was not called solved and satisfying
fact-case-visits-answered = return visits answered since the last reply
fact-case-person-visits = visits by a person since the last reply or answer to the message of a visit, tries included
fact-case-dissatisfied-person-visits = visits by a person in which the citizen was dissatisfied, since the case was last reopened
fact-case-failed-coordinations = coordination meetings that failed
fact-case-measures = measures taken after supervision
fact-case-lapses = clocks that lapsed
fact-case-bad-rechecks = rechecks that found poor, false or concealed handling
fact-order-direct = the work order is marked directly answerable
fact-order-lead = the unit is the lead unit
fact-order-signed-for = the unit signed for it
fact-order-personal = a named leader must act in person
fact-order-extension-open = an extension request waits for a ruling
fact-order-send-back-open = a send-back request waits for a ruling
fact-order-opinion-open = a written opinion was demanded and not given
fact-order-rectifying = the unit was told to verify and rectify
fact-order-contacted = the unit recorded a contact with the citizen
fact-order-unit-kind = the kind of unit
fact-order-send-backs-refused = send-back requests of this work order that were refused
fact-clock-open = the clock with this id runs and is not past its due time
fact-clock-lapsed = the clock with this id lapsed
fact-actor-in-person = the person acting is the one whom the rule on repeat complaints names
fact-act-granted = the ruling grants what was asked
fact-act-passed = the review passes the result
fact-act-satisfied = the citizen is satisfied
fact-act-solved = the citizen says it is solved
fact-act-reached = the citizen was reached
fact-act-serious = the circumstances are serious (情节严重)
fact-act-refusal-without-reason = a unit refuses without proper reason, and whose matter it is stands (case.responsibility-clear)
fact-act-bad-outcome = the outcome named counts against the handling
fact-case-mark = what the case is marked as
fact-case-public = the message is public
fact-case-withheld = it was decided not to make the message public
fact-case-tidied = a clean copy stands beside the original
fact-case-submitted = the case was put before a leader
fact-case-instructed = a leader gave an instruction
fact-case-instructed-as = the rank of the leader who gave an instruction, from the outcomes of that act
fact-case-accused = the message accuses a unit or its people
fact-case-anonymous = nobody is registered as the one who wrote
fact-case-recorded = a record of this kind was written on the case since it was last reopened
fact-case-written = the document was written since the case was last reopened
fact-case-delivered = the last document of this kind went to everybody it is for
fact-case-reported-up = the case was reported to the level above and not returned
fact-case-approved-above = the level above approved the report
fact-case-waits-for-citizen = the citizen was asked for more and has not added it
fact-case-merged = the case is handled with another
fact-case-replied = the citizen was replied to since the case was last reopened
fact-case-lines = other lines on which the same case runs, with their numbers
fact-case-claimed-lines = other lines on which it was claimed
fact-case-orders = work orders ever made
fact-case-signatures = signatures in a row since the last return
fact-order-unit = the unit
fact-order-claimed = the unit claimed it
fact-order-signed-off = the result reported last was signed
fact-order-recorded = a record of this kind was written on the work order
fact-order-written = the document was written on the work order
fact-order-delivered = the last document of this kind of the work order went to everybody it is for
fact-order-outcome = the outcome that the unit reported
fact-act-outcome = the outcome named
fact-act-mark = a mark that the act sets
fact-act-channel = the channel named
fact-act-own-matter = the case lies in the territory or among the duties of every unit named
fact-act-to-accused = a unit named is the accused one or under it
fact-act-to-kind = the kind of a unit named
fact-act-catalogued-kind = the kind of the unit that the dispatch catalogue names
fact-act-limit-named = the act names a limit
fact-actor-outside = the person acting is staff of a contractor
fact-actor-role = the role in which the person acts

## procedure explain

explain-head = { $title } ({ $version })
explain-source = Issued by { $by }; source: { $source }
explain-in-force = In force from { $from }
explain-in-force-until = In force from { $from } to { $last }
explain-kind-timed = timed: a clock runs
explain-kind-enforced = enforced: what it forbids is refused
explain-kind-feature = feature: people can do it here
explain-kind-report = report: a figure, page or document
explain-kind-duty = duty: of people; the text is shown
explain-reading = Reading: { $text }
explain-product-rule = The product's own rule, not the clause's: { $text }
explain-shown = Shows in: { $text }
explain-no-rule = No rule cites this clause.
explain-house = The office's own decisions, where the text is silent
explain-house-basis = Reason: { $reason } Set by: { $by }
explain-act = { $act }: may be done by { $roles } in { $steps }.
explain-act-receipt = { $act }: may be done by { $roles }.
explain-if = Only where: { $conditions }.
explain-needs = It must bring along: { $fields }.
explain-only-if = It is refused unless: { $condition }. The refusal says: “{ $say }”
explain-writes-record = It writes the record “{ $name }”.
explain-writes-document = It issues the document “{ $name }”.
explain-delivers-document = It records the delivery of “{ $name }”.
explain-marks = It marks the case: { $names }.
explain-unmarks = It takes back the mark: { $names }.
explain-demand = A further condition on: { $acts }.
explain-demand-in = Only in { $steps }.
explain-record = Record “{ $name }”.
explain-record-words = In these words and no others: “{ $text }”
explain-record-citizen = The citizen reads it.
explain-document = Document “{ $name }”, numbered in the series { $series }.
explain-document-on = It comes by itself with: { $acts }.
explain-document-rung = It comes by itself with the urging around “{ $clock }”.
explain-document-to = It goes to: { $names }.
explain-every-day = every day
explain-workdays = every working day
explain-round = “{ $name }”: { $days } at { $times }, by { $roles }; missed where nobody recorded it within { $limit }.
explain-mark = Mark “{ $name }”.
explain-body = Body outside “{ $name }”.
explain-seen = It must judge the latest text; if that has changed, look first.
explain-to = Then it stands in { $step }.
explain-case-to = The case then stands in { $step }.
explain-orders-open = Work orders not ended go to { $step }.
explain-orders-done-lead = The lead work orders that were done go to { $step }.
explain-tell = { $who } is told: { $subject }.
explain-clock = Clock “{ $name }”: { $limit } from when { $moments }.
explain-met = Met when { $moments }.
explain-alternative = Where { $conditions }: { $limit }.
explain-from-day = it starts on { $day } or later
explain-until-day = it starts on { $day } or before
explain-counts-from-posted = Counted from when the message was posted, where that is known.
explain-pauses = It pauses when { $moments }; the days of the pause do not count.
explain-resumes = It goes on when { $moments }.
explain-named = Of records and documents only these count: { $names }.
explain-before = { $limit } before “{ $clock }” is due
explain-next-round = before the next “{ $name }”
explain-set-by-act = the limit named on assigning it
explain-runs-again-if = But only where: { $conditions }.
explain-right = It is a right that expires; nobody is late.
explain-runs-again = It runs again, with the same due time, when { $moments }.
explain-withdrawn = It ends without being met when { $moments }.
explain-extension = It can be extended by { $limit } at most in all ({ $clause }).
explain-extension-in-all = It can be extended; from its start it lasts { $limit } at most, the limit itself included ({ $clause }).
explain-lapse-to = When it lapses, the case goes to { $step }.
explain-of-case = a clock of the case
explain-of-order = a clock of the work order
explain-rung-before = { $by } before “{ $clock }” is due: { $does } { $who }.
explain-rung-at = When “{ $clock }” is due: { $does } { $who }.
explain-rung-after = { $by } after “{ $clock }” was due: { $does } { $who }.
explain-rung-remind = remind
explain-rung-urge = urge
explain-rung-supervise = supervise
explain-rung-priority = Supervised under “{ $priority }”.
explain-role-citizen = Role “{ $name }”: the citizen, who sees the own case.
explain-role-office = Role “{ $name }”: in the office.
explain-role-unit = Role “{ $name }”: in a unit, acting on its own work orders.
explain-channel = Channel “{ $name }”.
explain-category = Kind of case “{ $name }”.
explain-ground-accept = Ground of acceptance “{ $name }”.
explain-ground-refuse = Ground of refusal “{ $name }”.
explain-guidance = Guidance “{ $name }”: { $text }
explain-way = Way to handle “{ $name }”.
explain-step-case = Step of cases “{ $name }”.
explain-step-order = Step of work orders “{ $name }”.
explain-step-clocks = Clocks while something waits here: { $clocks }.
explain-step-no-clock = Why no clock: { $text }
explain-norm = Norm “{ $name }”: a fault for which a reply is returned.
explain-outcome = Outcome of “{ $act }”: “{ $name }”.
explain-priority = Priority of supervision “{ $name }”.
explain-priority-any = Selected by itself on any of: { $conditions }.
explain-measure = Measure “{ $name }”: only on any of: { $conditions }.
explain-measure-all = And only where also: { $conditions }.
explain-personal = Repeat complaint: in units of the kind { $kind }, { $role } acts in person.
explain-repeat-within = A complaint of the same problem within { $limit } after the reply is a repeat.
explain-repeat-clock = A further complaint of the same citizen after “{ $clock }” ({ $limit }), still unsolved, is a repeat.
explain-need = { $act }: it must bring along { $field }.
explain-not = not: { $fact }
explain-at-least = { $fact }: at least { $n }
explain-under = { $fact }: fewer than { $n }
explain-is = { $fact }: “{ $name }”
explain-system = the program
explain-unit = the unit
explain-citizen = the citizen
explain-quoted = “{ $name }”
explain-comma = , { "" }
explain-or = { " " }or{ " " }

## procedure command

procedure-clean = { $file }: nothing wrong.
procedure-faults = { $file }: faults: { $faults }, advice: { $advice }.
procedure-only-advice = { $file }: no faults, advice: { $advice }.
procedure-way = The longest lawful way from receipt to reply, each limit used to its end: { $sum }
procedure-way-no-limit = no limit at all
procedure-way-whole = On the whole way besides: { $limit }
procedure-way-open = Waits on it without a limit of their own: { $steps }
procedure-way-unbounded = Unbounded: each time round limits begin anew, and the text does not say how often: { $way }
procedure-way-worst = The worst date: received on { $from }, it lasts until { $due }, { $days } days.
procedure-way-named = a time named by an act or a round
procedure-way-house = house
procedure-way-lapse = “{ $clock }” lapses
procedure-proven = All { $states } states and { $ways } steps were looked at: from each an answer can be reached, each wait has a clock or a stated reason, and no duty has two limits. What is not listed as a fault above is proven.
procedure-proven-of-one = Everything with one work order was looked at, with two at a time a part ({ $states } states, { $ways } steps): with one, from each state an answer can be reached, each wait has a clock or a stated reason, and no duty has two limits.
procedure-not-proven = Only { $states } states and { $ways } steps were looked at, there are more: the rules ask about too many things. A fault that is not listed is not ruled out.
procedure-advice = (advice)
procedure-file-missing = There is no file { $file }. Check its name and folder.
procedure-file-unreadable = The file { $file } cannot be read: { $reason }
procedure-file-not-text = The file { $file } is not text in UTF-8. Save it again in the editor with the encoding UTF-8.
procedure-check-id = { $id } is the id of a procedure that comes with the program. `check` takes files; to see that one, use `wenzheng procedure explain { $id }`.
procedure-unknown = There is no procedure “{ $id }”. There are: { $ids }; for a file of your own give its name, such as ./my-office.toml.
procedure-unknown-clause = The procedure “{ $id }” has no clause { $clause }. Its clauses are: { $clauses }
procedure-not-clean = The file { $file } cannot be used yet; correct it first: wenzheng procedure check { $file }
procedure-written = Written to { $file }.
procedure-unwritable = Cannot write { $file }: { $reason }

## procedure test

scenario-passed = ok      { $name }
scenario-failed = FAILED  { $name } ({ $clauses })
scenario-sum = Scenarios: { $passed } passed, { $failed } failed.
scenario-differs = { $what }: expected { $expected }, found { $found }.
scenario-given-refused = This step of what is given (given or start) is refused: { $found }. Every step given must be possible.
scenario-when-refused = This step is refused: { $found }. If it is meant to be, write refused under then.
scenario-not-toml = Not TOML: { $message }. Look at quotes, brackets and equals signs.
scenario-none = There is no scenario in the file. Write one as [[scenario]].
scenario-empty = Nothing happens in this scenario. Write start, given or when.
scenario-expects-nothing = Nothing stands under then. Write what must be so, such as step = "…".
scenario-name-twice = Two scenarios are called “{ $name }”. Give one another name.
scenario-unknown-key = There is no key “{ $key }”. Here may stand: { $known }
scenario-missing-key = “{ $key }” is missing. Write { $key } = …
scenario-wrong-value = “{ $key }” is written wrongly. Write it so: { $key } = { $example }
scenario-wrong-time = “{ $text }” is no time. Write the local time, such as "2025-03-10 09:00"; the end of a day is "2025-03-10 24:00".
scenario-time-goes-back = “{ $text }” is before the step above. Write steps in the order in which they happen.
scenario-unit = The unit “{ $unit }” is written wrongly: { $reason }
scenario-unknown-unit = There is no unit “{ $unit }”. Write [unit.{ $unit }] first; there are: { $known }
scenario-unknown-role = The procedure has no role “{ $role }”. Write citizen (whose case it is), stranger (anybody else), system, or one of: { $known }
scenario-role-without-unit = The role “{ $role }” belongs to a unit. Write { $role }@unit
scenario-unknown-course = There is no [course.{ $course }], or it leads back to itself. There are: { $known }
scenario-unknown-clause = The procedure has no clause “{ $clause }”.
scenario-unknown-step = The procedure has no step “{ $step }”.
scenario-unknown-clock = The procedure has no clock “{ $clock }”. Its clocks are: { $known }
scenario-unknown-act = There is no act “{ $act }”. The acts are: { $known }
scenario-act-lacks = The act “{ $act }” must say “{ $key }”.
scenario-act-unknown-key = The act “{ $act }” has no “{ $key }”. It may have: { $known }
scenario-act-unread = The act “{ $act }” cannot be read: { $reason }
scenario-condition = “{ $text }” is no condition: { $reason }

## procedure draw

draw-cases = Cases
draw-orders = Work orders
draw-start = A case arrives
draw-also = Also here: { $acts }
draw-by = { $act } ({ $roles })
draw-no-clock = No clock: { $text }
draw-legend-clock = clock
draw-legend-right = right that expires
draw-people = Who acts: { $roles }
draw-title = { $title }: steps, actors and clocks
draw-desc = On the left the steps of cases, on the right those of work orders. Each step lists who may do what, where it leads, and the clocks that run while something waits there.
draw-case = case
draw-order = work order
draw-if = if { $conditions }
draw-common-cases = Cases: in several steps
draw-common-orders = Work orders: in several steps
draw-everywhere = every step before an end
draw-in-steps = in: { $steps }
draw-by-orders = Its work orders move it on
draw-from-many = Reached from several steps: { $acts }
draw-in-force = { $by } · in force from { $from }
draw-lapse = { $clock } lapses

## shell

shell-skip = Skip to the content
shell-languages = Language
shell-navigation = Navigation
shell-administration = Administration
shell-nav-write = Write to us
shell-nav-follow = Follow a case
shell-nav-procedure = The rules
shell-sign-out = Sign out
shell-staff = Staff
shell-home = Back to the first page
shell-about = About
shell-about-lead = This platform takes in what citizens ask and complain of, and handles it in time by published rules; every time limit and decision names its basis.
shell-about-rules = Rules in force
shell-about-version = Version of the program
shell-about-time = Server time
shell-about-state = State
shell-about-well = Well
shell-about-ill = The database does not answer
shell-about-stuck = Held up
shell-about-store = Database
shell-about-outbox = Messages and mail
shell-about-undelivered = { $count ->
    [0] All have left.
    [one] One message has not left.
   *[other] { $count } messages have not left.
}
shell-about-calendar = Checksum of the calendar
shell-about-hash-hint = The checksum (SHA-256) is computed from the whole text. Every act records under which it was done; a single letter changed gives another.
shell-about-no-rules = The database does not answer, so this cannot be told now.
shell-hash = Checksum
shell-yes = Yes
shell-no = No
shell-choose = Please choose
shell-optional = (optional)
shell-colon = :{" "}
shell-faults = Please correct the following
shell-not-done = Not done
shell-attachments-hint = At most 5 files of up to 10 MB each: pictures, PDF, office documents, sound, video.
shell-attachments-again = At most 5 files of up to 10 MB each. If you chose files before, please choose them again.
shell-file-of = { $name } ({ $what }, { $at })
shell-destroyed = The content was destroyed as the rules ask.
shell-timeline = Course of the case
shell-by-citizen = The citizen
shell-by-system = The system
shell-pages = Pages
shell-first-page = Back to the beginning
shell-next-page = Next page
shell-basis = Basis:
shell-basis-house = Office's own rule
shell-basis-product = Platform rule
shell-tag-running = Running
shell-tag-soon = Due soon
shell-tag-overdue = Overdue
shell-tag-met = Met
shell-tag-late = Met late
shell-tag-off = Ended
shell-tag-paused = paused
shell-tag-open = Open
shell-tag-used = Used
shell-tag-expired = Expired
shell-left = { $span } left
shell-over = { $span } over
shell-days-hours = { $days ->
        [one] { $days } day
       *[other] { $days } days
    } { $hours ->
        [one] { $hours } hour
       *[other] { $hours } hours
    }
shell-hours-minutes = { $hours ->
        [one] { $hours } hour
       *[other] { $hours } hours
    } { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }
shell-minutes = { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }
shell-clock-due = Due { $due }
shell-clock-why = How it was counted
shell-clock-from = { $limit } from { $from }
shell-clock-round = From { $from } to the next “{ $round }”
shell-clock-before = From { $from }, { $by } before “{ $clock }” is due
shell-clock-began = From { $from }
shell-clock-paused = Paused from { $from } to { $to }, not counted
shell-clock-pauses = Paused since { $from }
shell-clock-was = was { $due }
shell-clock-recounted = Counted anew on { $at }, because holidays were announced or changed; was { $was }
shell-clock-lapse-withdrawn = Not late by the new due time: the lapse recorded before is withdrawn
shell-clock-extended = Extended by { $limit }
shell-clock-counted = Counted: { $days }
shell-clock-skipped = Not counted: { $days }
shell-request = If you report this, please name the number { $id }.
shell-unreadable = The request cannot be read
shell-unreadable-advice = Please go back, fill in the form again and send it once more.
shell-fields = Something in the form is wrong
shell-fields-advice = Please correct what is marked and send it again.
shell-sign-in = Please sign in first
shell-sign-in-advice = You can go on after signing in.
shell-forbidden = You may not do this
shell-forbidden-advice = Your post does not include this. If you think it should, ask your administrator.
shell-forged = The page is out of date
shell-forged-advice = The page was open for too long, or the form was not sent from this platform. Please copy what you wrote, go back, reload the page and send it again.
shell-not-found = Not found
shell-not-found-advice = There is no such page, or you may not see it. Please check the address, or start again from the first page.
shell-which = Which government?
shell-which-advice = Several governments are served here. Please choose the one you are looking for.
shell-method = It cannot be opened like this
shell-method-advice = Please start again from the first page and use the buttons there.
shell-refused = The rules do not allow this
shell-refused-advice = Please read the basis that is named.
shell-too-large = Too large
shell-too-large-advice = At most 5 files of up to 10 MB each. Please go back, take some files out and send it again.
shell-too-long-advice = You filled in too much text, and nothing was saved. One field takes at most 20,000 characters. Please go back, shorten it and send it again.
shell-media = This form cannot be read
shell-media-advice = Please open the page in a browser, fill in its form and send it from there.
shell-too-many = Too many tries
shell-too-many-advice = To keep information safe, please try again in { $span }.
shell-internal = Something went wrong here
shell-internal-advice = It has been recorded. Nothing that was sent before is lost; please try again later.
shell-lapsed = The regulation has lapsed
shell-unavailable = Out of service for a moment
shell-unavailable-advice = What you just did was not saved. Please try again in a few minutes; in an urgent matter call the hotline.

## citizen

citizen-home-title = Bring it to us. It is handled in time.
citizen-home-lead = Ask about policies, report a problem, make a proposal. You get a number and a check code and can follow every step.
citizen-home-lead-elsewhere = Whatever you bring up through the channels below, you can follow here step by step with its number and check code.
citizen-home-write = Questions, complaints, requests, proposals
citizen-home-elsewhere = You cannot write on this site. Please turn to one of these: { $channels }.
public-list = Published cases
public-message = Published case
public-lead = What was published, with the replies of the departments, for everybody to read.
public-none = Nothing has been published yet.
public-replied = Replied
public-replies = Replies of departments
public-no-reply = There is no reply yet.
public-hidden = Hidden
public-hidden-on = Published on { $published }; hidden on { $at } by: { $by }. Hiding needs authority and a reason, which is on record; the record itself is never deleted.
noun-case = case
noun-citizen = citizen
noun-unit = unit
noun-office = hotline
noun-reply = reply
citizen-home-follow = See, add to and rate your case with number and check code
citizen-home-promises = The time limits we keep
citizen-home-rules = Under the { $rules }:
citizen-home-read = Read the text
citizen-write = Write to us
citizen-real-name = Please verify your phone number first. Your name is used only to verify and to reach you; staff who look at it must give a reason, which is recorded.
citizen-phone = Phone number
citizen-phone-hint = We send a code of 6 digits to it, and later the news of your case.
citizen-send-code = Send the code
citizen-send-code-again = Send the code again
citizen-without-code = Write without verifying
citizen-without-code-hint = An operator will call you to verify before your case is accepted.
citizen-code-sent = The code has been sent; it is good for 10 minutes.
citizen-code = Code from the message
citizen-code-hint = 6 digits.
citizen-matter = What it is about
citizen-category = Kind
citizen-title = In one line
citizen-title-hint = For example: street lamp at our gate is out.
citizen-text = The matter
citizen-text-hint = Please say when, where, what happened and what you ask for. Once sent it is never changed; you can add to it.
citizen-place = Place
citizen-place-hint = Street and number, or something nearby.
citizen-attachments = Files
citizen-person = Who you are
citizen-person-hint = This is stored encrypted; the units that handle your case see it masked.
citizen-person-anonymous = You need not leave name or phone. The number and check code you get after sending let you follow it; without a phone you get no messages.
citizen-in-account = Also keep it in my cases ({ $contact }): whoever opens that account reads this message
citizen-in-account-accuses = For an accusation leave this unticked unless the account is yours alone: whoever opens it sees whom you accuse.
citizen-in-account-leave = Not my account: sign out
citizen-accuses = For an accusation: say whom
citizen-accuses-guarded = If you chose a kind that accuses somebody, say here whom: choose the unit from the list, or write the name of the person; one of the two is enough. From the moment you send it the accused unit, whatever stands under it and the accused person cannot see the message and cannot handle it, and it is never made public.
citizen-accuses-who = Who you are can be seen only by keepers whom the administrator names, each time with a reason that is recorded and that the auditor checks.
citizen-accused = Unit accused
accused-not-said = not said
citizen-accused-named = Person accused
citizen-accused-named-hint = The name, and unit and post as far as you know.
citizen-accuses-text = Title, text and files are seen by those who look into it. If you do not want to be recognised, leave out your name, your phone and what only you can know.
citizen-name = Name
citizen-id-number = Resident id number
citizen-id-number-hint = 18 characters, to verify your name.
citizen-send = Send
citizen-send-hint = You will then see a number and a check code; please keep them.
citizen-receipt = We have received it
citizen-receipt-lead = Please keep this number and check code: with them you can follow your case, add to it and rate it.
citizen-receipt-keep = The check code is shown only once. Please take a picture, write it down or print it.
citizen-receipt-again = We had received this before. The check code was shown with the first receipt only; please look there.
citizen-receipt-print = This page can be printed.
citizen-number = Number
citizen-number-hint = 16 digits, on your receipt.
citizen-check-code = Check code
citizen-check-code-hint = 8 letters and digits, on your receipt, in either case.
citizen-received = Received
citizen-received-at = Received { $at }
citizen-follow-at = Follow it at
citizen-open-case = Open the case
citizen-look = Look up
citizen-reply = Reply
citizen-can-do = You can
citizen-limits = Time limits
citizen-original = What you wrote
citizen-my-case = My case
citizen-text-visit = What you want to say
citizen-act-answer-visit = Rate the handling
citizen-act-add = Add something
citizen-act-withdraw = Withdraw the case

## desk

desk-sign-in = Sign in
desk-sign-in-title = Staff sign in
desk-login = User name
desk-password = Password
desk-password-hint = At least { $least } characters; a sentence will do.
desk-first = Set up the first administrator
desk-first-lead = This link works once. Afterwards the administrator adds everybody else.
desk-first-over = This link is over: it was used, or is older than three days. If there is an administrator, please sign in; if not, start the program again for a new link.
desk-first-make = Finish
desk-staff-name = Name
desk-queue = To do
desk-queues = Queues
desk-queue-empty = Nothing waits for you right now.
desk-look = Find a number
desk-call = New call
desk-ledger = Ledger
desk-ledger-empty = No case fits these filters.
desk-filter = Filter
desk-filter-any = All
desk-filter-none = Clear
desk-day-from = Received from
desk-day-to = to
desk-unit-any = Unit
desk-external = Number elsewhere
desk-due = Due
desk-no-due = No limit
desk-matter = Matter
desk-step = Step
desk-from = From
desk-mark-repeat = Repeat
desk-mark-supervised = Supervised
desk-mark-history = Past ledger
desk-age-new = received today
desk-age = { $days ->
        [one] { $days } day
       *[other] { $days } days
    } since receipt
desk-clocks = Clocks
desk-clocks-over = Clocks that are over
desk-original = Original
desk-citizen = Citizen
desk-verified = Verified
desk-unverified = Not verified
desk-no-citizen = The citizen is not registered yet.
desk-open-person = Show in full
desk-open-reason = Reason
desk-open-hint = The reason and your name go into the log.
desk-opened = Shown this once; the look is in the log.
desk-orders = Work orders
desk-lead = Lead
desk-assist = Assisting
desk-direct = Can answer directly
desk-on-duty = On duty: { $name }
desk-in-person = { $role } must act in person
desk-next = What can be done now
desk-nothing = There is nothing for you to do here now.
desk-also = Also
desk-bare = One click, nothing to fill in.
desk-ground-accept = Ground of acceptance
desk-ground-refuse = Ground of refusal
desk-category = Kind
desk-name = Name
desk-phone = Phone
desk-id-number = Resident id number
desk-address = Address
desk-explanation = What is explained to the citizen
desk-explanation-hint = The citizen receives this: say why, and where to turn.
desk-reason = Reason
desk-proposal = Proposal
desk-proposal-hint = Which unit should handle it, and on what grounds.
desk-way = Way to handle
desk-partner = Who took part
desk-partner-hint = Needed for a three-way call, a linked desk or a special channel.
desk-partner-told = Who was told
desk-units = Units
desk-units-hint = The person on duty now stands behind the name.
desk-units-more = Add assisting units
desk-note-dispatch = What the unit is asked to do
desk-note-review = What to complete
desk-limit = How much more time
desk-limit-granted = How much is granted
desk-limit-granted-hint = Left blank, what was asked for.
desk-amount = Amount
desk-amount-unit = Unit of time
desk-days = days
desk-hours = hours
desk-workdays = working days
desk-granted = Ruling
desk-grant = Grant
desk-deny = Deny
desk-attachments = Files
desk-passed = Review
desk-pass = Pass
desk-return = Return
desk-returned = Against the norms: { $faults }
desk-faults = Faults
desk-faults-hint = At least one where it is returned.
desk-reached = Reached
desk-reached-yes = Reached
desk-reached-no = Not reached
desk-solved = Is it solved?
desk-solved-yes = Solved
desk-solved-no = Not solved
desk-satisfied = Are you satisfied?
desk-satisfied-yes = Satisfied
desk-satisfied-no = Dissatisfied
desk-priority = Priority
desk-outcome = Outcome
desk-attendance = Units that came
desk-unit = Unit
desk-earlier = Earlier case of the same problem
desk-earlier-hint = Please compare; confirm only if it is the same problem.
desk-measure = Measure
desk-serious = The circumstances are serious
desk-refusal-without-reason = Responsibility is clear and the unit refuses without proper reason
desk-when = When
desk-mended = Which field
desk-new = Correct value
desk-partner-leader = Leader
desk-partner-record = With whom
desk-outcome-instruct = Rank of the instruction
desk-outcome-report = How it was handled
desk-way-dispatch = How it is passed on
desk-way-visit = How it is visited
desk-limit-dispatch = Time allowed
desk-limit-dispatch-hint = Where the procedure lets whoever assigns set it; left blank, the procedure’s own limit holds.
desk-passed-sign = Ruling
desk-own-unit = Claiming unit
desk-note-claim = Note on the claim
desk-channel-reply = Channel of the reply
desk-channel-line = The other line
desk-channel-record = Where
desk-marks = Marks
desk-marks-one = Mark (one of these)
desk-marks-other = Other marks
desk-division = Administrative division
desk-division-hint = Its code, such as 620802.
desk-division-code = Division code
desk-accused = Accused unit
desk-accused-hint = The units chosen, and those under them, do not see this case and cannot handle it.
desk-accused-mark-hint = The units chosen, and those under them, do not see this case and cannot handle it. Whoever is listed already stays away; where that is wrong, choose who is right and the last item.
desk-accused-only = Those listed now and nobody else; whoever was listed before is no longer kept away
desk-accused-people = Accused members of staff
desk-accused-people-hint = Logins, with blanks between. They and whoever sits in a unit with them do not see this case.
desk-accused-also = Other names, or others who are accused
desk-accused-also-hint = Nicknames, former names, or people whom the directory does not know. Members of staff whose name stands here do not see this case, whether they are here now or join later. Of a nickname find out who is meant, and enter the login above.
desk-accused-named = Accused, in the sender's words
desk-accused-words = Accused, in words
desk-this-office = This office itself
desk-submitted-to = Put before
desk-checks = Checked
desk-checks-hint = Tick each once it is confirmed.
desk-questions = Questions of the visit
desk-line-number = Number there
desk-line-claimed = Claimed there
desk-into = Number of the case it is handled with
desk-into-hint = When that case is replied to, the citizen of this one gets the same reply.
desk-when-hint = Blank means now.
desk-text-clean = Clean copy
desk-text-clean-hint = The original never changes; the copy stands beside it.
desk-text-public = Public text
desk-text-public-hint = Left blank, the clean copy is published, or the message where there is none. Leave no personal data in it.
desk-marked = What is marked may tell who somebody is; ■■■ stands in its place when it is published:
desk-keep = May be public
desk-keep-hint = All of it is blacked out unless you tick it. Tick only what everybody may read, such as officials named in their office.
desk-conceal = Black out as well
desk-conceal-hint = One on each line, as it stands in the text: what was not marked and still tells who somebody is.
desk-found = Checked
desk-found-seen = I have looked at everything that is marked
field-finds-unseen = First look at everything that is marked, then tick that you did. Where the text changed, look again.
redact-name = name
redact-phone = phone
redact-id-number = identity number
redact-plate = plate number
redact-bank-card = bank card or account
redact-address = address to the door
redact-email = e-mail address
redact-wechat = WeChat id
redact-qq = QQ number
redact-told = data of the citizen
desk-text-submit = Opinion submitted
desk-text-instruct = Instruction
desk-text-instruct-hint = Only those who handle the case read it.
desk-text-report-up = Report
desk-text-ask-citizen = What the citizen is asked for
desk-given-words = Words set by the procedure; the record says exactly this.
desk-posted = Posted
desk-mark-public = Public
desk-mark-withheld = Not public
desk-mark-hidden = Hidden
desk-did-unsign = Returned by a signatory
desk-did-return-above = Returned by the level above
note-limit = Limit: { $what }
note-division = Division: { $what }
note-accused = Accused: { $what }
note-posted = Posted { $what }
note-when = When: { $what }
note-merged = Handled with { $what }
note-reply-channel = Channel of the reply: { $what }
note-checked = Checked: { $what }
note-mark = Marked: { $what }
note-unmark = No longer marked: { $what }
note-in-name = Replied in the name of “{ $what }”
note-relimit = { $clock }: the limit is now { $limit }, { $due } { $clause }
note-pause = { $clock }: pauses
note-resume = { $clock }: goes on, { $due }
note-pass-over = Without “{ $step }”: { $why }
desk-title = Title
desk-place = Place
desk-channel = Channel
desk-rules = Rules
desk-rules-version = { $rules } ({ $version })
desk-text-reply = Reply
desk-text-reply-hint = The citizen receives this; use plain words.
desk-text-contact = What was said
desk-text-report = Result
desk-text-demand-opinion = What the opinion is about
desk-text-opinion = Opinion
desk-text-urge = What is asked
desk-text-visit = In the citizen's words
desk-text-recheck = What was found
desk-text-convene = Record of the meeting
desk-text-grounds = Grounds
desk-text-add = What is added
desk-text-record = Record
desk-caller-phone = Caller's number
desk-caller-look = Earlier cases
desk-caller-name = Caller's name
desk-caller-earlier = Earlier cases of this number
desk-caller-none = There are none.
desk-caller-hint = Once a number is typed, its earlier cases stand here.
desk-call-text = What the caller says
desk-issued-by = Issued by
desk-in-force = In force from
desk-version = Version
desk-source = Source
desk-reading = Reading
desk-shown = Where it shows
desk-kind-timed = Timed
desk-kind-enforced = Enforced
desk-kind-feature = Feature
desk-kind-report = Report
desk-kind-duty = Duty
conformance-title = Clause by clause
conformance-about = For each clause, the lines of the rules that stand on it, and the scenarios and tests that prove it.
conformance-missed = Of clauses that set a time or are enforced, every rule was taken out or loosened by one step, and at least one scenario then failed.
conformance-own = This procedure does not ship with the program, which has no tests of it. Write scenario files and play them with wenzheng procedure test.
conformance-other-version = The version adopted is not the one that ships with the program and was tested. Lines and tests below are those of the version that ships.
conformance-tested = tested
conformance-shown = shown on pages
conformance-pending = to come
conformance-unproved = no tests
conformance-places = Places in the rules: { $count }
conformance-scenarios = Scenarios: { $count }
conformance-tests = Tests of the program: { $count }
desk-did-receive = Received
desk-did-complete = Registration completed
desk-did-accept = Accepted
desk-did-refuse = Refused
desk-did-pass-up = Passed up
desk-did-answer = Answered
desk-did-dispatch = Dispatched
desk-did-take-back = Dispatch taken back
desk-did-sign-for = Signed for
desk-did-contact = Citizen contacted
desk-did-ask-extension = Extension asked for
desk-did-rule-extension = Extension ruled on
desk-did-ask-send-back = Send-back asked for
desk-did-rule-send-back = Send-back ruled on
desk-did-report = Result reported
desk-did-review = Reviewed
desk-did-return = Returned by the reviewer
desk-did-remind = Reminded
desk-rung-before = { $clock }, { $by } before it is due
desk-rung-at = { $clock }, due now
desk-rung-after = { $clock }, { $by } over
desk-did-reply = Replied
desk-did-answer-visit = Rated by the citizen
desk-did-visit = Visited by a person
desk-did-demand-opinion = Written opinion demanded
desk-did-give-opinion = Written opinion given
desk-did-urge = Urged
desk-did-supervise = Put under supervision
desk-did-recheck = Rechecked
desk-did-convene = Units convened
desk-did-designate = Lead unit designated
desk-did-confirm-repeat = Confirmed as a repeat complaint
desk-did-escalate = Escalated
desk-did-link-emergency = Emergency linkage recorded
desk-did-record-accountability = Accountability recorded
desk-did-withdraw = Withdrawn by the citizen
desk-did-add = Added to
desk-did-correct = Registration corrected
desk-did-close = Closed
desk-did-reopen = Reopened
desk-did-archive = Archived
desk-did-claim = Claimed
desk-did-mark = Marked
desk-did-tidy = A clean copy was made
desk-did-publish = Made public
desk-did-withhold = Left unpublished
desk-did-hide = Hidden
desk-did-submit = Submitted to a leader
desk-did-instruct = Instructed
desk-did-sign = Signed
desk-did-record = Recorded
desk-did-write = A document was written
desk-did-deliver = Delivered
desk-did-report-up = Reported to the level above
desk-did-rule-above = The level above ruled
desk-did-ask-citizen = The citizen was asked for more
desk-did-merge = Handled with another case
desk-did-refer = The number of another line was entered
desk-did-record-history = Entered from a past ledger
desk-did-expire = Term over
desk-did-recount = Time limits counted anew by the new holidays
desk-recounted = { $clock }: was { $was }, now { $due }
desk-recount-announced = { $clock }: the holidays are announced, the due time stays
desk-lapse-withdrawn = { $clock }: not late; the lapse recorded before is withdrawn
desk-recount-same = No due time changes
desk-did-lapse = Time limit lapsed

## store

store-address = “{ $address }” is no database address. Write sqlite:PATH or postgres://USER@HOST/NAME.
store-newer = The database has schema { $found }; this program knows schemas up to { $known }. Please use a newer program.
store-other-schema = The database has schema { $found }, this program works with schema { $known }. Start the server of this program once: it brings the database up to date. Then try again.
store-migration = Schema { $version } of the database was not made by this program's script; it cannot be opened.
store-full = The disk is full, and what was being written is not stored. Work goes on when there is room.
store-unavailable = The database cannot be reached now: { $why }
store-corrupt = What is stored cannot be read: { $why }
store-statement = The database refused a statement: { $why }

## import

import-no-reply = there is no reply. Say --as new to receive it now, or --as history to enter it as history.
import-number = a number is one line of at most { $most } characters.
import-in-future = the time of receipt lies in the future.
import-number-taken = { $number } is the number of another case already.
import-changed = { $number } was imported before with another text. What is there stays.

## commands

commands-runtime = The program cannot start: { $reason }
commands-only-postgres = --database-url takes postgres://… only; a SQLite database lies in the folder of --data.
commands-folder-name = The name of the folder { $path } cannot stand in the address of a database. Please choose another.
commands-folder = The folder { $path } cannot be used: { $reason }
commands-in-use = The folder { $path } is in use by another wenzheng process. Stop it first; use PostgreSQL where several are to run at once.
commands-key-unmade = The master key file { $path } cannot be made: { $reason }
commands-key-missing = The database holds something already, but its master key file { $path } is not there. Put back the master.key it was made with; without it nothing sealed can be opened.
commands-key-unreadable = The master key file { $path } cannot be read: { $reason }
commands-key-length = The master key file { $path } should have 32 bytes and has { $found }. Put back the original file.
commands-key-wrong = The master key is not the one of this database. Put back the master.key it was made with.
commands-keys-rotated = There is a new master key, and the one before is still valid. A running server wraps all keys anew by itself; then run wenzheng keys retire.
commands-keys-unretired = The rotation before this one is not finished: run wenzheng keys retire first.
commands-keys-rewrapped = { $rewrapped } keys wrapped under the new master key, { $already } were already.
commands-keys-unreadable = { $unreadable } keys open under none of the master keys that are there, so the one before is kept. Put back the master.key that is missing.
commands-keys-retired = The master key before is dropped; the file holds the new one only. Replace the copies you keep elsewhere.
commands-port-taken = { $address } is in use. Stop the program that uses it, or choose another port with --listen.
commands-no-port = Cannot listen on { $address }: { $reason }
commands-serving = Wenzheng serves at { $address } (Ctrl-C stops it)
commands-first-link = There is no administrator yet. Open this one-time link within three days to set up the first one: { $link }
commands-served = Serving broke off: { $reason }
commands-stopped = Stopped.
commands-adopted = First run: the jurisdiction “{ $jurisdiction }” adopts { $procedure }, version { $version }. Change it later with wenzheng adopt.
commands-adopted-lapsed = Note: this regulation lapsed after { $day }. No message is taken in before somebody decides to use it on: record the decision with wenzheng rules continue, or adopt another one.
commands-which-procedure = First run: say with --procedure which one to adopt: { $ids }
commands-no-such-procedure = There is no procedure “{ $id }”. There are: { $ids }
commands-other-procedure = { $adopted } is adopted here, not { $asked }. Change it with wenzheng adopt FILE --from DATE.
commands-file-there = { $file } is there already and was left as it is. Name another file, or say --overwrite.
commands-which-jurisdiction = Say with --jurisdiction which one: { $ids }
commands-no-such-jurisdiction = There is no jurisdiction { $id }. There are: { $ids }
commands-jurisdiction-there = The jurisdiction { $id } is there already. For its names and host name use wenzheng jurisdiction change.
commands-jurisdiction-changed = The jurisdiction { $id } is changed.
commands-jurisdictions-by-path = There are several jurisdictions now: one without a host name of its own is reached below /@ID, and the first page lists all. The addresses that SMS and WeChat gateways call change as well.
commands-no-procedure = no procedure in force
commands-not-set-up = Nothing is set up here yet. Run wenzheng serve once.
commands-file-unreadable = The file { $file } cannot be read: { $reason }
commands-file-unwritable = The file { $file } cannot be written: { $reason }
reason-not-there = no such file or folder; check the name
reason-not-allowed = not permitted
reason-is-a-folder = it is a folder, not a file
reason-is-no-folder = a part of the path is no folder
reason-there-already = it is there already
reason-no-text = it is no text in UTF-8
reason-full = the disk is full
reason-read-only = the disk can only be read
reason-not-our-address = this machine does not have that address
reason-no-address = an address is written as 127.0.0.1:8311
usage-unknown = There is no argument "{ $what }" here.
usage-no-such-command = There is no command "{ $what }".
usage-which-command = A command is missing.
usage-missing = Missing: { $what }.
usage-empty = { $what } wants a value behind it.
usage-not-a-value = { $what } cannot be "{ $value }".
usage-twice = { $what } can be given only once.
usage-not-both = { $what } cannot stand together with { $other }.
usage-nearest = Did you mean { $nearest }?
usage-valid = It can be: { $values }
usage-usage = Usage: { $usage }
usage-help = --help says more.
commands-not-a-day = “{ $text }” is no date. Write it like 2027-01-01.
commands-day-missing = { $file } does not say from which day it is in force; add --from, such as --from 2027-01-01.
commands-no-such-login = There is no member of staff with the login “{ $login }”.
rules-title = Rules and calendars
rules-lead = Every version that was adopted is kept; a case runs under the one in force on the day it was received.
rules-procedures = Procedures
rules-calendars = Calendars
rules-calendar = Holidays and make-up days ({ $id })
rules-hash = Check value
rules-from-by = from { $day } · adopted by { $who }
rules-until = last day { $day }
rules-own = with own rules: { $title } ({ $unit })
rules-own-ended = own rules of { $unit } ended on { $day } by decision of { $who }: { $reason }
rules-end-own = End a unit's own rules
rules-end-unit = Unit whose own rules end
rules-end-from = First day on which they hold no more
rules-continue = Decide to use it on
rules-decided-by = Who decided
rules-reason = Why
rules-decided-until = Until
rules-adopt = Adopt a procedure, own rules or a calendar
rules-file = File
rules-file-hint = A procedure, a unit’s own rules or a calendar, ending in .toml. It is checked first; one with faults is not adopted, and you are told which file and line.
rules-fragments = Files that go with it
rules-fragments-hint = What the file names in include or extends; each file is called as it is named there, such as national-guidance-2025.toml. Several can be chosen at once.
rules-nothing-brought = Choose a file, or paste the whole text.
rules-no-text = This is no UTF-8 text. Please save it as UTF-8 and choose it again.
rules-text = Or paste the whole text
rules-text-hint = Only used where no file was chosen.
rules-from = In force from
rules-from-hint = The day that the file names where left blank; a calendar needs one.
rules-already = The same text is adopted already, in force from { $day }.
rules-too-early = Must be after { $since }: another version is in force from then on.
rules-fault-in = { $file }, line { $line }: { $says }
rules-fault = Line { $line }: { $says }
rules-decided = The decision is recorded.
rules-taken = Adopted.
rules-taken-unit-unknown = Adopted. There is no unit "{ $unit }" yet; until it is entered these rules hold for nobody. Is unit misspelt?
rules-unit-unknown = There is no unit "{ $unit }" yet; until it is entered these rules hold for nobody. Is unit misspelt?
rules-banner-lapsed = The regulation lapsed after { $day }; until it is decided otherwise no new matter is taken in, and those that run go on.
rules-banner-used-on = The regulation lapsed after { $day }; it is used on until { $until } by decision of { $who }.
rules-coming = not in force yet
rules-in-force = in force
rules-lapsed = lapsed
rules-replaced = replaced by a later version
rules-repealed = repealed
rules-used-on = lapsed, used on until { $until } by decision of { $who }: { $reason }
rules-calendar-other = not in use
rules-adopted = from { $day } · adopted by { $who } · { $hash }
rules-adopter-unknown = (not recorded)
commands-nothing-lapsed = The rules in force have not lapsed; no decision is needed.
commands-used-on = Recorded: used on until { $until }.
commands-no-own-rules = The unit { $unit } has no own rules.
commands-own-ended = Recorded: the own rules of { $unit } end; from { $day } on the procedure holds for its work orders as it does for all others.
commands-day-before = { $adopted } is in force from { $since }; rules from { $day } would never come into force. Give --from a later day.
commands-not-adopted = The file has { $count ->
    [one] one fault
   *[other] { $count } faults
} and was not adopted. See all with wenzheng procedure check { $file }
commands-procedure-faulty = The file { $file } has faults and was not adopted. Run wenzheng procedure check { $file }
commands-adopted-before = { $file } is adopted already, in force from { $day }.
commands-adopted-from = { $file } is adopted, in force from { $day }.
commands-service = 12345 Hotline
commands-administrator = Administrator
commands-demo-filling = Making the invented city of Yunchuan and its town Liuyindu (places, people and messages are made up; all of it goes when this ends) …
commands-demo-cases = { $count } cases. These can be followed by number and check code:
commands-demo-people = Staff (the password of all is { $password }):
generate-log-begun = A head of the public log is signed here already. Invented cases are of days gone by and would stand in it as dated back, so that it could never be verified again. Please use a folder or database on which no server ran yet.
commands-generate-real = Real people are set up here, and invented cases must stay away from them. Please use an empty folder or database.
commands-generated = { $cases } cases with { $commands } commands made in { $seconds } s: { $rate } cases and { $command-rate } commands a second.
commands-rebuilding-beside = Making the read models again from the log. Other processes may go on serving.
commands-rebuilding-alone = Making the read models again from the log. On SQLite nothing can serve meanwhile.
commands-rebuilding-already = Another process is rebuilding; wait until it is done.
commands-rebuilt = Made again: { $cases } cases, and { $others } other records.
commands-import-rows = { $count } rows
commands-import-line = Line { $line }: { $reason }
commands-import-more = … and { $count } more; --report FILE lists all of them.
commands-import-done = { $rows } rows: { $history } entered as history, { $new } as new, { $same } in before, { $changed } in before with another text and not overwritten, { $bad } not taken.
commands-import-would = A trial, nothing was imported. { $rows } rows: { $history } would enter as history, { $new } as new, { $same } are in, { $changed } are in with another text, { $bad } cannot be taken.
commands-import-empty = The table has no rows, and nothing was imported. Please see whether the file is whole and its head is the first line.
commands-import-none = Of { $rows } rows none was taken. The reasons stand above; please mend them and try again.
commands-import-broken-off = The import broke off: { $reason } What is in stays; run it again and it goes on from there.

## replay

replay-rows = Ledger { $ledger }: rows: { $rows }, measured: { $measured }, not measured: { $left }.
replay-measures = Measured is the time from message to reply; not every clause's clock starts and ends so, and where it does not its column says so.
replay-ignores = Dates in force are ignored: the question is how it would have been, had the procedure been in force then.
replay-counts = Workdays by “{ $calendar }”; the day of the message is day 0; a reply on a free day counts for the workday before, as no further workday has gone by.
replay-provisional = Rows with a provisional due time: { $count }. The holidays of that year are not announced yet; Monday to Friday are taken for workdays.
replay-procedure = { $title } ({ $id }, { $version })
replay-column = { $name }: { $limit } ({ $basis })
replay-column-only-if = , where: { $conditions }
replay-column-otherwise = , otherwise
replay-column-from = , for those that start from { $day } (dates are ignored here)
replay-column-until = , for those that start until { $day } (dates are ignored here)
replay-column-by-kind = { $name }: by the limit that the ledger's kind decides; rows whose kind decides none are not in it
replay-house = the office's own rule
replay-note-starts = By the rule it starts when { $moments }; here with the message.
replay-note-met = By the rule it is met when { $moments }; here by the reply.
replay-note-only-if = By the rule only where: { $conditions }. A ledger may not show that; every row is in this column.
replay-note-extension = It can be extended by { $limit } at most in all ({ $clause }); extensions are not counted here.
replay-note-posted = By the rule it counts from when the message was posted, if known; here from the message's time in the ledger.
replay-note-pauses = By the rule it pauses when { $moments }; pauses are not counted here.
replay-note-extension-in-all = It can be extended to { $limit } at most in all from its start ({ $clause }); extensions are not counted here.
replay-left-out-after = Not measured: “{ $name }” starts when { $moments }, after an answer or result; a ledger does not show it.
replay-left-out-set-by-act = Not measured: “{ $name }” has its limit set by each dispatch; a ledger does not show it.
replay-left-out-round = Not measured: “{ $name }” is due at a fixed time of the day; a ledger does not show it.
replay-left-out-before = Not measured: “{ $name }” is counted back from another due time; a ledger does not show it.
replay-head-column = Column
replay-head-limit = Limit
replay-head-rows = Rows
replay-head-in-time = In time
replay-head-rate = Rate
replay-head-late = Late
replay-head-median = Median late by
replay-head-p90 = 9 of 10 by at most
replay-head-worst = Worst
replay-by-kind = by kind
replay-past-due = Of those in time in column { $column }, replies on a free day after the last workday: { $count }. No further workday had gone by, but the due moment (24:00 of the last day) had, and a running clock would have lapsed.
replay-cells = In the tables below each column has three figures: how many in time, their rate (%), and the median by which the others were late (+, in the unit of its limit).
replay-by-month = By month (in which the message came)
replay-by-unit = By unit (column “{ $column }”)
replay-by-the-kind = By kind (column “{ $column }”)
replay-no-unit = The ledger has no column of units; nothing is told by unit.
replay-no-kind = The ledger has no column of kinds; nothing is told by kind. Every limit is a column, and none is guessed.
replay-known-kinds = Of { $count } kinds, { $known } are categories or marks of the procedure { $id }.
replay-empty = (empty)
replay-more-groups = … and { $count } more; --json lists all.
replay-not-measured = Rows not measured: { $count }
replay-more-rows = … and { $count } more; --json lists all.
replay-no-reply = Line { $line }: neither a reply nor its time.
replay-no-time = Line { $line }: a reply without its time. Please enter the time.
replay-before-message = Line { $line }: the reply is earlier than the message. Check the two times; where only a day is written, add the time of day.
replay-at-most-two = Give --procedure once, or twice to see two side by side.
replay-no-limits = The procedure “{ $id }” has no limit that ends with the answer or the result, so there is nothing to measure. Take another, or write a [[clock]] with met_by = ["replied"] into the file.

## problems
# What a use case answers when it cannot do what was asked; each says what to do.

problem-not-found = Not found, or not yours to see. Please check the number.
problem-forbidden = Your role may not do this. If you need to, ask the administrator for the role.
problem-destroyed = Its time of retention is over and its key was destroyed by decision: this can be read no more.
field-too-short-a-time = A time of retention has at least { $least } days.
field-no-retention = No time of retention is set.
field-not-held = Nothing holds this case.
field-accusation-not-public = An accusation is not made public.
field-accusation-alone = An accusation is handled by itself: it is neither merged with another case nor named on one.
field-accuses-whom = An accusation says whom it accuses: choose the unit, or write the name of the person.
field-no-accusation = You named somebody accused: choose the kind that is an accusation, or take the name out.
field-unit-accused = This unit is the accused one or stands under it. Choose another.
problem-signed-out = You are not signed in, or your session is over. Please sign in again.
problem-wrong-secret = Name and password (or number and check code, or the link) do not fit. Please check and try again.
problem-invalid = Some fields need another value. Please mend each as it says and send again.
problem-throttled = Too many attempts. Please try again after { $until }.
problem-rules-lapsed = The regulation lapsed after { $day }. A recorded decision is needed to go on using it; until then no new matter can be taken in, and those that run go on. Please ask the administrator.
problem-no-procedure = No procedure or calendar is in force. Please ask the administrator to adopt one.
problem-busy = Many people are working on this case at once and yours was not saved. Please try again.
problem-disk-full = The disk is full and nothing was saved. Work goes on when the administrator has made room; then please try again.
problem-unavailable = The database cannot be reached now and nothing was saved. Please try again in a few minutes, or call the administrator.
problem-internal = The program failed and nothing was saved. Please give the request number on this page to the administrator.

## field faults
# What is wrong with one field; each says what to do.

field-empty = Please fill in this field.
field-one-line = One line only. Please take out line breaks and control characters, which nobody sees.
field-reason-short = Too short: a reason has at least { $least } characters. Please say why.
field-for-staff = Staff fill in this field. Please leave it out and send again.
field-accusing-nowhere = The rules in force have no kind of message that accuses somebody, so this field is not taken. Please leave it out and name the unit or person in the text.
field-not-whole = Please enter a whole number, such as 3.
field-too-long = Too long: at most { $most } characters. Please shorten it, or attach it as a file.
field-not-a-channel = There is no such channel, or citizens do not write through it themselves. Please choose one from the list.
field-not-a-time = Not a time that can be read. Please write it like 2025-03-10 09:30.
field-in-the-future = This time is later than now. Please give one that has passed.
field-no-such-unit = There is no such unit, or none any more today. Please choose one from the list.
field-which-unit = You hold posts in several units. Choose the one that claims.
field-not-your-unit = You hold no post in this unit and cannot claim for it. Choose your own.
field-not-a-division = The code of a division has digits only, 2, 4, 6, 9 or 12 of them by level, such as 620802 or 620802003.
field-no-such-duty = Choose duties from the list: kinds of cases, or marks.
field-entry-known = There is an entry for the same matter at the same place already. End that one first, or be more specific.
field-no-such-record = The procedure has no such record. Choose one from the list.
field-merged-already = That case is itself handled with { $number }. Name { $number } instead.
field-not-an-act = This act cannot be sent like this.
field-no-such-case = There is no case with this number. Please check the number.
field-no-citizen-yet = No citizen is registered yet, so there is nothing to correct. Please complete the registration first.
field-command-id-used = This command id was used for another case. Please send it again with a new id.
field-password-short = Too short: a password has at least { $least } characters. Please choose a longer one.
field-code-wrong = This is not the code. Please check the newest message on your phone.
field-code-gone = This code is worth nothing any more: too old, used, or tried too often. Please ask for a new one.
field-no-such-verifier = There is no such way to verify a real name. Please use a code by SMS.
field-proof-wrong = The real name was not verified. Please check name and id number, or use a code by SMS.
field-signature-wrong = Wrong signature. Please check the secret on both sides; the signature is HMAC-SHA256 over "timestamp.body", written v1=hexadecimal.
field-timestamp-old = The timestamp is more than five minutes away from now, or no number of seconds. Please set the clock, sign and send again.
field-not-json = The body is not the JSON agreed on: { $reason }
field-no-such-message = No return visit went out under this id. Please give the id exactly as it came with the message.
field-visit-superseded = The citizen has had a newer reply since this visit; the newer visit counts.

## messages
# What leaves through the outbox, and why something has not left.

message-code = Your code is { $code }, good for { $minutes } minutes. Tell it to nobody.
message-no-due = no limit
outbox-refused = Refused by the other side and given up: { $detail }. Please check the number or address.
outbox-failed = Sending failed: { $detail }. It is tried again for two days; please check the mail server or gateway.
outbox-no-sender = No sender is set up ({ $detail }). Please set [smtp], [sms] or [wechat] in wenzheng.toml in the data folder; the message then leaves by itself.
outbox-quiet = Quiet hours; it leaves after { $detail }.
outbox-nobody = There is nobody to tell: { $detail }. Please give the unit or role a person; where a citizen has no phone yet, complete the registration.
outbox-no-address = { $detail } has neither mail address nor phone. Please add one in the directory.
outbox-person-left = The receiver is no longer active; it is not sent.
outbox-key-destroyed = The citizen's personal data is destroyed; it cannot be sent.
outbox-no-template = The procedure has no template "{ $detail }"; it cannot be sent.
outbox-merged-refused = The reply was not passed on to { $detail }: the procedure lets nobody reply in that step by itself. Reply to each by hand.
outbox-history = A case from a past ledger; nobody is told.
outbox-code-expired = The code was too old before it could leave; it is not sent.
outbox-corrupt = The message cannot be read ({ $detail }) and cannot be sent. Please ask the administrator to look into the log.

## settings
# Faults in wenzheng.toml.

settings-unreadable = The settings file { $file } cannot be read: { $reason }. Please check who may read it.
settings-syntax = { $file }, line { $line }: { $message }. What can be written stands in docs/messages.md, of signing in ([sign_in], [sign_on]) in docs/signing-in.md.
settings-sign-in-bounds = { $file }, line { $line }: { $field } of [sign_in] cannot be { $text }; it lies between 1 and { $most }. See docs/signing-in.md.
settings-value = { $file }, line { $line }: "{ $text }" cannot stand here. Please write it like { $example }.
settings-smtp-in-the-clear = { $file }, line { $line }: mail to { $host } must be encrypted. Please write encryption = "starttls" or "tls"; "none" is for a mail server on this machine only.
settings-smtp-tls = No encrypted connection to the mail server can be set up: { $reason }. Please check host under [smtp].
settings-secret-missing = { $file }, line { $line }: a secret is missing. Please write { $key } = "file name" (in the data folder) or { $other } = "name of an environment variable".
settings-secret-unreadable = { $file }, line { $line }: { $place } cannot be read: { $reason }. Please put the secret there, readable only for the user who runs this program.
settings-secret-empty = { $file }, line { $line }: { $place } is empty. Please put the secret there.

## api
# Faults of calls to the API: titles by status, and what only programs meet.

api-title-unreadable = The request cannot be read
api-title-unauthorized = Not signed in
api-title-forbidden = Not allowed
api-title-not-found = Not found
api-title-method = Method not supported
api-title-conflict = Something has changed meanwhile
api-title-too-large = Too large
api-title-media = Format not supported
api-title-invalid = Something must be corrected
api-title-refused = The rules do not allow it
api-title-throttled = Too many tries
api-title-internal = The program failed
api-title-unavailable = Unavailable for the moment
api-misread-json = what stands at line { $line }, column { $column } is not JSON
api-misread-missing = the field { $field } is missing
api-misread-unknown = there is no field { $field }; those there are: { $known }
api-misread-variant = the field { $field } cannot be "{ $value }"; it is one of: { $known }
api-misread-range = the field { $field } lies between { $least } and { $most }
api-misread-type = the field { $field } should be { $expected }
api-misread-value = the value of the field { $field } cannot be read
api-misread-whole = it should be { $expected }
api-expected-text = a text (a string)
api-expected-boolean = true or false
api-expected-list = a list (an array)
api-expected-object = an object with the names of its fields
api-expected-number = a whole number within the bounds
api-body = The body is not as the API describes it: { $fault }. Compare it with /api/v1/openapi.json.
api-query = The query is not as the API describes it: { $fault }. Compare it with /api/v1/openapi.json.
api-media = The body must be JSON. Send it with Content-Type: application/json.
api-too-large = The body is too large; at most { $kilobytes } KB are taken. Send less, or fewer files.
api-no-route = The API has no such path. Those it has stand in /api/v1/openapi.json.
api-method = This path does not know this method. Use one of those in the header Allow.
api-cursor = This is no place in the list. Send `next` of the page before as it is, or leave out `after` to begin at the top.
api-nul = The text holds the character U+0000, which cannot be kept. Take it out and send it again.
api-not-base64 = The content of the file is not base64. Encode it and send it again.
api-file-kind = Files of this kind are not taken. Send pictures, PDF, office documents, sound, video or plain text.
api-file-pixels = The picture has too many pixels (fifty million at most). Please make it smaller.
api-file-large = The file is too large; each may have { $megabytes } MB at most. Make it smaller or split it.
api-files-many = Too many files; at most { $most } can come along at once. Send them in several calls.
api-no-files-here = This act takes no files. Send them with `report` or `add`.
api-no-account = There is no account. Send the token of one along (POST /account/session), or leave in_account out.

## refusals

act-record-history = record a past case

refusal-already-asked = The same request is waiting for a ruling. Please wait for it before you ask again.
refusal-condition = A condition is not met yet. Please look at the basis named.
refusal-corrected-meanwhile = Somebody else has corrected this field. Please look at what stands there now and correct that.
refusal-correction-empty = The correction is empty. Please write what it should be.
refusal-date-out-of-range = The limit ends in a year that the calendar does not reach. Please make it shorter.
refusal-extension-too-late = The limit ended at { $due }; more time can no longer be asked for. Please finish as soon as you can.
refusal-extension-too-long = Extensions add up to { $most } at most; { $left } are left, and you asked for { $limit }. Please ask for less.
refusal-given-words = The words of { $record } are given by the regulation; leave the text empty.
refusal-part-missing = The document lacks its part “{ $part }”. Please add it.
refusal-not-written = The document { $document } is not written yet, so it cannot be delivered. Write it first.
refusal-not-addressed = The document { $document } is not for { $to }. Choose one of its addressees.
refusal-line-known = The number { $number } is entered already.
refusal-merge-into-itself = A case cannot be merged into itself. Name another case.
refusal-extension-beyond = Extended by { $limit } it would end after { $due }; at most { $most } from its start. Ask for less.
refusal-extension-unit = "{ $limit }" is of another kind than the time that may be granted and cannot be added to it. Please use days, hours or minutes.
refusal-field-missing = Missing: { $field }. Please fill it in and send it again.
refusal-history-in-future = The past case is dated { $received }, which has not come yet. Please check the ledger.
refusal-in-future = { $when } has not come yet. Please give the time at which it really happened.
refusal-measure-condition = "{ $measure }" also asks for the aggravating circumstances that its basis names. If they are there, tick them and say so in the record.
refusal-measure-without-ground = None of the circumstances named by its basis is there yet, so "{ $measure }" cannot be taken. Please convene, supervise or recheck first, and keep the record.
refusal-more-than-asked = { $asked } were asked for; { $granted } cannot be granted. Please grant no more than was asked.
refusal-no-rule = At "{ $step }", as things stand, it is not possible to { $act }. Please look at what can be done now.
refusal-no-such-order = This case has no such work order. Please reload and try again.
refusal-not-a-repeat = This is no repeat of { $earlier }: it is neither within the time after its reply, nor past the limit since the citizen's first complaint and unsolved. Please check, or handle it as a new case.
refusal-not-extensible = This work order has no limit that can be extended. Please finish within the limit.
refusal-not-in-procedure = The procedure does not know the act "{ $act }".
refusal-was-public = This message was public, so it cannot be withheld any more. Hide it: with a reason, and with a trace that stays public.
refusal-not-public = This message is not public now, so there is nothing to hide.
refusal-not-yours = It is not yours to { $act }. Please pass it on to someone who may.
refusal-nothing-asked = Nothing that was asked for or demanded is open; it may have been dealt with. Please reload and look again.
refusal-nothing-to-correct = The citizen's name and phone are not registered yet, so there is nothing to correct. Please complete the registration first.
refusal-number-taken = This number belongs to another case.
refusal-order-missing = To { $act }, a work order has to be named. Please choose one.
refusal-other-lead-designated = { $designated } was designated to lead, so { $unit } cannot. Please dispatch { $designated } as the lead, or designate another.
refusal-second-lead = { $unit } is leading this case, and there cannot be two lead units. Please dispatch the other to assist, take the first work order back, or designate another lead.
refusal-seen-missing = It was not said which version was seen. Please reload, look, and do it again.
refusal-stale = The content has changed since you saw it. Please look at it as it is now, then decide.
refusal-unit-twice = { $unit } is already at work on this case, or is named twice. Please name each unit once.
refusal-marks-exclude = "{ $mark }" and "{ $other }" exclude each other. Please keep one of them.
refusal-unknown-id = "{ $id }" is not in the procedure's list. Please choose from the list.
refusal-wrong-step = It is at "{ $step }" now, where it is not possible to { $act }. Please reload and see how far it has come.

## directory

directory-title = Units and people
directory-lead = Enter units first, then people, then give people posts and shifts. Nothing is deleted; things end on a day.
directory-units = Units
directory-people = People
directory-none = No units yet. Begin with "Add a unit".
directory-administrator = Administrator
directory-keeper = Keeper of informants (may learn who they are)
directory-on-duty = On duty:{" "}
directory-add-unit = Add a unit
directory-add-person = Add a person
directory-add-post = Give a post
directory-add-duty = Put on the duty roster
directory-entered = Entered.
directory-zh = Chinese name
directory-en = English name
directory-id = Id
directory-id-hint = Lower-case letters, digits and hyphens, such as water-bureau; it never changes. To change a unit that is entered, give its id again and tick “Change a unit that is entered already” below.
directory-change-unit = Change a unit that is entered already
directory-change-unit-hint = The unit of this id becomes what stands here; what is left empty becomes empty too. Give the same first day as before.
directory-kind = Kind of unit
directory-kind-city = City unit
directory-kind-county = County or district
directory-kind-town = Town or subdistrict
directory-kind-other = Other
directory-parent = Unit above
directory-territory = Code of its territory
directory-territory-hint = Administrative division, 2, 4, 6, 9 or 12 digits, such as 620802 or 620802003. The unit may claim what lies in it.
directory-duties = Duties
directory-duties-hint = The unit may claim cases of these kinds and with these marks.
directory-from = From (day)
directory-to = Until (first day no longer)
directory-email = E-mail
directory-person = Person
directory-role = Post
directory-unit = Unit
directory-unit-hint = Posts in handling units need the unit; posts of the hotline have none.
directory-duty-from = Shift begins
directory-duty-to = Shift ends

field-not-an-id = An id has only lower-case letters, digits and hyphens, such as water-bureau.
field-id-reserved = “{ $id }” means something else in this program and cannot be the id of a unit. Please choose another one.
field-unit-there = The id “{ $id }” is that of “{ $name }”. To change this unit, tick “Change a unit that is entered already”; to enter another one, choose another id.
field-no-unit-to-change = There is no unit with the id “{ $id }” to change. Please check the id; to enter a new unit, leave “Change a unit that is entered already” alone.
field-unit-overlaps = The unit “{ $id }” is entered from { $since } on, and the days overlap. To change it, give { $since } as its first day; to have it otherwise from some day on, first let the present entry end on that day.
field-no-such-kind = There is no such kind of unit. Please choose one from the list.
field-own-parent = A unit does not stand under itself. Please choose another unit, or none.
field-parent-circle = The unit chosen stands under this one, so they would go in a circle. Please choose another unit, or first change what that one stands under.
field-not-a-host = A host name has only lower-case letters, digits, dots and hyphens, and no port, such as wz.example.cn.
field-host-taken = The jurisdiction { $id } has this host name already.
field-day-over = That day is over.
field-days-turned = The last day is before the first one. Change one of them.
field-ends-before = It must end after it begins.
field-login-taken = Somebody has this user name already; choose another.
field-no-such-role = There is no such post; choose one from the list.
field-not-above = Only links in use to the level above can be chosen; choose from the list.
field-which-peer = Choose the other side, or enter the address of another installation.
field-no-unit-here = This post belongs to no unit; leave the unit empty.
field-no-such-person = There is no such person; choose one from the list.
field-not-a-day = Write the day like 2026-11-21.

## handlers

shell-follow = Open your case first
shell-follow-advice = Open it with number and check code.
citizen-done = Received, thank you.
citizen-case = My case
citizen-papers = Documents
citizen-papers-see = See and download the documents
citizen-papers-none = There are no documents yet.
citizen-papers-back = Back to my case
citizen-paper-open = Open, print
citizen-home = Tell us
citizen-follow = Follow a case
citizen-follow-wrong = Number and check code do not fit. Please compare with your receipt; the check code has 8 letters and digits.
citizen-visit-over = This link is no longer good. Open the case with number and check code.
desk-done = Done: {$act}.
desk-case = Case
desk-complained-again = Complained of again in this case
desk-queue-asked = Requests
desk-queue-mine = Waiting for me
desk-queue-unit = Work orders of my unit
desk-queue-accusing = Accusations
desk-queue-pool = To be claimed
desk-queue-submitted = Put before me
desk-queue-all = Everything open
desk-sign-in-wrong = User name or password is wrong; please try again.
desk-phone-code = One-time code
desk-phone-code-hint = Press "Send a code" and ask the caller for the 6 digits that arrive on the phone; with the id number they verify the real name.
desk-send-code = Send a code
desk-code-sent = The code is on its way; it is good for 10 minutes.
desk-act-basis = Basis:{" "}
desk-refused-by = {$says} ({$clause})

# Documents
paper-contact = Contact: { $contact }
paper-table = Table
paper-volume = Volume of case { $number }
paper-volume-made = Put together from the record on { $at }.
paper-volume-rules = Rules: { $rules } ({ $version })
paper-no = No.
paper-content = Content
paper-pieces = Pieces
paper-title = Title
paper-channel = Channel
paper-external = Number elsewhere
paper-received = Received
paper-place = Place
paper-citizen = Citizen
paper-original = The message
paper-handling = Handling
paper-lead = lead
paper-assist = assisting
paper-dispatched = Dispatched
paper-signed-for = Signed for
paper-reported = Reported
paper-passed = Done
paper-reply = Reply
paper-reply-title = Reply to your case
paper-asked = What was brought up
paper-transfers = Transfers and replies
paper-evidence = Evidence
paper-instructions = Instructions
paper-course = Course
paper-when = When
paper-what = What
paper-who = Who
paper-basis = Basis
paper-text = Text
paper-lapse = A limit lapsed
paper-rung = Reminder
paper-past = Entered from a past ledger
paper-house = Own rule of the office
paper-product = Rule of the platform
paper-file = File
paper-kind = Type
paper-kilobytes = Size (KB)
paper-digest = SHA-256
paper-by-basis = Basis: { $basis }
paper-number = Number
paper-replied = Replied
paper-month-open = not yet
paper-month-late = overdue
paper-month-counts = Received in the month: { $all }; answered: { $answered }.
field-not-a-month = Write the month as 2026-03.
field-month-not-over = This month is not over yet; file its list afterwards.
desk-month = Monthly lists
desk-month-file = File the list
desk-month-filed = Filed under its number.
desk-month-which = Which list
desk-month-of = Month
desk-month-none = No list was filed yet.
desk-docx = Download DOCX
desk-print-hint = Print with the browser; made for A4.
desk-volume = Volume
paper-office = Hotline
paper-instruction-withheld = The instruction is shown only to those who handle the case.
fact-act-measure = the measure that supervision goes on to
desk-papers = Documents
desk-volume-hint = The message, handling, transfers and replies, evidence and instructions, to be filed.
desk-write-document = Write: { $document }
desk-deliver-document = Record delivery: { $document }
desk-finding = Finding
desk-parts-taken = Taken from the record, not typed: { $parts }
desk-delivered-to = Delivered to
desk-delivered-hint = Now, where nothing is given.
desk-delivered-on = { $to }: delivered { $at }
desk-to-deliver = { $to }: to be delivered

# Messages between jurisdictions.
exchange-inbox = From others
exchange-inbox-lead = What other governments sent, signed: reports to rule on, feedback and notices to acknowledge, and what could not be carried out by itself.
exchange-inbox-empty = Nothing waits.
exchange-inbox-done = Done with
exchange-kind = Kind
exchange-from = From
exchange-at = Taken
exchange-kind-case = Case handed over
exchange-kind-report-up = Handling report
exchange-kind-ruling = Ruling
exchange-kind-feedback = Written feedback
exchange-kind-notice = Noticed elsewhere
exchange-kind-new-key = Change of key
exchange-kind-receipt = Receipt
exchange-failed = Needs a person
exchange-failed-lead = The signature is right, but it could not be carried out by itself:
exchange-not-by-rules = The rules here, or what they ask for, do not allow it ({ $code }). Please enter or handle it by hand.
exchange-theirs = Their number
exchange-ours = Our number
exchange-received = Received by them
exchange-due = An answer is asked for by
exchange-place = Place
exchange-citizen = Citizen
exchange-files-named = Files
exchange-original = The message
exchange-asked = What is asked
exchange-report = Handling report
exchange-result = Result of { $unit }
exchange-paper = Document
exchange-paper-number = Document number
exchange-ruling = Ruling
exchange-approved = Approved
exchange-returned = Returned
exchange-acknowledged-by = Acknowledged by
exchange-noticed = Source
exchange-noticed-at = Address
exchange-noticed-posted = Posted
exchange-noticed-found = Found
exchange-notice-text = Report
exchange-notice-original = As it was found
exchange-rule = Rule on the report
exchange-note = Note
exchange-note-hint = Where it is returned, say what is to be completed.
exchange-approve = Approve
exchange-return = Return
exchange-ruled = The ruling goes back.
exchange-acknowledge = Acknowledge
exchange-acknowledge-lead = You confirm that it was read. Of written feedback and notices the other side learns so.
exchange-acknowledged = Acknowledged.
exchange-back = Back to what others sent
exchange-links = Other governments
exchange-links-lead = Between governments there are signed messages and nothing else. The administrators of both sides enter each other first.
exchange-links-none = None is entered yet.
exchange-own = This government
exchange-own-lead = Please give this to the administrator of the other side. The public key is no secret; compare it in person or by phone.
exchange-peer-hint = A jurisdiction of this installation is chosen here; of another installation, enter address and public key below.
exchange-peer-where = The other side
exchange-peer-other = Another installation
exchange-name-hint = Within this installation the name of the jurisdiction is taken where nothing is entered.
exchange-address = Address
exchange-address-hint = Leave blank within this installation; otherwise the address of the other one, such as https://wz.example.org.
exchange-key = Public key
exchange-key-hint = Leave blank within this installation; otherwise the key that the other side gave you.
exchange-takes = What is taken from them
exchange-channel = Channel of cases handed over
exchange-channel-hint = Cases that they hand over come in through this channel.
exchange-is-above = The level above
exchange-is-above-hint = Reports for approval go there.
exchange-unit = Unit that it stands for
exchange-unit-hint = Cases dispatched to this unit are handed over.
exchange-body = Body that it stands for
exchange-body-hint = Documents to this body go there as written feedback.
exchange-role = Role that deals with it
exchange-role-hint = It rules and acknowledges; everybody of the office where none is chosen.
exchange-active = In use
exchange-above = Level above
exchange-same-installation = same installation
exchange-closed = Closed
exchange-change = Change
exchange-enter = Enter a government
exchange-entered = Entered.
exchange-keys = Keys so far
exchange-key-first = The first key
exchange-key-announced = In use since { $at }, decided by { $by }, told to all links: { $reason }
exchange-key-silent = In use since { $at }, decided by { $by }, not told by message: { $reason }
exchange-key-change = Change the signing key
exchange-key-reason = Reason for the change
exchange-key-announce = Tell all links, signed with the present key
exchange-key-announce-hint = The other sides then take the new key by themselves. If the present key may be in wrong hands, leave this unticked and have their administrators enter the new key after checking it in person or by telephone.
exchange-key-changed = Changed. From now on the new key signs.
exchange-unreadable = This is no message that can be read here (format wenzheng-exchange-1).
exchange-not-for-us = The message is for somebody else: the key of the addressee is not ours.
exchange-unknown-sender = No government with this public key is entered here. The administrators of both sides enter each other first.
exchange-link-closed = The link to the other side is closed.
exchange-signature = The signature is wrong: somebody else signed it, or it was altered afterwards.
exchange-too-old = It was signed more than half an hour ago. Please sign and send it again.
exchange-ahead = It was signed in the future. Please check the clocks of both sides.
exchange-kind-refused = Messages of this kind are not taken from the other side.
exchange-no-number = The message has no number of theirs, or no channel for cases is entered.
exchange-files = A file is not what its digest says.
exchange-answers-nothing = It answers a message that was not sent from here.
exchange-ruling-late = There is a newer report; this ruling is about an earlier one.
exchange-new-key-unproven = The new public key was not signed by itself. Please check with the other side and enter it.
exchange-new-key-taken = The new public key belongs to another link, or is our own. Please check with the other side.
exchange-new-key-late = Another public key of the other side was entered before. Please check with them which one counts.
exchange-nothing-to-send = The content was destroyed as the rules ask and cannot be sent.
exchange-receipt = The receipt of the other side does not fit.
outbox-exchange-refused = The other side refused a signed message, and it was given up: { $detail }
outbox-exchange-failed = A signed message could not be delivered: { $detail }. It is tried again for two days.
field-no-such-jurisdiction = There is no such jurisdiction in this installation; for another installation give address and public key.
field-not-an-address = An address begins with https://, such as https://wz.example.org.
field-not-a-key = This is no public key. Please paste the one from the other side's page "Other governments" (44 characters).
field-own-key = This is your own public key.
field-key-taken = Another government is entered with this public key.
field-not-a-role-of-office = Please choose a role that sees all cases.
field-channel-for-cases = To take cases, please choose a channel.
field-answered-already = Somebody answered it already, or it is not answered like this. Please look at the list again.
paper-papers = Documents
paper-unit = the unit
paper-issuer = Issued by
paper-delivered = Delivered
paper-volume-to = To: { $names }
paper-to-deliver = { $to } (to be delivered)

# Rounds: duties at fixed times.
rounds = Rounds
rounds-lead = What the rules want looked at, moderated or collected at fixed times. Each time stands in the name of whoever did it, with what was found; what nobody recorded in time is missed.
rounds-today = Today
rounds-none-today = No round is due today.
rounds-record = Record a round
rounds-recorded = Recorded.
rounds-which = Which one
rounds-items = Items
rounds-items-hint = How many were found; 0 where there were none.
rounds-text = What was found
rounds-text-hint = What was seen, and what was done about it.
rounds-month = Month
rounds-month-list = By month
rounds-csv = Download the list of this month (CSV)
rounds-none = Nothing is recorded for this month yet.
rounds-counts = { $all } in all, { $missed } missed or recorded late.
rounds-name = Round
rounds-at = Due at
rounds-state = State
rounds-by = Recorded by
rounds-when = Recorded at
rounds-ahead = Ahead
rounds-waits = To be recorded
rounds-done = Recorded
rounds-done-late = Recorded late
rounds-missed = Missed
rounds-to-record = Rounds to be recorded: { $count }
field-no-such-round = The rules in force have no such round.
field-no-such-slot = There is no such time of a round, or it is too long ago. Please choose one from the list.
field-slot-not-yet = The time of this round has not come yet. Please record it then.
field-slot-recorded = Somebody recorded this one already; please look at the list below.
field-not-a-count = Please enter a whole number, 0 or more.
field-span-too-long = The span ends before it begins, or is longer than 93 days.
field-no-such-list = The rules know no such list; please choose one of them.

# The dispatch catalogue.
catalogue = Dispatch catalogue
catalogue-lead-text = Which unit leads and which assist in which matter at which place, on what basis, and who of the leading group is in charge. On dispatch the most specific entry is chosen beforehand, with its reason; whoever dispatches can change it.
catalogue-empty = Nothing stands in the catalogue yet.
catalogue-enter = Add an entry
catalogue-entered = Entered into the catalogue.
catalogue-end = End it today
catalogue-ended = Ended.
catalogue-past = Ended
catalogue-matter = Matter and place
catalogue-topic = Kind or mark
catalogue-topic-hint = Name at least one of kind, words and place; all that is named must hold.
catalogue-words = Words in the title
catalogue-words-hint = With blanks between; one of them in the title is enough.
catalogue-words-of = title has { $words }
catalogue-word-of = the title has “{ $word }”
catalogue-division = Code of the division
catalogue-division-hint = This division and all within it, such as 6210 or 621002104.
catalogue-division-of = within { $code }
catalogue-days = From { $from }, no more from { $to }
catalogue-days-on = From { $from }
catalogue-lead = Lead unit
catalogue-assisting = Assisting units
catalogue-member = Leader in charge
catalogue-member-hint = Is told after the dispatch, and sees the case and its instructions.
catalogue-basis = Basis
catalogue-basis-hint = Such as the title and clause of the paper that divides the work.
catalogue-from = From
catalogue-from-hint = Today where left empty.
catalogue-to = To
catalogue-to-hint = Not used from this day on; may be left empty.
catalogue-suggests = Chosen beforehand by the dispatch catalogue: { $why } (basis: { $basis }).
field-names-nothing = Name at least one of kind, words in the title, and division.
message-in-charge-subject = A case of your field was dispatched
message-in-charge = Case { $number } of your field was dispatched. Please sign in and look: { $link }

# The ledger to take along.
export-take = Download all that the filters show:
export-take-hint = Without names, phones, titles and texts.
export-number = Number
export-external = Numbers elsewhere
export-channel = Channel
export-category = Kind
export-received = Received
export-accepted = Accepted
export-dispatched-to = Units
export-dispatched = Dispatched
export-due = Due
export-replied = Answered
export-closed = Closed
export-step = State
export-late = Late
export-title = Title
export-lead = { $unit } (lead)
export-assist = { $unit } (assisting)
commands-exported = { $lines } cases written to { $file }

# What is noticed elsewhere.
items = Noticed elsewhere
items-lead = What people noticed, or feeds and watched pages brought, and may have to be dealt with. Make a case of it, set it aside with a reason, or put a short report before leaders.
items-lead-leaders = What was noticed elsewhere and put before you, with its report and what became of it. Open one to say what is to be done.
items-for-leaders = Put before you
items-none-submitted = Nothing has been put before you yet.
items-back = Back to the list
items-empty = Nothing waits for a decision.
items-note = Note an item
items-noted = Noted.
items-taken = A case was made of it.
items-set-aside = Set aside, with the reason.
items-followed-done = Recorded.
items-submitted = Submitted; whoever it goes to is told.
items-done = Decided
items-source = Source
items-by-hand = Noted by hand
items-posted = Posted
items-found = Found
items-state = State
items-state-new = To be decided
items-state-case = Made a case
items-state-aside = Set aside
items-state-submitted = Submitted to leaders
items-followed = Followed up
items-instructed = Instruction
items-case-replied = { $step }, answered { $at }
items-reported-leaves = Reported to { $to }, on its way
items-reported-taken = Reported to { $to }, taken there { $at }
items-reported-read = Reported to { $to }, acknowledged there { $at }
items-title = Title
items-title-hint = Such as “missed call, wants to be called back”.
items-text = Text
items-address = Address
items-address-hint = Begins with https:// or http://.
items-changes = What changed on the page
items-make-case = Make a case of it
items-submit = Submit a short report to leaders
items-set-aside-do = Set aside
items-reason = Reason for setting it aside
items-channel = Channel
items-category = Kind
items-place = Place
items-external = Number there
items-external-hint = The number on the site where it was found.
items-to = To whom
items-report = Short report
items-report-hint = What, where, how far it reaches, what is proposed.
items-send-above = Also report to the level above
items-send-above-hint = Report and original go there in a signed message; that it was taken and acknowledged is recorded here.
items-above = Told to the level above
items-above-hint = Where the level above has to know: who was told, and how.
items-follow = Note what became of it
items-follow-hint = What was found, what was done, how it stands now.
items-instruct = Say what is to be done
items-instruct-hint = What, by whom, and when to report back. Whoever put it before you is told.
items-follow-text = Text
sources = Sources
sources-lead = Looked at every quarter of an hour. Each post of a feed (RSS 2.0, Atom) is an item; a change of the text of a page is one too.
sources-none = No source is set up yet.
sources-enter = Add a source
sources-change = Change the source
sources-save = Save
sources-entered = Saved; it is looked at now.
sources-name = Name
sources-kind = How it is looked at
sources-feed = Feed (RSS, Atom)
sources-page = Changes of a page
sources-address = Address
sources-address-hint = Only http and https are asked.
sources-channel = Channel of a case made of it
sources-channel-hint = Can be changed when a case is made.
sources-place = Place
sources-words = Words
sources-words-hint = With blanks between; an item must hold one of them. All items where left empty.
sources-active = In use
sources-off = Off
sources-well = Answers
sources-failed = Does not answer
sources-not-yet = Not asked yet
sources-answered = Looked at last: { $at }
sources-next = Tried again: { $at }
sources-not-the-web = The address, or where it redirects to, is not of the web: { $detail }
sources-redirected = Too many redirects, or one that leads nowhere.
sources-broke-off = The answer broke off: { $detail }
sources-too-large = The answer is larger than { $detail } MB.
sources-status = The site answered with status { $detail }.
sources-timeout = The site did not answer in time.
sources-no-host = There is no such site, or it stands at an address that is not asked.
sources-no-feed = The answer is neither RSS 2.0 nor Atom. Check the address; to watch a page for changes, choose that.
sources-unreachable = No connection: { $detail }
field-not-of-the-web = Please enter an address that begins with https:// or http://.
field-item-decided = Somebody decided about this item already; please look again.
field-item-known = An item at this address was noted before.
message-item-subject = A short report for you
message-item = A short report on something noticed elsewhere was put before you. Please sign in and look: { $link }
message-item-instructed-subject = An instruction on what you reported
message-item-instructed = There is an instruction of a leader on something noticed elsewhere that you reported. Please sign in and look: { $link }

## retention

retention = Retention
retention-lead = When the time of retention of an ended case is over, its keys may be destroyed by decision: name, phone, identity number, address and files can be read no more, the texts stay with personal data blacked out. Without a time everything is kept.
retention-days = Data of a case may be destroyed { $days } days after the last thing that happened to it.
retention-never = No time of retention is set: data is kept.
retention-set-by = Decided on { $at } by { $by }: { $reason }
retention-set = Set the time of retention
retention-days-label = Days (blank: kept for ever)
retention-held = Held cases
retention-none-held = Nothing is held.
retention-hold = Hold
retention-lift = Lift the hold
retention-due = Cases whose time is over
retention-none-due = No time is over.
retention-due-count = Time over: { $cases } cases
retention-destroy = Destroy by decision
retention-destroy-hint = Nobody can bring back what is destroyed. At most 200 cases at once; the decision, its reason and the keys are recorded.
retention-recorded = The decision is recorded.
retention-destroyed = Keys of { $cases } cases were destroyed.
retention-failed = { $number } was not done: { $why } It stays due and is tried again with the next decision.

# Backups.
backup-made = Backed up, and checked by restoring it: { $events } events, { $attachments } attachments in { $archive }; { $wrapped } keys in { $keys }. Keep the two files and master.key in three different places.
backup-needs-master = There is no master.key in { $path }. The keys of the backup open only with the master key of the installation that it comes from: put that file there, then restore again.
backup-restored = Restored: { $events } events, { $attachments } attachments; the read models were made from them. Everybody has to sign in again. Start the server with `wenzheng serve`.
backup-differs = These tables are not what the log gives: { $tables }. The backup is good; run `wenzheng rebuild` on the installation it came from.
backup-exists = { $path } is there already, and a backup is never overwritten. Name another file.
backup-in-file = { $path }: { $says }
backup-same-file = Archive and keys cannot go into one file ({ $path }): they are kept apart. Name another file with --keys.
backup-no-folder = There is no folder { $path } to write the backup into. Make it first, or name another one.
backup-in-data = { $path } lies in the data folder: what damages the data takes the backup along. Write it to another disk or another machine.
backup-unreadable = { $path } cannot be read: { $reason }
backup-blobs = The attachments cannot be read or written: { $reason }
backup-file = The file of the backup cannot be read or written: { $reason }
backup-missing = The content of the attachment { $id } is missing where attachments are kept. Find it in an older backup, put it there, then back up again.
backup-not-one = This is no backup of this program, or archive and keys are in each other's place.
backup-cut-off = The backup ends too early: it was not copied whole. Copy it again, or take another one.
backup-changed = The backup is damaged at "{ $part }": it is not as it was written. Take another one.
backup-no-pair = Archive and keys come from two different backups. Take the keys that were written together with this archive.
backup-not-empty = The database to restore into is not empty. Name a folder or a database in which nothing was ever stored; if a restore was broken off there, remove it first.
backup-other-master = The master key in the folder is not the one of this backup. Put the master.key of the installation that was backed up into the folder.
attachments-no-bucket = The settings have no [attachments]: all lie in the data folder, and there is nowhere to move them. How to write it stands in docs/operating.md.
attachments-moved = { $copied } attachments copied and read again, { $there } were there already. Nothing was removed where they were; that can be done by hand after the next good backup.
attachments-missing = These attachments are in neither place: { $ids }. Look for them in an older backup.
settings-certificates-unreadable = { $file }, line { $line }: the certificates { $place } cannot be read: { $reason }. Please put the file there, or strike this line out.
field-files-unkept = Files cannot be kept now; what you wrote is still here. Please send it again in a few minutes. If it cannot wait, send it without files and add them later.
doctor-sum = { $good } good, { $to-do } to do, { $wrong } wrong.
doctor-folder = Data folder { $path }: only its user can open it, and it can be written.
doctor-folder-open = Other users can open the data folder { $path } (mode { $mode }). Run chmod 700 { $path }.
doctor-folder-unwritable = The data folder { $path } cannot be written: { $reason }. Run this as the user of the server, or mend who owns the folder.
doctor-space = { $free } free on the disk of { $path }.
doctor-space-little = Only { $free } free on the disk of { $path }. Make room soon; the trial of a backup needs some too.
doctor-space-none = Only { $free } free on the disk of { $path }: soon nothing can be stored any more. Make room now.
doctor-key = The master key is the one of this database.
doctor-key-open = Other users can read the master key file { $path } (mode { $mode }). Run chmod 600 { $path }; where somebody may have read it, wenzheng keys rotate too.
doctor-key-rotating = The rotation of the master key is not finished: the one before is still in the file. Run wenzheng keys retire, and replace the copies kept elsewhere.
doctor-sqlite = The SQLite database passed its own check; { $size }.
doctor-sqlite-faulty = The SQLite database is damaged: { $faults }. Stop the server, keep the file, and restore the last backup.
doctor-sqlite-wal = The log of writes of SQLite has { $size }: it was not taken in for long. See whether a backup or another program reads all the time; a restart of the server takes it in.
doctor-postgres = PostgreSQL { $version } answers.
doctor-postgres-old = PostgreSQL { $version } is not looked after any more. Move to 14 or later.
doctor-postgres-forgets = { $name } of PostgreSQL is { $value }: a power cut can lose what was answered as saved. Set it to on and restart the database.
doctor-schema = The database has schema { $found }, as this program.
doctor-schema-old = The database has schema { $found }, this program { $known }. Back up, then start the server of this program once: it brings the schema up to date. The other checks wait for that.
doctor-clock = The clocks of this machine and of the database agree.
doctor-clock-apart = The clocks of this machine and of the database are { $seconds } seconds apart. Keep both by a time service, as chrony.
doctor-clock-behind = The last event was recorded { $seconds } seconds after what the clock of this machine says: the clock was put back. Keep it by a time service, as chrony; all due times hang on it.
doctor-second-factor = Roles that must have a second factor: { $roles }.
doctor-rules = { $jurisdiction }: { $procedure } { $version } is in force.
doctor-rules-used-on = { $jurisdiction }: { $procedure } { $version } was in force until { $day }, and is used on until { $until } by a decision.
doctor-rules-lapsed = { $jurisdiction }: { $procedure } { $version } was in force until { $day }. Adopt a new one (wenzheng adopt), or decide to use it on (wenzheng rules).
doctor-rules-none = { $jurisdiction }: no procedure is in force today, so nothing can be received. Adopt one with wenzheng adopt.
doctor-holidays = { $jurisdiction }: the table of holidays holds the years to { $year }.
doctor-holidays-end = { $jurisdiction }: the table of holidays ends with { $year }; limits into the next year are provisional, by weekends alone. Adopt the new table with wenzheng adopt once the State Council has announced it.
doctor-holidays-over = { $jurisdiction }: the table of holidays ends with { $year }, so all limits of this year are provisional. Adopt this year's with wenzheng adopt.
doctor-holidays-none = { $jurisdiction }: no table of holidays is in force today. Adopt one with wenzheng adopt.
doctor-timers = No timer is behind.
doctor-timers-late = Timers are { $minutes } minutes behind. See whether the server runs, and what its log says.
doctor-outbox = { $count } messages wait, none of them late.
doctor-outbox-late = { $count } messages wait, the earliest for { $minutes } minutes too long. See whether the server runs; the administrator's page of messages says why.
doctor-outbox-given-up = { $count } messages failed again and again and were given up. The administrator's page of messages says why.
doctor-log = The public log is up to date.
doctor-log-late = { $count } events are not in the public log yet, the earliest for { $minutes } minutes; receipts promise one minute. See whether the server runs, and what its log says.
doctor-heads = { $jurisdiction }: heads of the public log are published to { $day }.
doctor-heads-old = { $jurisdiction }: heads of the public log are published to { $day } only. See whether the server runs, and what its log says.
doctor-heads-none = { $jurisdiction }: no head of the public log is published yet. A running server does so by itself.
doctor-backup = Last backup: { $at }, { $file }.
doctor-backup-old = The last backup is { $file } of { $at }, more than two days ago. See to the daily backup.
doctor-backup-none = No backup is known. Let wenzheng backup run every day; it leaves a note in the data folder.
doctor-address = The public address is { $url }.
doctor-address-wrong = The public address { $url } cannot be used: write it like https://wz.example.cn, beginning with https:// or http://, with a host name (and a port) alone, and no path or question mark.
doctor-address-none = No public address is set: links in messages open on this machine only. Write public_url, or use --public-url.
doctor-address-plain = The public address { $url } is not encrypted. Let the web server in front speak https, and write the address so.
doctor-proxy = X-Forwarded-For of { $text } is believed.
doctor-proxy-everyone = --trusted-proxy { $text } believes everybody: anyone can claim to come from anywhere. Name the web server in front only.
doctor-proxy-none = The public address is https, but there is no --trusted-proxy: all requests seem to come from the web server in front, and limits per address hit everybody. Name its address. Give this command the same arguments as wenzheng serve.
doctor-gateways-none = There is no mail server and no SMS or WeChat gateway: no message can leave. How to write them stands in docs/messages.md.
doctor-gateway = { $address } takes connections.
doctor-gateway-away = { $address } takes no connection: { $reason }. See to the address in wenzheng.toml and to the firewall.
doctor-sign-on = The sign-on service { $issuer } answers, with a valid certificate.
doctor-sign-on-away = The sign-on service { $issuer } is of no use: { $reason }. See to issuer under [sign_on], to its certificate and to the firewall.
doctor-attachments = The place of attachments can be read.
doctor-server = A server answers at { $address }.
doctor-server-away = No server answers at { $address }: { $reason }. Start it, or see to --listen and --metrics.
commands-public-url = The public address "{ $url }" cannot be used. Write it like https://wz.example.cn: it begins with https:// or http:// and has a host name (and a port) alone, no path or question mark.
commands-no-network = "{ $text }" is neither an address, as 127.0.0.1, nor a network, as 10.1.0.0/16.
commands-no-installation = There is no installation in { $path }. Name its folder with --data; where none was set up yet, run wenzheng serve once.

# signing in
account = My account
account-lead = Where you are signed in, your password, and your second factor.
account-sessions = Signed in
account-browser = Browser
account-no-browser = Unknown browser
account-address = Address
account-begun = Since
account-seen = Last used
account-this = This one
account-end = End
account-end-others = End all others
account-session-ended = Ended.
account-way-password = by password
account-way-code = by password and code
account-way-recovery = by password and recovery code
account-way-sign-on = by single sign-on
account-way-first = first set-up
account-password = Change password
account-password-now = Present password
account-password-new = New password
account-password-change = Change password
account-password-changed = The password was changed, and all other sessions are over.
account-second = Second factor
account-second-none = Not set up yet. With it, signing in asks for a code from your phone beside the password, so that a stolen password opens nothing.
account-second-set-up = Set up codes
account-second-on = Codes are set up.
account-recovery-left = Recovery codes left: { $count }.
account-second-codes = Make new recovery codes
account-second-drop = Take the second factor off
account-second-again = Another phone: set up codes again
account-second-off = The second factor was taken off.
second-title = Second factor
second-ask = Please enter the code that your authenticator shows.
second-code = Code
second-code-hint = Six digits; without your phone, enter a recovery code.
second-send = Continue
second-other = Sign in as somebody else
second-set-up = Set up codes
second-required-app = Your post asks for a second factor. Please set it up first.
second-required = Your post asks for a second factor. Please set up either of these first.
second-set-up-owed = Set up a second factor
second-by-app = With an authenticator app
second-by-passkey = With a passkey
second-lead = Signing in will ask for a code from your phone beside the password.
second-scan = Scan this with an authenticator on your phone (such as Microsoft Authenticator or FreeOTP):
second-qr = QR code that sets up the codes
second-type = If it cannot be scanned, type this key:
second-first-code = Code that the app shows
second-take = Finish
second-codes = Recovery codes
second-codes-lead = If the phone is lost, a recovery code takes the place of the code. Each works once. They are shown only now: please write them down and keep them safe.
second-codes-kept = I have kept them
sign-on-by = Sign in by { $name }
sign-on-stale = This sign-in took too long, or did not begin in this browser. Please begin again.
sign-on-refused = The sign-on service did not agree. Please try again, or sign in by password.
sign-on-unreachable = The sign-on service cannot be reached now. Please try again later, or sign in by password.
sign-on-untrusted = What the sign-on service answered cannot be verified; nobody was signed in. Please tell the administrator.
sign-on-unknown = This account of the sign-on service belongs to nobody who works here. Please ask the administrator to enter the mail address or user name that the service knows.
people-sessions = Sessions now: { $count }.
people-end-sessions = End all sessions
people-sessions-ended = All sessions of this person are over.
people-second-lead = Codes are set up. Where phone and recovery codes are lost, take it off after making sure who asks; the person sets it up again.
people-reset-second = Take the second factor off
people-second-off = The second factor was taken off, and all sessions of this person are over.
people-no-second = Not set up.
people-linked = Linked to an account of the sign-on service.
people-not-linked = Not linked yet; the next sign-in there links by the mail address or user name entered.
people-unlink = Undo the link
people-unlinked = The link was undone.
machines = Keys
machines-lead = Other systems call the API with a key. Each key acts in the name of a post, does only what is listed, and can be ended at any time.
machines-enter = New key
machines-name = Name
machines-name-hint = Which system, such as “provincial platform”. Records of cases show this name.
machines-scopes = What it may do
machines-scope-read = Read cases, queues and the ledger
machines-scope-receive = Enter cases
machines-scope-act = Act on cases
machines-scope-person = Open personal data (each time recorded)
machines-scope-rounds = Rounds
machines-scope-items = What is noticed elsewhere
machines-scope-exchange = Correspondence with other levels
machines-until = Good until (that day not included)
machines-until-hint = Without a day it is good until it is ended.
machines-no-end = No end
machines-used = Last used
machines-never = Never used
machines-end = End
machines-ended = The key was ended.
machines-over = Over
machines-made = The key was made
machines-made-lead = The key is shown only now. Copy it into the settings of the other system at once, and send it by no chat or mail.
machines-kept = I have kept it
field-password-long = Too long: a password has at most { $most } characters.
field-password-wrong = The present password is wrong.
field-password-same = The new password is the present one. Please choose another.
field-password-common = This is a common password and easily guessed. Please choose a sentence that only you know.
field-password-keys = Keys beside each other are easily guessed. Please choose a sentence.
field-password-repeats = Repeated characters are easily guessed. Please choose a sentence.
field-password-sequence = Sequences such as abcdef or 123456 are easily guessed. Please choose a sentence.
field-password-date = Dates and years are easily guessed. Please choose a sentence.
field-password-word = A word or name by itself is easily guessed. Please use several words that have nothing to do with each other.
field-password-about = Your name, user name or mail address, or a name of the place or of this program, stands in this password, and the rest is easily guessed. Please choose a sentence that has nothing to do with these.
field-password-guessable = This password is easily guessed. Please use a longer sentence, or several words that have nothing to do with each other.
field-password-leaked = This password has leaked elsewhere and cannot be used. If you use it anywhere else, please change it there too.
field-second-wrong = The code does not fit, or was used already. Please wait for the next one, and check the time of your phone.
field-no-such-scope = Please choose at least one of those listed.
problem-second-factor = This account has a second factor. Please send a code of the authenticator or a recovery code along as code.
problem-second-factor-missing = A post of this account asks for a second factor, and none is set up. Please sign in on the page first and set it up.
settings-leaked-unreadable = { $file }, line { $line }: the list of leaked passwords { $place } cannot be opened: { $reason }. Please put the file there, or strike this line out.

# The log that outsiders can check.

log-text-title = The first line should be "{ $line }". Please take the whole text.
log-text-missing = The line "{ $line }:" is missing. Please take the whole text.
log-text-value = The line "{ $line }:" cannot be read. Please take the text as it was given out.
log-key-unreadable = The key cannot be read. Please write it as the office publishes it: ed25519:… or sm2:…
log-exported = { $lines } lines written to { $file }
log-exported-events = The file holds the events, sealed, with their salts: it is for auditors and not for the public.
log-checked = Log of { $log } ({ $hash }), signed by { $key }: { $leaves } entries, { $heads } signed heads; the last covers { $covered } entries and was signed at { $until }.
log-checked-events = { $events } events were compared with what the log took in.
log-key-of-the-file = The key was taken from the file. Compare it with the one that the office publishes, or give it with --key.
log-sound = Everything fits.
log-empty = { $file } is empty: there is no log in it to go through. Was it downloaded or copied whole?
log-unsound = Not everything fits.
log-more-findings = … and { $count } more; --json lists all.
log-found-unreadable = Line behind entry { $leaf }: no line of a log.
log-found-other-key = The file names another key than the one you gave.
log-found-leaf-number = Entry { $leaf }: its number is not the next one; an entry is missing, or was put in.
log-found-altered = Entry { $leaf }: event { $seq } of { $stream } was altered after the log took it in.
log-found-gone = Entry { $leaf }: event { $seq } of { $stream } is gone.
log-found-not-logged = Event { $seq } of { $stream } is not in the log, though it says that it was recorded more than a minute before the last head.
log-found-dated-back = Entry { $leaf }: event { $seq } of { $stream } was dated back; a head signed well after its time does not have it.
log-found-out-of-order = Entry { $leaf }: event { $seq } of { $stream } does not stand in its order.
log-found-head-signature = The head of { $head } entries is not signed by the key of the log.
log-found-head-order = The head of { $head } entries stands in the wrong place, or its time goes back.
log-found-root = The { $head } entries do not give the root that was signed: one of those named below was changed.
log-found-suspect = Entry { $leaf }, event { $seq } of { $stream }: one of those of which one was changed.
log-found-node = The stored node over the entries from { $leaf } on is damaged; proofs made from it fail.
log-found-not-extended = The log does not begin with the { $head } entries of the older head.
log-found-no-head = There are entries and no signed head: nothing vouches for them.
log-promise-kept = Kept: event { $seq } of { $stream } is entry { $leaf } of the log.
log-promise-early = Not due yet: event { $seq } of { $stream } is not in the log, whose last head was signed before the promised minute was over.
log-promise-broken = Broken: event { $seq } of { $stream } is not in the log, though a head was signed after the promised minute. Keep the receipt, that head and this file together: the first two are signed by the office, the entries in the file give the root of the head, and so they prove it.
log-promise-foreign = Not ours: the receipt for event { $seq } of { $stream } is not signed by this office.
log-page = The public log
log-page-lead = Every case and every step of it enters a public book, whose state is signed and published each day. Whatever is changed, removed or dated back does not fit what was published before. Keep the file of any day, and you can compare it later.
log-entries = Entries
log-signed-at = Signed at
log-public-key = Public key
log-root = Root
log-last-head = As it stands now
log-days = Published day by day
log-day = Day
log-extends = Continues the one before
log-extends-yes = Proved
log-extends-no = Not proved
log-extends-first = The first
log-file = As a file
log-whole = All entries
log-whole-lead = Each holds a salted commitment and nothing that tells whose it is. Download the parts in their order, put them one behind the other into a file, and check it on your own computer with wenzheng verify.
log-beyond = So many entries are not signed yet. Look at the size of the last head first.
log-commitment = A commitment is 64 hexadecimal digits: what stands behind commitment: on a receipt.
log-leaf-or-commitment = Name the place of an entry (leaf) or its commitment, one of the two.
log-none-yet = None has been published yet.
log-cosigned = Signed by others too
log-cosigned-lead = Another government has seen the state and signed it: nobody can be shown another log afterwards.
log-cosigned-none = No other government has signed yet.
log-cosigned-by = By
verify = Check the record
verify-receipt = The text of your receipt
verify-receipt-hint = All lines from "wenzheng receipt 1" to "signature:", or the address from the code.
verify-link-damaged = The promise in this address is incomplete or was changed. Please scan the code again, or paste the text of your receipt below.
verify-with-receipt = Check the receipt
verify-with-code = Check with number and check code
verify-kept = The promise is kept: your message is entry { $leaf } of { $size } in the public log.
verify-early = The promised minute is not over yet. Please check again after { $until }.
verify-broken = The promise was broken: your message is not in the log, though it should have been since { $until }. Keep this receipt and the head below, both signed by the office, and download all entries from the page of the public log: they give the root of this head and do not hold your message. The three together prove it to anybody.
verify-foreign = This receipt was not signed by this office, or its text was changed. Please copy it once more, completely.
verify-sister = This receipt is of { $place }, signed by that office and unchanged. Whether its promise was kept is checked there.
verify-sister-check = Check it at { $place }
verify-elsewhere = This receipt is not of this office: it names the log “{ $log }”. Please check it at the office that gave it out.
verify-extends = The log of today continues the one that stood when you wrote: nothing in between was changed or removed.
verify-not-extends = The log of today does not continue the one that your receipt names: earlier entries were changed. Keep the receipt and the head below as proof.
verify-history = What the log has of your case
verify-entry = Entry
verify-event = No.
verify-recorded = Recorded
verify-commitment = Commitment
verify-proof = Proof
verify-proved = In the log, proved
verify-waiting = Waits to be taken in, within a minute
verify-not-proved = Does not fit the log
verify-all-proved = All { $count } records of your case stand in the log as they were recorded.
verify-some-not = Not every record of your case fits the log. Please keep this page and turn to the supervision office.
verify-head = The signed head
verify-path = Hashes from the entry to the root
verify-offline = You need not trust this page: download all entries from the page of the public log and check them on your own computer with wenzheng verify; how it is computed stands in the documents of this program (docs/log-format.md), so that anybody can write another program for it.
receipt-log = Proof that cannot be taken back
receipt-log-lead = The office promises with its signature that your message is in the public log within a minute. Keep this text; anybody can check it.
receipt-log-check = Check it later
receipt-qr = The promise as a code; scanning it opens the check
receipt-qr-lead = Scan the code to check the promise. It holds the same as the text below.

# The access log.

access-title = Access log
access-lead = Who read what, when, from where, and why. Only auditors read it; that they did stands in it too.
access-none = Nothing was read that fits.
access-at = When
access-who = Who
access-citizen = The citizen, with number and check code
access-person = Person (id)
access-person-hint = The id, as it stands in the directory.
access-what = What
access-from = From where
access-reason = Why
access-times = How often
access-from-day = From day
access-to-day = To day
access-case = A case
access-file = A file of a case
access-document = A document of a case
access-list = A list
access-search = Earlier cases of a phone number
access-export = The ledger, to take along
access-open-person = Name, phone, id number and address opened
access-access = The access log

exchange-kind-log-head = Head of a log
exchange-head-signature = The other side shows a head of its log that nobody signed.
exchange-head-other = The other side shows the head of another log, or signs with another key.
exchange-head-unproved = The other side shows a head of its log without the proof that it continues the one shown before, and gave none that fits when asked. It was not signed. Keep it: with the one shown before it may prove that the log was changed. The next one is looked at as usual.
exchange-head-forked = The other side shows a head of its log that does not continue the one it showed before. Keep both: together they prove that the log was changed.
message-head-subject = The public log of { $day }
message-head = The signed head of the public log of { $day }. Please keep it: with it you can prove later that nothing was changed. { $link } { $head }

# A citizen's account
my-cases = My cases
my-sign-in = Sign in to see my cases
my-sign-in-lead = A code is all you need: no registration, no password. All cases for which this number was verified are in one place.
my-contact = Mobile number or e-mail
my-contact-mail = E-mail
my-stay = Stay signed in on this device
my-stay-hint = Only on a phone or computer of your own: it ends after thirty days without use, or after half a year.
my-code = Code
my-code-sent = A code is on its way to { $to }. It is good for 10 minutes.
my-code-again = Send it again
my-other = Another number or address
my-open = Sign in
my-without = Look up a case by number and check code
my-instead = Sign in to see all my cases
my-no-way = No codes can be sent from here yet. Please look cases up by number and check code.
my-lead = Signed in with { $contact }.
my-none = There are no cases to show yet.
my-which = Here are cases for which this phone was verified, and those written while signed in; not those without a name or without a verified phone.
my-everywhere = Sign out on other devices too
my-signed-out = You are signed out.
my-close = Close the account
my-close-lead = Removes the phone number or e-mail address kept here and signs out everywhere. Your cases are handled as before, and number and check code go on opening them.
my-close-tick = I want to close it
my-close-sure = Please tick “I want to close it” first.
my-closed = The account is closed. Your cases are handled as before; number and check code open them.
my-home = Sign in by phone or e-mail and see all your cases in one place
my-receipt = This case stands among
field-contact = Please give a mobile number of 11 digits, or a mail address, such as wang@example.com.
field-email = The e-mail address is not complete. Please check it, such as wang@example.com.
field-contact-no-sms = No SMS can be sent from here. Please give an e-mail address.
field-contact-no-mail = No mail can be sent from here. Please give a mobile number.
field-account-code = The code is wrong or no longer good. Please type it again, or have it sent again.
shell-account = Please sign in first
shell-account-advice = Open “My cases” and sign in by phone or e-mail.
message-code-subject = Code

# Passkeys, and passwords that were given
passkeys = Passkeys
passkey-new = Add a passkey
passkey-lead = Sign in by fingerprint, face or the device's PIN; no false site can trick it out of you. There may be several, such as one on the work phone and one on the office computer.
passkey-name = Name
passkey-name-hint = So that you know it later, such as “work phone”.
passkey-make = Add
passkey-made = The passkey was added.
passkey-end = End
passkey-ended = The passkey was ended.
passkey-used = Last used: { $at }
passkey-unused = Not used yet
passkey-show = Use a passkey
passkey-sign-in = Sign in with a passkey
passkey-failed = That did not work. Please try again, or in another way.
passkey-no-script = To add a passkey the browser must be allowed to run scripts.
second-recovery = Recovery code
second-ask-passkey = Please use your passkey; where it is not at hand, type a recovery code.
account-way-passkey = passkey
account-unusual = Please look at this
account-unusual-lead = In the last thirty days. If it was not you, change your password at once and tell the administrator.
account-unusual-failed = { $at }: somebody failed to sign in from { $address } ({ $times } times)
account-unusual-new = { $at }: signed in from { $address } in a browser that was new
new-password = Set a password of your own
new-password-lead = The present password was set by the administrator. Please change it first for one that only you know.
field-passkey = The passkey could not be verified. Please try again, or in another way.
field-passkey-over = It took too long. Please try again.
field-passkey-many = There are too many passkeys. Please end one first.
field-passkey-known = This passkey was added before.
problem-password-given = The password was set by the administrator. Please sign in on the pages and change it for one of your own first.
access-sign-in = Signed in
access-sign-in-new = Signed in with a new browser
access-sign-in-failed = Failed to sign in
message-new-browser-subject = A new sign-in
message-new-browser = Your account was just used in a browser that is new. If it was not you, change your password at once: { $link }
message-way-in-changed-subject = Your way of signing in was changed
message-way-in-changed = Your password or second factor was just changed. If it was not you, tell the administrator at once: { $link }
settings-second-factor-role = In wenzheng.toml, [sign_in] second_factor names “{ $role }”, and there is no such role. The roles are: { $known }. Please mend it and start again.

## manual
# The manual; its texts stand in docs/manual.

manual = Manual
manual-in-chinese = The manual is in Chinese.
manual-pages = The manual by role
manual-citizen = Citizens
manual-operator = Operators
manual-dispatcher = Moderators and dispatchers
manual-handler = Handlers
manual-principal = Heads of units
manual-reviewer = Review, sign-off and return visits
manual-supervisor = Supervisors
manual-leader = Leaders
manual-administrator = Administrators
manual-auditor = Auditors
# (end of manual)

## languages
# Languages that an installation adds by files. Each fault has two lines: what is wrong, and what to do.

language-name = English
language-base = en
language-chinese = Chinese
language-english = English
language-file-tag =
    "{ $tag }" is no code of a language that can be added.
    Name the file by BCP 47, as ug.ftl or kk-Arab.ftl; zh and en are built in.
language-file-no-name =
    The name of the language in itself is missing.
    Add a line { $key } = NAME; the language switch shows it.
language-file-base =
    { $key } says "{ $text }"; it can only be zh or en.
    Write zh or en: what is not translated comes in it.
language-no-fluent =
    This is no Fluent: { $reason }
    Check equals signs, braces and indentation; write each text as "key = text", with further lines indented.
language-twice =
    "{ $key }" comes twice.
    Keep one.
language-unknown-key =
    There is no text called "{ $key }".
    Check the key, or take the text out: this version of the program does not use it.
language-empty =
    "{ $key }" has no text.
    Write the translation behind the equals sign, or take the key out.
language-no-variables =
    "{ $key }" uses the variable ${ $name }, but this text has no variables.
    Take it out.
language-other-variable =
    "{ $key }" has no variable ${ $name }.
    The variables of this text are: { $known }.
language-variable-unsaid =
    "{ $key }" leaves out the variable ${ $name }.
    Put {"{"} ${ $name } {"}"} into the translation, or readers will not see it.
language-refers =
    "{ $key }" refers to "{ $name }", which is not in this file.
    Write it as text, or add "{ $name }" to the file; functions cannot be used.
language-again = { $file }: there are two files for the language { $tag }. Keep one.
language-missing = { $count ->
    [one] One text is missing and comes in { $base } for now:
   *[other] { $count } texts are missing and come in { $base } for now:
}
language-clean = { $file }: no faults found.
language-faults = { $faults ->
    [one] { $file }: one fault. A text with a fault is not used and comes in the language under it.
   *[other] { $file }: { $faults } faults. Texts with faults are not used and come in the language under it.
}
language-template =
    Translate these texts into another language and save them as locales/CODE.ftl in the data folder, as locales/ug.ftl.
    language-name is what the language calls itself; language-base is zh or en: what is not translated comes in it.
    Keep every variable in braces. Check with wenzheng words check; it takes effect when the service is started again.
# (end of languages)

## portal
# Pages of citizens: writing in steps, what is public, feeds.
portal-narrow = Narrow the public cases
portal-by-unit = Department
portal-by-kind = Kind
portal-by-place = Area
portal-by-state = State
portal-by-month = Month
portal-by-from = From
portal-by-to = To
portal-days = By first and last day
portal-all = All
portal-month = { $year }-{ $month }
portal-show = Show
portal-chosen = Chosen
portal-chip-off = Take away { $what }
portal-chips-off = Take all away
portal-count = { $count ->
    [one] 1 case
   *[other] { $count } cases
 }
portal-count-more = More than { $count } cases
portal-feed = Subscribe (Atom/RSS)
portal-none-so = Nothing fits all of this. Take one or two of the choices away and look again.
portal-not-a-state = The states are handling, answered and closed.
portal-state-handling = Being handled
portal-state-answered = Answered
portal-state-closed = Closed
portal-asked = What was asked
portal-answered-at = Answered { $at }
portal-rating = What the citizen says
portal-solved = The problem is solved
portal-unsolved = The problem is not solved
portal-satisfied = Satisfied
portal-unsatisfied = Not satisfied
portal-steps = Steps
portal-step-of = Step { $step } of 3
portal-step-what = What happened
portal-step-where = Where
portal-step-who = Who you are; check and send
portal-steps-kept = “Continue” sends nothing yet, and you can always go back.
portal-sent-before = This form was sent before, under number { $number }. What you changed since was not taken in and is still below. Send it once more to make another case of it; to add to the first one, open that with its number and check code.
portal-sent-before-add = Open the first one
portal-lapsed-meanwhile = The regulation has lapsed and nobody has decided yet whether it is used on: no new case can be taken in at present. What you wrote was not sent and is still below; please keep a copy and send it later. Cases already sent go on and can be looked up.
portal-lapsed = The regulation lapsed after { $day }, and nobody has decided yet whether it is used on: no new case can be sent at present. Cases already sent go on and can be looked up.
portal-on-one-page = Write everything on one page instead (without a code)
portal-go-on = Continue
portal-go-back = Back
portal-go-to-step = Change it in “{ $step }”
portal-division = Area
portal-division-hint = Where it happened, so that it reaches whoever is in charge there. Leave it if you are not sure.
portal-place-none = Not sure, or no place
portal-not-a-place = Choose an area from the list; one that is not in it goes into “Where it happened”.
portal-point = Point (latitude, longitude)
portal-point-add = Add latitude and longitude (optional)
portal-point-why = Seen only by those who handle the case; kept encrypted, never public. It helps where there is no address.
portal-point-now = Fill in where I am now
portal-point-failed = Your position could not be found. Type it, or leave it out.
portal-point-kept = latitude { $latitude }, longitude { $longitude }
portal-latitude = Latitude
portal-latitude-hint = In degrees, such as 33.96123.
portal-longitude = Longitude
portal-longitude-hint = In degrees, such as 118.30456.
portal-not-degrees = Type degrees with decimals: latitude between -90 and 90, longitude between -180 and 180, and both of them.
portal-check = Check before you send
portal-check-hint = What you send cannot be changed later, only added to. Change it now.
portal-change = Change
portal-change-what = Change { $what }
portal-rate = How did it go?
portal-rate-course = See everything that was done
portal-thanks = Thank you
portal-thanks-well = What you said stands in the course of this case now.
portal-thanks-not-well = What you said stands in the course of this case now. If it is not solved, or you are not satisfied, the rules decide what comes next; the page of the case shows it.
portal-thanks-case = See the case
portal-thanks-home = To the first page
portal-my-due = { $what }: before { $due }
portal-my-rate = Say how it went
portal-my-more = You are asked for more
portal-verify-what = Every case, and each of its steps, is entered into a public log within a minute. With your receipt you can find out yourself whether anything of it was altered or removed: nobody can do that unnoticed, the office that handles it included.
portal-verify-how = How to check
portal-verify-scan = Easiest: scan the code on the receipt with a phone; it opens this page with everything filled in.
portal-verify-paste = Or copy the text of the receipt that begins with “wenzheng receipt 1” into the box below.
portal-verify-lost = Without the receipt, the number and the check code do.
portal-recent = Answered lately
portal-recent-all = See all
portal-lately = This month { $received } { $received ->
    [one] case
   *[other] cases
 } came in; { $answered } of them are answered already.
portal-typical = Typical case
portal-typical-only = Only typical cases
portal-rate-none = Nothing to say now
portal-rate-none-why = You said how it went already, the time for it is over, or there is no reply yet. The page of the case shows its course.
portal-file-large = “{ $name }” is larger than { $most } MB and was not taken. Please choose a smaller version, or several files.
portal-file-many = “{ $name }” was not taken: { $most } files at most. More can be added later.
portal-file-empty = “{ $name }” is empty and was not taken. Please choose it again.
portal-file-kind = “{ $name }” is of a kind that is not taken. Pictures, PDF, office documents, sound, video and text are.
portal-file-picture = The picture “{ $name }” cannot be opened or is not whole, and was not taken. Please take it anew, or a screenshot of it.
portal-file-pixels = The picture “{ $name }” has too many pixels and was not taken. Please choose a smaller version.
portal-file-heic = “{ $name }” is in the format HEIC, from which the place where it was taken cannot be removed; it was not taken. Please save it as JPG, or take a screenshot of it.
portal-file-gone = “{ $name }” waited too long and is gone. Please choose it again.
portal-file-held = uploaded, no need to choose it again
portal-file-not = Leave “{ $name }” out
portal-late = You were signed out, so nothing was sent; what you typed is kept for you. Sign in again and you are back in the form.
portal-late-back = Here is what you typed; it has not been sent yet. Please look at it and send it.
portal-late-lost = You are not signed in, so nothing was sent, and it could not be kept for you. The browser's Back mostly brings it: copy it before you sign in.
portal-late-gone = What was typed before is gone: it is kept for two hours, and only for whoever typed it.
portal-late-closed = This step is not open any more. What you typed was not sent: { $text }
portal-answers = It may have been answered already
portal-answers-lead = Answers of the knowledge base that are close to what you wrote; open one to read it. If yours is another matter, simply go on.
portal-answers-enough = That answers it, nothing to send
portal-landline = A landline gets no text message with a code; please give a mobile number. Without one, it can be sent without a code, and our staff will call this number.
portal-landline-account = A landline gets no text message with a code. Please give a mobile number; without one, look the case up by its number and check code.
portal-verify-details = For those who want to compute it themselves
portal-verify-details-lead = Nothing below is needed to understand the answer above. Whoever does not trust this page can compute it from what stands here.
portal-papers = Documents
portal-paper-reply = The reply as a sheet (prints on A4)
portal-paper-public = Made of what is public: who wrote, and what would tell who somebody is, is left out.
portal-papers-why = The reply alone is public. Other documents, such as orders to units, are about people and the handling inside, and are not.
portal-receipt-text = The promise as text
# (end of portal)

## bench
# The workbench, lists, bulk acts, supervision.
judge = Review side by side
judge-lead = First the citizen’s own words, then what is to be judged. Check it against each norm; to return it, tick the norms at fault and say what to complete.
judge-judged = To be judged
judge-no-text = No result and no reply: only the documents below.
desk-facts = As registered
linked = Linked
linked-repeat-of = Repeats
linked-merged-into = Handled with
linked-merged-here = Handled with this one
linked-same-citizen = By the same citizen
linked-item = Noticed elsewhere
linked-sent = Sent to
linked-came = Came from
linked-theirs = their number { $number }
linked-elsewhere = not yours to see
linked-merged-count = { $count } are handled with this one; { $shown } of them stand here.
chain = Submitted, instructed, signed
chain-now = Waits for
chain-then = Then
bench-tasks = To manage and to look at
bench-all-overdue = All overdue
bench-overdue = Overdue
bench-today = Due today
bench-soon = Due within three workdays
bench-later = Due later
bench-never = No time limit
bench-kept = My filters
bench-more-units = { $unit } and { $more } more
bench-view-name = Keep these filters as
bench-view-keep = Keep
bench-view-kept = Kept as “{ $name }”.
bench-view-drop = Give up the filter “{ $name }”
bench-view-gone = “{ $name }” is gone.
field-view-name = A name has at most 30 characters, on one line.
field-view-long = That is too much to look for; choose less, then keep it.
field-views-many = You keep 20 already; give one up first.
bulk-pick = Choose
bulk-pick-one = Choose: { $title }
bulk-picked = With those chosen
bulk-go = Do it together
bulk-hint = The next page lists each before anything is done. Reviews, signatures, rulings and publication need each case before your eyes and cannot be done together.
bulk-title = Together: { $act }
bulk-able = { $count } can be done
bulk-unable = { $count } cannot be done now
bulk-judged = This one is judged: open it, read it, and do it there.
bulk-not-yours = You may not do this to it.
bulk-each = Each is done and recorded on its own; what is refused of one stops none of the others.
bulk-nothing = None of those chosen can be done so.
bulk-none = Nothing is chosen yet: tick what is to be done.
bulk-many = At most { $most } at once; please do it in several goes.
bulk-result = What became of it
bulk-counts = { $act }: { $done } done, { $refused } not done.
bulk-done = Done
bulk-refused = Not done
bulk-back = Back to the list
bulk-tick-all = Choose all { $count } on this page
bulk-tick-none = Choose none
bulk-unable-hint = These are not ticked and will be left out. Tick one to try it all the same: what is refused is told with its clause.
bulk-to-form = On to the form
bulk-left = { $count } not done yet
bulk-stopped = It ended in the middle. What was done is saved and stands below.
bulk-go-on = Go on with these { $count }
bulk-go-on-hint = What you filled in is still there; what was done is not done a second time.
bulk-chosen = { $n ->
        [one] { $n } chosen
       *[other] { $n } chosen
    }
bulk-counts-left = { $act }: { $done } done, { $refused } not done, { $left } still to do.
call-stopped-behind = Done: { $done }.
call-stopped = Not done: { $act }. { $why }
call-go-on = What you filled in is still below: send it once more to go on with what was not done. Nothing is registered or done twice.
call-kept = The call is not registered yet. What you filled in is still below; send it once more.
call-sent-before = This form was registered before, under number { $number }. What was changed since was neither registered nor acted on and is still below: send it once more to make another case of it, or open the first one to add to it.
call-sent-before-open = Open the first one
shell-to-desk = Back to the workbench
shell-not-found-desk = There is no such page, or it is not yours to see. Check the number or the address, or begin at the workbench.
field-passed-with-faults = Passed, and norms are ticked as not met. Untick them to let it pass, or choose to return it.
field-limit-long = Too long: at most { $most } of the unit chosen (ten years). Write a smaller number.
field-limit-zero = The time is to be longer than zero.
field-limit-unit = Choose the unit of time from the list.
field-login-odd = A login has letters, digits and . - _ @ and begins with a letter or digit, such as wang.xm.
field-post-held = This person holds the same post since { $from }, and the two overlap. Change the days.
field-duty-taken = { $person } is on duty for this unit from { $from } to { $to }, which overlaps. Change the times.
field-duty-elsewhere = { $person } is on duty for { $unit } from { $from } to { $to }, which overlaps. Choose somebody else or change the times.
field-too-long-a-time = At most { $most } days (a hundred years).
ledger-words = Title or number holds
ledger-words-hint = Titles are opened one by one; the texts are not searched.
ledger-find-gone = This search is over: you signed in anew since, or the address is not complete. Type again what you look for.
ledger-looked-all = Title or number holds “{ $words }”: { $found } found among the { $looked } that you may see; nothing is left to look through.
ledger-looked-part = Title or number holds “{ $words }”: { $looked } looked through from the newest on, { $found } found, back to what was received { $back }. “Next page” looks further back; days and other filters make it shorter.
calendar-title = Calendar of workdays
calendar-known = The holidays of { $from } to { $to } are in it, as the General Office of the State Council announced them
calendar-count = Count when something is due
calendar-count-do = Count
calendar-start = Beginning at
calendar-limit-field = Limit
calendar-limit = A whole number above zero, at most ten years.
calendar-workhours = workhours
calendar-year-of = { $year }
calendar-years = Other years
calendar-provisional-year = The holidays of this year are not announced yet: Monday to Friday are taken for workdays. Once they are, running time limits are counted anew.
calendar-legend = off: holiday; work: worked in exchange; grey: weekend.
calendar-weekdays = Monday Tuesday Wednesday Thursday Friday Saturday Sunday
calendar-weekdays-short = Mo Tu We Th Fr Sa Su
calendar-sign-off = off
calendar-sign-work = work
calendar-holidays = Holidays and make-up workdays
calendar-holiday = Holiday
calendar-off = Off
calendar-work = Worked in exchange
flow-title = The course as a picture
flow-lead = One column has the steps of cases, the other those of work orders; a line leads from one step to the next. The table below says the same in words.
flow-alt = Picture of the course of “{ $title }”; the table below says the same in words.
flow-large = Open the picture by itself
flow-step = Step
flow-acts = What may be done
flow-to = leads to
flow-of-cases = Steps of cases
flow-of-orders = Steps of work orders
roster-title = Who is on duty
roster-now = On duty now
roster-nobody = nobody is entered
roster-next = The next seven days
roster-none = No duties are entered for the next seven days.
roster-span = { $from } to { $to }
roster-strike = Strike off
roster-strike-says = Strike this shift off the roster? Who was told already stays told, and the record keeps it.
roster-strike-sure = Strike it off
roster-struck = The shift is struck off the roster.
field-no-such-shift = There is no such shift on the roster; it may have been struck off or changed. Look at the roster as it is now.
field-shift-over = This shift is over and cannot be struck off.
roster-lead = Whoever is on duty by this list is told when a work order comes.
directory-days = { $from } to { $to }
directory-since = since { $from }
directory-other-units = Units that ended or begin later
directory-past-posts = Earlier posts
directory-left = may not sign in
# (end of bench)

## knowledge
# The knowledge base.
knowledge = Knowledge base
knowledge-enter = New entry
knowledge-entered = It is in the knowledge base.
knowledge-supplied = Handed in; the office has to confirm it.
knowledge-revised = The new version stands; the earlier one can still be read.
knowledge-confirmed = Confirmed: it is used from now on.
knowledge-returned = Given back to the unit.
knowledge-reviewed = Recorded as reviewed.
knowledge-withdrawn = Withdrawn.
knowledge-search = Search
knowledge-look = Search
knowledge-found = Search for “{ $words }”:
knowledge-nothing-found = Nothing was found. Try other words, or fewer.
knowledge-empty = There are no entries here.
knowledge-current = In use
knowledge-to-review = To be reviewed
knowledge-proposed = To be confirmed
knowledge-out = Withdrawn
knowledge-due = Review due
knowledge-unit = Unit responsible
knowledge-who = Who may read it
knowledge-public = Everybody
knowledge-internal = Staff only
knowledge-title = Question
knowledge-title-hint = A question in the words of citizens, such as “Who repairs a street lamp?”.
knowledge-words = Words to find it by
knowledge-words-hint = Whoever says one of them finds this entry. With blanks between; each of 8 characters at most.
knowledge-text = Answer
knowledge-text-hint = The rule, the place, the papers to bring, whom to call. Nothing personal from any case.
knowledge-topic = Kind or mark
knowledge-review = Review by
knowledge-review-hint = On this day somebody looks whether it still holds. Half a year ahead where left blank, two years at most.
knowledge-review-next = Next review by
knowledge-from = First day
knowledge-from-hint = Today where left blank.
knowledge-to = No more from
knowledge-to-hint = From this day on it is not used any more; may be left blank.
knowledge-save = Save
knowledge-back = Back to the knowledge base
knowledge-waits = What you hand in is confirmed by the office before it is used.
knowledge-by = { $by }, { $at }
knowledge-by-whom = Handed in
knowledge-decided = Confirmed or reviewed
knowledge-reason = Reason
knowledge-holds = Holds
knowledge-days = from { $from } on, no more from { $to }
knowledge-days-on = from { $from } on
knowledge-state-current = In use
knowledge-state-proposed = To be confirmed
knowledge-state-earlier = Earlier version
knowledge-state-returned = Given back
knowledge-state-withdrawn = Withdrawn
knowledge-waiting = New version to be confirmed
knowledge-versions = Earlier versions
knowledge-confirm = Confirm and use
knowledge-confirm-about = It takes the place of the present version, which can still be read.
knowledge-return = Give back
knowledge-still = Review: it still holds
knowledge-still-about = Where nothing has changed, record the review; else write a new version with “Revise”.
knowledge-revise = Revise (new version)
knowledge-withdraw = Withdraw
knowledge-waits-review = Knowledge entries to review: { $count }
knowledge-waits-confirm = Knowledge entries to confirm: { $count }
knowledge-public-title = Common questions
knowledge-public-lead = Look here first: many questions are answered already.
knowledge-ask = What would you like to know?
knowledge-all = All questions
knowledge-not-there = Your answer is not here?
knowledge-answered-by = Answered by { $unit }, checked on { $day }
field-word-signs = Words to find it by have letters and digits alone, no punctuation; put blanks between words.
field-words-long = At most { $count } words to find it by, each of { $most } characters at most.
field-review-past = The review day has to lie after today.
field-review-far = The review day lies two years ahead at most; please choose an earlier one.
field-knowledge-moved = Somebody has just changed or decided this; please look at it as it stands now first.
knowledge-office = The office
# (end of knowledge)

## call
# The form of whoever takes calls.
call-take = Register only, handle later
call-send = Submit
call-clear = Clear and start again
call-look = Look up answers and unit
call-look-hint = Once something is typed, entries of the knowledge base that fit and the unit suggested stand here.
call-no-entry = No entry of the knowledge base fits.
call-whole-entry = Open the entry
call-suggested = Unit suggested
call-suggested-why = Dispatch catalogue: { $why } (basis: { $basis })
call-outcome = What becomes of it
call-title-hint = Left blank, the first sentence is taken.
call-real-name = Real name
call-real-name-about = To be verified before the call is accepted or answered: the caller reads the code out, the id number is checked.
call-code = Code sent to the phone
call-code-hint = The caller reads it out.
call-real-name-first = Before it is accepted the real name is registered and verified: please fill in the id number and the code that the caller reads out, or choose “Register only”.
call-accept-ground = Ground of acceptance
call-refuse-ground = Ground of refusal
call-explanation = Explanation and guidance
call-explanation-hint = Left blank, the caller is told the guidance of that ground.
call-answer = Answer
call-partner = Who takes part
call-unit = Lead unit
call-unit-hint = Chosen beforehand by the dispatch catalogue; you can change it.
call-reason = Why it is passed up
call-more = Channel, address and the rest
call-grounds = When a matter is refused, and what is said then
call-repeat-about = If it is the same problem still, choose that case; it is you who confirms it.
call-repeat = The same problem
call-repeat-none = None of them
call-keys = Keyboard: Tab goes to the next field; Alt and the letter in the box goes straight there (Alt+Shift in Firefox, Control+Option on a Mac); Ctrl+Enter submits. Enter in a line submits nothing.
call-taken = Registered
call-taken-and = Registered, and done: { $what }
call-read-out = Please read number and check code out to the caller; the code is shown this once.
call-again = This form was sent before; the check code was shown then.
call-next = The form below is empty and ready for the next call.
call-out-of-sight = It is registered. What follows is not yours to do.
call-unfinished = It is registered; what was to follow was not done, and the page of the case cannot be shown just now. Read number and check code out to the caller first.
call-half-done = The call is registered under number { $number }, check code { $code } (shown this once). What was to follow was not done; the form below says why.
call-half-done-again = The call is registered under number { $number }. What was to follow was not done; the form below says why.
# (end of call)

## figures
# Counts and charts, the page of leaders.
chart-all = Total
chart-day = Day
chart-week = Week
chart-unit = Unit
chart-week-of = week of { $day }
chart-numbers = Show the numbers
chart-in-time = Done in time
chart-late = Something was late
chart-overdue = Overdue now
chart-open = Still has time
chart-in-time-share = In time
chart-trend-told = { $name }: { $all } in all, most on { $at }: { $most }.
chart-trend-none = { $name }: none.
chart-share-told = { $all } in all: { $in-time } done in time, { $late } with something late, { $overdue } overdue now, { $open } still have time.
chart-share-worst = Most late or overdue: { $name }, { $count }.
chart-share-none = No cases.
chart-heat-told = Most in all: { $name }, { $all }. Most in a week: { $hot }, { $at }, { $most }.
chart-heat-none = No work orders.
today = Today
today-as-of = As of { $at }
today-figures = Main figures
today-came = new today
today-answered = answers today
today-yesterday = yesterday { $count }
today-open = open cases
today-overdue = overdue now
today-repeats = repeats
today-pressed = urged or supervised
today-submitted = put before me
today-instructed = under instruction
today-trend = Received and answered, last { $days } days
today-share = What became of what came, last { $weeks } weeks
today-heat = Work orders by unit, last { $weeks } weeks
today-series-came = Received
today-series-answered = Answered
today-units = Open and overdue by unit
today-unit-open = Open
today-unit-overdue = Overdue
today-nothing-open = No work order is open.
today-before-me = Put before me
today-instruct = Write an instruction
today-longest = Overdue the longest
today-more = All
today-none = None.
today-kinds = Received by kind
today-kind = Kind
today-no-kind = Not yet sorted
today-week = Last 7 days
today-week-before = 7 days before
today-steps = Where open cases stand:
today-flow = The course as a picture
today-left-out = History that was entered later, and messages that accuse a unit or a person, are in none of these figures.
board = Supervision board
board-units = Pace of units
board-units-lead = Work orders dispatched within the last eight weeks. The median is the time from dispatch until the result passed review that half of them did not exceed.
board-median = Median
board-done = Done
board-no-median = None done yet
board-within-a-quarter = Less than 6 hours
board-so-far = So far
board-press = Can be done
board-supervised-since = supervised since { $at }
board-urged-at = urged { $at }
board-instructed-at = instructed { $at }
board-none = There is no such case.
# (end of figures)

## design
# The page of the design language; reading aids.
reading-title = Reading aids
reading-on = Easy reading
reading-off = Standard view
reading-lead = These pages can be shown in large type, in high contrast and in simple words. This browser remembers what you choose; you need not sign in.
reading-lead-simple = Is the type too small? Make it larger here.
reading-large = Large type
reading-large-hint = Running text of about 24 pixels; buttons and fields grow with it.
reading-contrast = High contrast
reading-contrast-hint = Black on white, with dark edges.
reading-words = Simple words
reading-words-hint = Short sentences of common words on the main pages. Nothing is left out.
reading-save = Save
reading-saved = Saved.
reading-kept = Remembered in this browser only, for a year; you can change it back at any time.
reading-more = What else helps
reading-keys = Everything can be done by keyboard: Tab moves on, Enter confirms. The first link of each page leads to its content.
reading-zoom = Enlarged to 400 % by the browser, pages arrange themselves anew; nothing has to be pushed sideways.
reading-scripts = Everything works with scripts switched off.
reading-print = Receipts and documents print on A4.
reading-phone = If it is hard to read or to use, call the hotline: staff will write it down for you.
design-title = Design language
design-lead = Pages are made of these parts. What is shown here is what pages use: when a style changes, this page changes with it.
design-principles = Three rules: first what is to be done; every deadline and decision with its basis; calm.
design-ink = Text
design-paper = On
design-ratio = Contrast
design-least = At least
design-strong = In high contrast
design-line = A line
design-short = A short line
design-area = Several lines
design-list = A list
design-radios = One of few
design-boxes = Any of several
design-tick = A tick
design-main = Main
design-second = Second
design-grave = Cannot be undone
design-within = within a sentence
design-notice-done = It is done.
design-notice-stop = Add the file first.
design-notice-plain = This case is public.
design-empty = Nothing waits just now.
design-heading = A heading of the third order
design-sample-file = sample.pdf
design-sample-one = The first
design-sample-two = The second
design-sample-hint = How to answer.
design-sample-step = In work
design-sample-clock = A limit
design-sample-due = 5 January, 17:00
design-sample-act = Report the result
design-sample-grave = Refuse
design-sample-bad = A limit lapsed
design-sample-text = What somebody wrote.
design-sample-matter = Matter
design-sample-state = State
design-sample-by = Due
design-colours = Colours
design-colours-when = One accent. Red is kept for what is too late or cannot be undone. Colour never speaks alone: a word or a sign stands beside it.
design-contrasts = Contrast
design-contrasts-when = Each pair is computed as WCAG 2.2 says, and a test fails below it; in high contrast text has 7 at least.
design-type = Type
design-type-when = Running text of 17 pixels; sizes in rem, so large type grows with one rule; headings in order; about 40 characters in a line.
design-spaces = Spaces
design-spaces-when = These seven, and no value between two of them.
design-buttons = Buttons
design-buttons-when = One main button in a form; an outlined one for what comes second; red for what cannot be undone; a text button only within a sentence.
design-fields = Fields
design-fields-when = The label above, the hint below it, no placeholder; what may be left out says so.
design-faults = Faults
design-faults-when = A list on top leads to each field, and the field says what is wrong and what to do; nothing typed is lost.
design-notices = Notices
design-notices-when = Green for what was done, amber for what needs care, blue for the rest; one on top of a page at most.
design-tags = Tags
design-tags-when = How something stands: a word and a sign.
design-clocks = Clocks
design-clocks-when = Each says what is left, when it is due, on which clause and how that was counted; it counts down while the page is open.
design-acts = Acts
design-acts-when = A folded form: its name and basis outside, the fields inside; what is typed is kept as a draft.
design-timeline = Timeline
design-timeline-when = The newest first: who, when, on which basis, what was said, where it led.
design-tables = Tables
design-tables-when = A table where there is room, a card for each row on a phone; from six rows on it can be filtered in place.
design-panels = Panels
design-panels-when = One panel for what belongs together, never one within another; where nothing is there, it says why and what to do.
design-navigation = Pager and tabs
design-navigation-when = Lists lead onward and back to the beginning; tabs hold several queues of one kind.
design-lists = Pairs and files
design-lists-when = The name before the value; files by their names.
design-files = Files
citizen-home-lead-simple = Write here what you need. You get a number and a check code. With them you can see how far it is.
citizen-home-follow-simple = Type the number and the check code to see how far it is
citizen-real-name-simple = First type your mobile number. You get a code by SMS. Others cannot see your number.
citizen-phone-hint-simple = We send you an SMS with 6 digits.
citizen-without-code-hint-simple = You can write without a code. Somebody will call you first.
citizen-text-hint-simple = Say when, where, what happened, and what you want.
citizen-place-hint-simple = The street and number, or what is near it.
citizen-person-hint-simple = Your name and phone are sealed. Those who handle it see only a part.
citizen-send-hint-simple = Then you see a number and a check code. Write them down.
citizen-receipt-lead-simple = Write down the number and the check code. You need them later.
citizen-receipt-keep-simple = The check code is shown only once. Write it down or take a picture.
citizen-number-hint-simple = 16 digits, on the receipt.
citizen-check-code-hint-simple = 8 letters and digits, on the receipt; small letters will do.
citizen-follow-wrong-simple = Number or check code is wrong. Look at the receipt and try again.
citizen-visit-over-simple = This link no longer works. Use the number and the check code.
receipt-log-check-at = To check it: { $address }
doctor-language = The added language { $name } ({ $tag }) can be used; { $missing } texts are not translated and come in its base language.
doctor-language-faults = The added language { $name } ({ $tag }) has { $faults } faults and { $missing } texts that are not translated; these come in its base language:
restore-language-other = { $file } lies in the folder locales with another text and was left as it is. The one of the backup stands below languages/ in the archive.
# Between the items of a list.
list-between = {", "}
# (end of design)

## live
# Scripts: drafts, filters, new work.
live-filter = Filter this page
live-filter-left = { $left } of { $all } lines shown
live-moved = { $n ->
        [one] { $n } case has news.
       *[other] { $n } cases have news.
    }
live-show = Show
live-case-changed = This case has changed since you opened it.
live-reload = Reload
live-draft-kept = Kept as a draft
live-draft-back = What you had not sent is back: kept as a draft
live-draft-tab = { " " }in this tab of this browser only, until you sign out or close the tab. Names, phone numbers, identity numbers and passwords are not kept.
live-draft-days = { " " }in the browser of this device only, for { $days } days at most, and gone once it is sent. Names, phone numbers and identity numbers are not kept. Discard it on a computer that others use.
live-draft-discard = Discard draft
live-sending = Sending files…
live-checking = Sent; being checked…
live-not-sent = It was not sent. Nothing is lost: check the network and send it again.
live-files-many = { $most } files at most.
live-file-large = “{ $name }” is too large: { $most } MB at most each.
live-file-empty = “{ $name }” is empty.
live-file-kind = “{ $name }” is of a kind that is not taken. Pictures, PDF, office documents, sound, video and text are.
live-menu = Menu
live-menu-close = Close menu
# (end of live)
