# 目录：屏幕、短信、邮件和接口消息里的每一句话。
# The catalogue in Chinese. Rules:
#  - one section (`## name`) per crate or page; keys begin with the section's name: `seal-damaged`
#  - the same keys with the same variables stand in en.ftl; add to both at once
#  - an error's `code()` is its key, its `args()` are the variables: { $line }
#  - a key that code puts together ("act-" and the name of the act) needs its prefix in tests/catalogue.rs
#  - no markup; names that a procedure gives come from its file, never from here

## seal

seal-damaged = 密封的内容已损坏，无法打开。
seal-wrong-key = 密封的内容与此密钥或此位置不符，无法打开。
seal-destroyed = 密钥已按决定销毁，内容无法再看。
seal-commitment = 密封的内容与存证的摘要不一致。

## number

number-form = 编号应为 16 位数字，您输入了 { $found } 个字符。
number-mistyped = 编号有误，请核对后重新输入。
number-check-code = 查询码为 8 位字母和数字，例如 7K3M-Q9XD。

## identity

identity-id-form = 身份证号应为 18 位（末位可为 X），您输入了 { $found } 个字符。
identity-id-birth = 身份证号中的出生日期不存在或不合理，请核对。
identity-id-check = 身份证号有误，请逐位核对。
identity-phone = 请输入 11 位手机号码，或带区号的固定电话，例如 0527-84312345。

## calendar

calendar-not-a-time = “{ $text }”不是带时刻的日期。请写成 { $example } 这样。
calendar-no-such-time = “{ $text }”：没有这一天或这一时刻。请写成 { $example } 这样。
calendar-no-time-of-day = “{ $text }”没有写明几点几分。请写成 { $example } 这样。
calendar-no-zone = “{ $text }”没有写明时区。请写成 { $example } 这样。
calendar-year = “{ $text }”：{ $year } 年不在 2010 年至 2199 年之间。请写成 { $example } 这样。
calendar-no-amount = “{ $text }”不是以整数开头的期限。请写成 { $example } 这样。
calendar-not-whole = “{ $text }”不是整数。请写成 { $example } 这样。
calendar-no-unit = “{ $text }”没有写明单位。请写成 { $example } 这样。
calendar-unknown-unit = “{ $text }”：不认识单位“{ $unit }”。请写成 { $example } 这样。
calendar-zero = “{ $text }”：期限不能为零。请写成 { $example } 这样。
calendar-too-long = “{ $text }”：期限超过十年。请写成 { $example } 这样。
calendar-out-of-range = 起止时间超出 2010 年至 2199 年。请写成 { $example } 这样。
calendar-no-office-hours = 日历没有写明办公时间，无法计算工作小时。请在日历文件中写 office_hours = ["09:00-12:00", "13:00-18:00"]。
calendar-file-unreadable = 无法读取文件 { $path }：{ $reason }
calendar-file-shape = 日历文件第 { $line } 行有误：{ $text }
calendar-file-zone = 日历文件：不认识时区“{ $text }”。请写成 Asia/Shanghai 这样。
calendar-file-office-hours = 日历文件：办公时间“{ $text }”有误。请按先后写成 ["09:00-12:00", "13:00-18:00"] 这样。
calendar-file-year = 日历文件：{ $year } 年的位置不对，各年应连续，且在 2000 年至 2199 年之间。
calendar-file-date = 日历文件：{ $year } 年没有“{ $text }”这一天。请写成 10-01 或 10-01..10-07 这样。
calendar-file-twice = 日历文件：{ $date } 写了两次。一天只能属于一个节日，或放假，或上班。
calendar-file-not-a-weekend = 日历文件：{ $date } 不是周六或周日，不能作为调休上班日。
calendar-due-from = 期限 { $limit }，自 { $from } 起算
calendar-due = 截止 { $due }（自 { $moment } 起为逾期）
calendar-provisional = 暂定：所涉年份的节假日安排尚未公布，暂以周一至周五为工作日。
calendar-by-the-clock = 按小时、分钟计算，不分工作日与节假日。
calendar-counted = 计入 { $count } 天：
calendar-skipped = 不计 { $count } 天：
calendar-workday = 工作日
calendar-weekend = 周末
calendar-make-up = { $holiday }调休上班
calendar-first-day = 起算当日
calendar-outside-office-hours = 当日办公时间以外
calendar-workdays-of-year = { $year } 年共 { $count } 个工作日

## ledger

ledger-source = 文件无法读取：{ $error }
ledger-empty = 表格是空的。第一行应为列名，例如：留言编号,留言用户,留言主题,留言时间,留言详情
ledger-not-a-table = 这不是表格文件。请提供 CSV 或 XLSX 文件。
ledger-old-workbook = 这是旧格式的 Excel 文件（.xls）。请在 Excel 中另存为 .xlsx 或 .csv 后再试。
ledger-unpacks = 工作簿解压后超过 1 GB，或者不是正常的工作簿，没有读取。请另存为 .csv，或者分成几个文件。
ledger-workbook = Excel 文件已损坏，无法读取：{ $error }
ledger-columns = 找不到必需的列（{ $fields }）。表中的列有：{ $found }。请在第一行写上列名（例如：{ $example }），或用对照文件说明，例如：{ $mapped }（引号中换成表中的列名）
ledger-mapping-syntax = 对照文件第 { $line } 行格式有误。每行应写成：received = "来电时间"
ledger-mapping-field = 对照文件中的字段“{ $field }”不存在。可用的字段有：{ $known }。例如：received = "来电时间"
ledger-mapping-value = 对照文件中的“{ $field }”应写成带引号的列名，例如：received = "来电时间"
ledger-mapping-twice = 对照文件把同一列“{ $column }”用于两个字段，每一列只能对应一个字段。
ledger-mapping-column = 对照文件指定“{ $field }”为列“{ $column }”，但表中没有这一列。表中的列有：{ $found }
ledger-row-missing = 第 { $line } 行：“{ $column }”为空。
ledger-row-time = 第 { $line } 行：“{ $column }”中的“{ $text }”不是可识别的时间，应写成 2019-04-25 09:32:09 或 2019年4月25日 9时32分。
ledger-row-out-of-range = 第 { $line } 行：“{ $column }”中的时间应在 2010 年至 2199 年之间。
ledger-row-surplus = 第 { $line } 行：有 { $cells } 格，多于表头的 { $columns } 列，可能有多余的分隔符或引号。
ledger-row-undecodable = 第 { $line } 行：“{ $column }”中有无法识别的字符，请检查文件编码（UTF-8 或 GB18030）。
ledger-row-rounded = 第 { $line } 行：“{ $column }”被 Excel 存成了数值，末几位已丢失。请把该列设为文本格式后重新填写。
ledger-row-too-long = 从第 { $line } 行起的一条记录过长，可能是引号没有成对。
ledger-row-source = 读到第 { $line } 行时出错，无法继续：{ $error }

## procedure check
# Each text has two lines: what is wrong, and what to do.

check-syntax =
    这一行不符合 TOML 的写法：{ $message }
    检查引号是否成对、是否误用中文引号或中文等号；文字写在英文引号里，例如 name = "话务员"。
check-include-missing =
    没有叫“{ $id }”的规则片段。
    把片段放在本文件旁边的 rules/{ $id }.toml（在网页上采用的，和本文件一起选上），或改正 include 里的名字。
check-include-tables =
    规则片段“{ $id }”里只能有双层方括号的表，这里是“{ $key }”。
    去掉这一项；文件头写在包含它的文件里。
check-own-parent =
    没有叫“{ $id }”的办法，这份规定接不上。
    核对 extends；先启用那份办法，或把 { $id }.toml 放在本文件旁边。
check-own-other =
    这份规定接在“{ $extends }”后面，给的却是“{ $id }”。
    把 extends 改成要接的那份办法的 id。
check-own-public =
    “{ $id }”规定诉求不公开，单位自己的规定不能公开。
    去掉 public = true。
check-own-looser =
    时限“{ $clock }”：这里的 { $own } 不保证不晚于 { $rule }（{ $place }）的 { $limit }。单位自己的规定只能更严。
    改成不长于 { $limit } 的时限，最好用同一种单位；确需更长的，去掉这一项，照 { $rule } 办。
check-own-case-clock =
    “{ $clock }”是整件诉求的时限（{ $rule }，{ $place }），单位自己的规定只管本单位的工单。
    去掉这一项；要更快，给工单另设一个时限（of = "order"）。
check-own-clock-key =
    时限“{ $clock }”的“{ $key }”由 { $rule }（{ $place }）规定，单位自己的规定只能把时限改短。
    去掉“{ $key }”；另有要求的，用新的时限或者 [[demand]]。
check-own-no-clause =
    时限“{ $clock }”改短了 { $rule }（{ $place }）的规定，却没有写依据。
    加上 clause = "…"，引用本文件的条文。
check-own-norm =
    审核标准“{ $norm }”由 { $rule }（{ $place }）规定，单位自己的规定可以增加审核标准，不能改写已有的。
    换一个 id，或者去掉这一项：办法里的照样适用。
check-own-role =
    “{ $id }”没有角色“{ $role }”，单位自己的规定不能增加看得见诉求的人。
    改用那份办法里的角色。
check-own-sees =
    角色“{ $role }”在这里能看到 { $own }，{ $rule }（{ $place }）只让看到 { $sees }。单位自己的规定不能让人看得更多。
    改成与 { $sees } 相同或更少的范围。
check-own-review =
    这里的“{ $act }”跳过了 { $rule }（{ $place }）要求的审核。单位自己的规定不能取消审核。
    去掉这个动作；另有要求的，用 [[demand]] 加上。
check-own-needs =
    这里的“{ $act }”不再要求“{ $field }”，而 { $rule }（{ $place }）依 { $needed } 要求它。单位自己的规定不能减少要求。
    去掉这个动作；另有要求的，用 [[demand]] 加上。
check-own-act =
    “{ $act }”由 { $rule }（{ $place }）规定，单位自己的规定不另写动作。
    去掉这个动作；另有要求的，用 [[demand]] 加上。
check-unknown-table =
    没有叫“{ $key }”的表。
    最接近的是“{ $near }”。可用的表：{ $words }。
check-unknown-key =
    表 { $table } 里没有“{ $key }”这一项。
    最接近的是“{ $near }”。这张表可写：{ $words }。
check-unknown-word =
    “{ $word }”不是 { $key } 可用的词。
    最接近的是“{ $near }”。可用的词：{ $words }。
check-missing-table =
    文件里没有 [{ $key }] 这张表。
    一部办法从 [{ $key }] 开始：编号、名称、版本、施行之日。写法见 docs/writing-a-procedure.md，也可以照随附的办法改。
check-missing-key =
    表 { $table } 缺少必填项 { $key }。
    在这张表里加上一行：{ $example }
check-words-missing =
    这里缺少一种语言的文字：{ $key }。
    中英文都要写：{"{"} zh = "…", en = "…" {"}"}
check-wrong-type =
    { $key } 的值写法不对。
    请写成：{ $example }
check-single-table =
    { $table } 可以有许多条，这里只用了一层方括号。
    改成两层方括号：[[{ $table }]]
check-empty =
    { $key } 是空的。
    写上内容；不需要的话，把这一行整行删去。
check-limit =
    “{ $text }”不是时限的写法（{ $key }）。
    写整数加单位，例如 "30 minutes"、"12 hours"、"2 workhours"、"6 days"、"5个工作日"、"1 month"。
check-date =
    “{ $text }”不是日期（{ $key }）。
    写成年-月-日，例如 2020-10-19。
check-time =
    “{ $text }”不是一天中的时刻（{ $key }）。
    写成 "09:00"。
check-unknown-fact =
    条件里的“{ $fact }”不是可以问的事实。
    最接近的是“{ $near }”。全部事实见 docs/writing-a-procedure.md。
check-fact-shape =
    条件“{ $text }”的问法不对。
    请写成这样：{ $example }
check-id-blank =
    { $table } 的代号“{ $id }”里有空格。
    代号中间用连字符，例如 first-visit。
check-id-kept =
    “{ $id }”是程序保留的代号，不能用作 { $table }。
    换一个代号。
check-id-twice =
    { $table } 的代号“{ $id }”用了两次，第一次在第 { $other } 行。
    给其中一个换代号，并把引用它的地方一起改掉。
check-citizen-seat =
    代号为 citizen 的角色应当是群众。
    写 seat = "citizen"，或者给这个角色换一个代号。
check-no-basis =
    { $rule } 没有依据：既没有条款，也没有写明是本单位规定。
    加上 clause = "条款号"；条文没有规定的，写 house = {"{"} reason = "为什么", set_by = "谁定的" {"}"}
check-two-bases =
    { $rule } 同时写了条款和本单位规定，依据只能有一个。
    条文有规定的，留 clause，删去 house；条文没有规定的，留 house，删去 clause。
check-no-such-clause =
    本文件没有第 { $cited } 条。
    最接近的是 { $near }。核对条款号，或者先用 [[clause]] 写上这一条的原文。
check-timed-without-rule =
    { $cited } 规定了时限（timed），但没有一条规则引用它。
    写一个 [[clock]] 并注明 clause = "{ $cited }"；如果由程序本身保证，写 product_rule 说明。
check-enforced-without-rule =
    { $cited } 要求程序把关（enforced），但没有一条规则引用它。
    在把关的规则里写 clause = "{ $cited }"；做不到把关的，把 kind 改为 duty 并写 shown。
check-feature-without-rule =
    { $cited } 说的功能没有规则引用，也没有写明在哪里体现。
    引用它，或者加一行 shown = {"{"} zh = "…", en = "…" {"}"} 写明在哪里体现。
check-unknown-id =
    { $table } 里没有“{ $id }”。
    最接近的是“{ $near }”。现有：{ $words }。写对代号，或者先补上这一项。
check-calendar =
    没有叫“{ $id }”的日历。
    现有的日历：{ $words }。
check-step-kind =
    步骤“{ $step }”不属于这里：这里要的是 of = "{ $want }" 的步骤（case 诉求，order 工单）。
    换一个步骤，或者检查这一行该写 to、case_to 还是 orders。
check-receive-in =
    登记（{ $act }）之前还没有步骤，不能写 in。
    删去 in 这一行。
check-receive-to =
    登记（{ $act }）没有写诉求进入哪一步。
    加上 to = "…"，通常就是 first_step。
check-act-nowhere =
    办理动作“{ $act }”没有写在哪些步骤可以做。
    加上 in = ["步骤"]。
check-act-mixed =
    “{ $act }”的 in 里混有诉求的步骤和工单的步骤。
    拆成两条 [[act]]：一条写诉求的步骤，一条写工单的步骤。
check-act-kind =
    “{ $act }”只能在 of = "{ $want }" 的步骤做（case 诉求，order 工单）。
    把 in 改成这一类的步骤。
check-case-to-of-case =
    “{ $act }”做在诉求上，case_to 只用于做在工单上的动作。
    改用 to。
check-orders-of-order =
    “{ $act }”做在工单上，orders 只用于做在诉求上的动作。
    工单自己去哪一步写 to。
check-last-day =
    有效期的最后一天（{ $last }）早于施行之日（{ $from }）。
    核对 in_force 和 last_day。
check-first-final =
    第一步“{ $step }”同时是终点：一登记就结束了。
    把 { $key } 换成办理的第一步，或者去掉该步骤的 end = "final"。
check-no-receipt =
    没有登记（receive）规则，任何诉求都进不来。
    写一条 [[act]] do = "receive"，注明由谁登记、进入哪一步。
check-first-step =
    没有一条登记规则通向第一步“{ $step }”。
    让登记规则的 to 和 first_step 一致。
check-first-order-step =
    有派单，却没有写工单进入哪一步。
    在 [procedure] 里加上 first_order_step = "…"。
check-repeat-clause =
    写了重复投诉的期限，却没有写依据哪一条。
    在 [procedure] 里加上 repeat_clause = "条款号"。
check-repeat-clock =
    重复投诉的时限“{ $clock }”是工单的时限，应当是诉求的。
    换成 of = "case" 的时限。
check-repeat-nothing =
    可以确认重复投诉，却没有规定什么算重复。
    在 [procedure] 里写 repeat_within 或 repeat_clock，以及 repeat_clause。
check-personal-idle =
    规定了重复投诉由谁亲自办理，却没有确认重复投诉的动作。
    加一条 [[act]] do = "confirm-repeat"，或者删去 [[personal]]。
check-personal-seat =
    亲自办理的“{ $role }”不在承办单位。
    换成 seat = "unit" 的角色。
check-act-by-nobody =
    “{ $act }”没有人可以做：by 是空的。
    在 by 里写上角色。
check-unit-on-case =
    “{ $role }”是承办单位的角色，只能办自己的工单，做不了诉求上的“{ $act }”。
    从 by 里去掉它，或者把这个动作放到工单的步骤上。
check-role-idle =
    角色“{ $role }”什么也做不了，也看不到任何诉求。
    在某条规则的 by 里写上它，或者删去这个角色。
check-role-looks =
    角色“{ $role }”只能看，没有一个动作是它做的。
    如果本来就只要看，可以不理；否则把它写进某条规则的 by。
check-need-impossible =
    “{ $act }”带不了“{ $field }”，这样写谁也做不成这个动作。
    删去这一项。能带它的动作：{ $words }。
check-need-twice =
    “{ $act }”的 needs 里“{ $field }”写了两次。
    只留一项，另一项删去。
check-judging-unseen =
    “{ $act }”要对别人写的内容作判断，必须保证判断的是最新内容。
    在这条规则里加上 seen = true。
check-list-missing =
    “{ $act }”要从清单里选，但清单是空的：{ $list }。
    至少写一条 [[…]]：{ $list }。
check-list-idle =
    { $table }“{ $id }”永远用不上：没有“{ $act }”这个动作。
    加上这个动作的规则，或者删去这一项。
check-unused =
    没有任何地方用到 { $table } “{ $id }”。
    请在该用的地方写上它，或者删去。
check-never-written =
    没有动作写出 { $table } “{ $id }”：没有哪条 { $act } 规则写着它。
    请写一条 [[act]]，或者删去这一项。
check-demand-idle =
    这里没有动作“{ $act }”，这条要求无从谈起。
    请写文件里有的动作（在这些步骤里），或者删去这条要求。
check-document-part =
    文书“{ $document }”的“{ $part }”部分没有来处：本文件没有动作能给出它的内容。
    请改它的来处（from = "…"），写一个给出内容的动作，或者写 optional = true。
check-document-of-order =
    “{ $document }”是工单的文书，而“{ $act }”是整件诉求的事，它永远不会出具。
    请把文书改为 of = "case"，或者让它随工单上的事出具。
check-document-nobody =
    “{ $document }”要送达，却没有写送给谁。
    请在 [[document]] 里写 to = ["citizen"]、["unit"] 或者外部单位，或者删去这个动作。
check-emergency-guidance =
    紧急情形“{ $id }”没有写告诉群众的话。
    加上 guidance = "…"，并写好 [[guidance]]（例如拨打110、119、120）。
check-guidance-on-accept =
    受理的依据“{ $id }”不需要引导语。
    删去 guidance；引导语只用于不予受理。
check-guidance-unused =
    引导语“{ $id }”没有一个依据用到。
    在不予受理的 [[ground]] 里引用它，或者删去。
check-condition-act =
    条件“{ $condition }”问的是别的动作，在这里问不出结果。
    把它写到相应动作的规则里。
check-condition-order =
    条件“{ $condition }”问的是工单，而这里是整件诉求，没有哪一张工单可问。
    改问诉求（case.…），或者把规则放到工单的步骤上。
check-conditions-clash =
    条件“{ $condition }”和“{ $other }”不可能同时成立，这条规则永远用不上。
    改掉或删去其中一个。
check-limits-clash =
    时限“{ $clock }”（{ $limit }）和“{ $other }”（{ $limit2 }）管的是同一件事，从同一时刻起算，却不一样长。
    留一个；如果各管一种情形，用 if 写明各自的条件。
check-clock-no-due =
    时限“{ $clock }”没有写何时到期。
    请写 limit = "5个工作日"；到期时间另有来源的，写 limits、set_by_act、round 或 before。
check-clock-two-dues =
    时限“{ $clock }”的到期时间有不止一个来源：{ $words }。
    请只留一个：时限、定时工作，或者另一时限（before）。
check-before-circle =
    时限“{ $clock }”绕了一圈，从自己倒推：{ $way }。
    请给其中一个时限写上它自己的 limit。
check-before-of =
    “{ $clock }”从“{ $other }”倒推，但后者不是 of = "{ $want }" 的时限。
    请改为从同一类时限倒推，或者改它的 of。
check-before-twice =
    “{ $clock }”从“{ $other }”倒推，而后者自己也是倒推出来的。
    请两个都从写有时限的那一个倒推。
check-clock-no-start =
    时限“{ $clock }”没有写从什么时候起算。
    在 starts_on 里写上时刻，例如 ["dispatched"]。
check-extension-of-case =
    “{ $clock }”是诉求的时限；延期只能给工单的时限。
    删去 extension，或者把时限改为 of = "order"。
check-extension-months =
    “{ $clock }”的延期上限写成了月（{ $limit }），几次延期没法相加。
    改用天、工作日或小时，例如 "30 days"。
check-extension-unasked =
    “{ $clock }”可以延期，但缺少申请延期或延期审批的动作。
    写上 ask-extension 和 rule-extension 两条 [[act]]。
check-nothing-to-extend =
    可以申请延期，但没有一个时限允许延期。
    在允许延期的 [[clock]] 里写 extension = {"{"} at_most = "…", clause = "…" {"}"}，或者删去这个动作。
check-rung-at-by =
    提醒“{ $rung }”在到期时（at）进行，不能再写 by。
    删去 by，或者把 when 改成 before 或 after。
check-rung-without-by =
    提醒“{ $rung }”没有写到期前或到期后多久。
    加上 by，例如 by = "2 hours"。
check-rung-too-early =
    提醒“{ $rung }”定在到期前 { $by }，可时限本身只有 { $limit }，永远不会提醒。
    把 by 改得比时限短。
check-rung-priority =
    “{ $rung }”要督办，却没有写按哪一类重点事项。
    加上 priority = "…"。
check-rung-priority-idle =
    “{ $rung }”不是督办，priority 没有用处。
    删去 priority，或者把 do 改为 supervise。
check-rung-nobody =
    “{ $rung }”没有告诉任何人。
    在 tell 里写上角色。
check-rung-on-right =
    “{ $rung }”催的是一项到期即失的权利（right = true），没有人逾期，不该催办或督办。
    改为 do = "remind"，或者删去。
check-rung-twice =
    “{ $rung }”和“{ $other }”在同一时刻做同一件事。
    合并成一个，tell 里写上所有要告诉的人。
check-rung-order =
    “{ $rung }”发生在“{ $other }”之前，却写在它后面，读的人容易误会。
    按时间先后排列同一时限的提醒。
check-template-unused =
    文稿“{ $template }”没有一处用到。
    在 tell 或 [[rung]] 里引用它，或者删去。
check-template-placeholder =
    文稿里的空格“{ $name }”没有东西可填。
    最接近的是“{ $near }”。可填的有：{ $words }。
check-hidden =
    这条“{ $act }”在步骤“{ $step }”永远轮不到：第 { $other } 行的规则先适用，而且没有更多的条件。
    把条件更多的规则写在前面，或者给第 { $other } 行的规则加上条件。
check-no-final =
    没有一个终点：of = "{ $want }" 的步骤都不是 end = "final"。
    给办完的步骤加上 end = "final"。
check-unreachable =
    没有一个动作通向步骤“{ $step }”。
    检查各条规则的 to、case_to、orders 和时限的 lapse_to；不用的步骤删去。
check-dead-end =
    步骤“{ $step }”是死路：没有一个动作从这里通向别处。
    写一条 in 含“{ $step }”、to 通向别处的 [[act]]；如果到此为止，写 end = "final"。
check-no-end =
    从步骤“{ $step }”怎么走都走不到终点，只会来回打转。
    补上通向终点的动作。
check-stuck =
    诉求停在“{ $step }”、工单停在“{ $order }”时，没有一个动作能让诉求往下走。
    让某个动作在这种情形下也能做，例如在 in 里加上“{ $step }”，或者给工单的动作写 case_to。
check-wait-without-clock =
    在步骤“{ $step }”等待时，没有任何时限在走，也没有写明为什么不需要。
    在 clocks 里写上时限，或者写 no_clock = {"{"} zh = "为什么不需要", en = "…" {"}"}
check-final-no-clock =
    终点“{ $step }”没有什么要等，不需要 no_clock。
    删去 no_clock。
check-answered-order =
    answered 只用于诉求的步骤，“{ $step }”是工单的步骤。
    删去这一行。
check-clock-not-there =
    时限“{ $clock }”不可能在步骤“{ $step }”里走：到这一步之前没有起算，或者已经结束。
    检查该时限的 starts_on、met_by、withdrawn_on，或者换一个时限。
check-no-answer =
    诉求可能停在“{ $step }”，此后工作人员无论怎么做、时限怎么过，群众都得不到答复。走到那里的路：{ $path }
    让某个动作从那里通向标有 answered = true 的步骤，或者通向不予受理、撤回。
check-wait-unclocked =
    停在“{ $step }”时可能一个时限都没有在走。走到那里的路：{ $path }
    检查 clocks 里各时限的 starts_on、if、met_by、withdrawn_on，或者用 no_clock 写明为什么不需要时限。
check-two-limits =
    同一件事有两个不一样长的时限：“{ $clock }”和“{ $other }”从同一时刻起算、由同样的动作完成。两个都在走的路：{ $path }
    用 if 把两种情形分开，或者把其中一个写成另一个的 limits。
check-never-applies =
    没有一件诉求会用到这条“{ $act }”：它的条件从来不成立，或者前面的规则总是先适用。
    改它的 if，把它移到前面，或者删掉。
check-clock-never-starts =
    时限“{ $clock }”永远不会起算：starts_on 的时刻都不会发生。
    写上会发生的时刻；工单的时限要由工单上的动作起算，例如 dispatched。
check-clock-no-meeting =
    时限“{ $clock }”没有写做到什么算完成，只会逾期。
    在 met_by 里写上时刻；如果是过期即失的权利，写 right = true。
check-moment-never =
    时限“{ $clock }”的 { $key } 里的“{ $moment }”不会发生：没有动作带来它。
    换成会发生的时刻，或者补上带来它的动作。

## procedure words
# The fixed vocabulary of procedure files: acts, fields, moments, facts. The keys are put together from the word.

act-receive = 登记
act-complete = 补全登记
act-accept = 受理
act-refuse = 不予受理
act-pass-up = 向上级汇报
act-answer = 直接答复
act-dispatch = 派单
act-take-back = 撤回派单
act-sign-for = 签收
act-contact = 联系群众
act-ask-extension = 申请延期
act-rule-extension = 延期审批
act-ask-send-back = 申请退单
act-rule-send-back = 退单审批
act-report = 上报办理结果
act-review = 审核
act-reply = 答复群众
act-answer-visit = 答复回访
act-visit = 人工回访
act-demand-opinion = 要求出具书面意见
act-give-opinion = 出具书面意见
act-urge = 催办
act-supervise = 督办
act-recheck = 回访复核
act-convene = 召集协调
act-designate = 指定牵头单位
act-confirm-repeat = 确认重复投诉
act-escalate = 约谈、通报、专报、推送
act-link-emergency = 记录应急联动
act-record-accountability = 记录问责或容错
act-withdraw = 群众撤回
act-add = 群众补充
act-correct = 更正
act-close = 结案
act-reopen = 重新办理
act-archive = 归档
act-claim = 认领
act-mark = 标注
act-tidy = 整理
act-publish = 公开
act-withhold = 不公开
act-hide = 撤下
act-submit = 呈报
act-instruct = 批示
act-sign = 审签
act-record = 记录
act-write = 出具文书
act-deliver = 送达
act-report-up = 上报
act-rule-above = 上级审核
act-ask-citizen = 请群众补充
act-merge = 并单办理
act-refer = 登记另一线编号

need-text = 内容
need-title = 标题
need-ground = 依据
need-category = 诉求类型
need-citizen = 群众姓名和电话
need-real-name = 已核验的实名
need-explanation = 向群众作的解释
need-reason = 理由
need-proposal = 办理建议
need-units = 承办单位
need-lead = 牵头单位
need-limit = 时间长短
need-way = 处置方式
need-partner = 参与或者被告知的人
need-faults = 不合规范之处
need-outcome = 结果
need-priority = 重点督办类别
need-measure = 措施
need-earlier = 原来的诉求
need-when = 时间
need-marks = 标注
need-division = 涉及的行政区划
need-accused = 被控告、检举的单位
need-to = 报送、送达的对象
need-checks = 各项把关的确认
need-channel = 渠道
need-posted = 发帖时间
need-questions = 各项回访问题的回答
need-note = 说明
need-number = 编号

moment-received = 收到诉求
moment-accepted = 受理
moment-refused = 不予受理
moment-passed-up = 向上级汇报
moment-answered = 直接答复
moment-dispatched = 派单到承办单位
moment-taken-back = 撤回派单
moment-signed-for = 承办单位签收
moment-extension-asked = 申请延期
moment-send-back-asked = 申请退单
moment-sent-back = 同意退单
moment-send-back-refused = 驳回退单
moment-reported = 上报办理结果
moment-passed = 审核通过
moment-returned = 审核退回
moment-replied = 答复群众
moment-visit-answered = 群众答复回访
moment-visited = 人工回访
moment-unreached = 人工回访联系不上群众
moment-solved = 群众认可已解决
moment-unsolved = 群众不满意或者认为未解决
moment-rectification-ordered = 要求核实整改
moment-opinion-demanded = 要求出具书面意见
moment-opinion-given = 出具书面意见
moment-supervised = 列入督办
moment-closed = 结案
moment-withdrawn = 群众撤回
moment-reopened = 重新办理
moment-archived = 归档
moment-claimed = 单位认领
moment-marked = 标注
moment-tidied = 整理
moment-published = 公开
moment-withheld = 决定不公开
moment-hidden = 撤下
moment-submitted = 呈报
moment-instructed = 领导批示
moment-signed = 审签通过
moment-unsigned = 审签退回
moment-recorded = 作了记录
moment-written = 出具文书
moment-delivered = 文书送达
moment-reported-up = 上报
moment-approved-above = 上级审核通过
moment-returned-above = 上级退回
moment-citizen-asked = 请群众补充
moment-citizen-added = 群众补充
moment-merged = 并单
moment-referred = 登记另一线编号
moment-extension-granted = 准予延期
moment-rechecked = 回访复核

fact-case-real-name = 群众实名已核验
fact-case-accepted = 诉求已受理
fact-case-answered = 群众已得到答复
fact-case-repeat = 已确认为重复投诉
fact-case-supervised = 已列入督办
fact-case-evasion-after-supervision = 督办后答复因推诿、不作为被退回，或者复核发现办理不到位
fact-case-lead-designated = 已指定牵头单位
fact-case-responsibility-clear = 责任主体已明确（已指定牵头、退单被驳回，或者退单期限内没有申请）
fact-case-emergency = 属于紧急情形，不予受理
fact-case-emergency-linked = 已记录应急联动
fact-case-ground = 受理或者不予受理的依据
fact-case-channel = 来源渠道
fact-case-category = 诉求类型
fact-case-way = 处置方式
fact-case-open-orders = 未办结的工单数
fact-case-done-orders = 最近一次重新办理以来审核通过的工单数
fact-case-orders-to-rectify = 最近一次重新办理以来已办结、尚未要求整改的牵头工单数
fact-case-lead-stands = 有牵头工单在办，或者最近一次重新办理以来已办结
fact-case-units = 收到过工单的单位数
fact-case-unit-kinds = 收到过工单的单位类别数（如不同层级）
fact-case-open-requests = 未审批的延期和退单申请数
fact-case-open-opinions = 未出具的书面意见数
fact-case-returns = 审核退回的次数
fact-case-send-backs = 同意退单的次数
fact-case-unsolved = 最近一次回访没有得到“已解决且满意”的答复
fact-case-visits-answered = 最近一次答复以来得到回应的回访次数
fact-case-person-visits = 最近一次答复或者群众答复回访以来的人工回访次数（含未联系上的）
fact-case-dissatisfied-person-visits = 最近一次重新办理以来人工回访不满意的次数
fact-case-failed-coordinations = 协调未果的次数
fact-case-measures = 督办后已采取的措施数
fact-case-lapses = 逾期的时限数
fact-case-bad-rechecks = 复核发现办理不到位、谎报、瞒报的次数
fact-order-direct = 工单标为可以直接答复
fact-order-lead = 该单位是牵头单位
fact-order-signed-for = 该单位已签收
fact-order-personal = 须由指定的领导亲自办理
fact-order-extension-open = 延期申请尚未审批
fact-order-send-back-open = 退单申请尚未审批
fact-order-opinion-open = 书面意见尚未出具
fact-order-rectifying = 该单位正在核实整改
fact-order-contacted = 该单位已联系群众
fact-order-unit-kind = 承办单位的类别
fact-order-send-backs-refused = 该工单退单被驳回的次数
fact-clock-open = 时限尚在进行且未到期
fact-clock-lapsed = 时限已逾期
fact-actor-in-person = 办理的人正是重复投诉规则指定的人
fact-act-granted = 审批同意
fact-act-passed = 审核通过
fact-act-satisfied = 群众满意
fact-act-solved = 群众认为已解决
fact-act-reached = 联系上了群众
fact-act-serious = 情节严重
fact-act-refusal-without-reason = 责任主体明确，且无正当理由拒不办理
fact-act-bad-outcome = 结果说明办理有问题
fact-case-mark = 标注
fact-case-public = 留言已公开
fact-case-withheld = 已决定不公开
fact-case-tidied = 已整理
fact-case-submitted = 已呈报领导
fact-case-instructed = 领导已批示
fact-case-instructed-as = 批示领导的职级
fact-case-accused = 反映的是某单位或者其人员的问题
fact-case-anonymous = 没有登记留言人
fact-case-recorded = 已作记录
fact-case-written = 已出具文书
fact-case-delivered = 文书已全部送达
fact-case-reported-up = 已上报且未被退回
fact-case-approved-above = 上级已审核通过
fact-case-waits-for-citizen = 正等群众补充
fact-case-merged = 已并单
fact-case-replied = 本轮已答复群众
fact-case-lines = 其他线路的编号数
fact-case-claimed-lines = 已认领的其他线路数
fact-case-orders = 派出和认领的工单总数
fact-case-signatures = 连续审签通过的次数
fact-order-unit = 承办单位
fact-order-claimed = 工单是认领的
fact-order-signed-off = 最近上报的结果已签字
fact-order-recorded = 工单已作记录
fact-order-written = 工单已出具文书
fact-order-delivered = 工单的文书已全部送达
fact-order-outcome = 单位上报的办理情况
fact-act-outcome = 所填的结果
fact-act-mark = 所作的标注
fact-act-channel = 所填的渠道
fact-act-own-matter = 诉求属于所列各单位的地域或者职责
fact-act-to-accused = 所列单位是被反映单位或者其下属
fact-act-to-kind = 所列单位的类别
fact-act-catalogued-kind = 派单目录所列单位的类别
fact-act-limit-named = 写明了时限
fact-actor-outside = 经办人是外包人员
fact-actor-role = 经办人的角色

## procedure explain

explain-head = { $title }（{ $version }）
explain-source = 发布：{ $by }；出处：{ $source }
explain-in-force = 自 { $from } 起施行
explain-in-force-until = 自 { $from } 起施行，至 { $last } 止
explain-kind-timed = 限时：程序按此计时
explain-kind-enforced = 把关：不符合的，程序不予办理
explain-kind-feature = 功能：程序提供办理
explain-kind-report = 报表：程序提供数据和文稿
explain-kind-duty = 职责：由人履行，程序展示条文
explain-reading = 理解：{ $text }
explain-product-rule = 程序自身的规定（不是条文）：{ $text }
explain-shown = 体现在：{ $text }
explain-no-rule = 没有规则引用这一条。
explain-house = 本单位规定（条文没有规定，由本单位自己定）
explain-house-basis = 原因：{ $reason } 定的人：{ $by }
explain-act = { $roles }可以在{ $steps }{ $act }。
explain-act-receipt = { $roles }可以{ $act }。
explain-if = 只在这种情形：{ $conditions }。
explain-needs = 必须有：{ $fields }。
explain-only-if = 必须：{ $condition }；否则不予办理，并告知：“{ $say }”
explain-writes-record = 写下记录“{ $name }”。
explain-writes-document = 出具文书“{ $name }”。
explain-delivers-document = 登记文书“{ $name }”的送达。
explain-marks = 同时标注：{ $names }。
explain-unmarks = 同时取消标注：{ $names }。
explain-demand = 对下列动作另有要求：{ $acts }。
explain-demand-in = 只在{ $steps }。
explain-record = 记录“{ $name }”。
explain-record-words = 用语固定，不得改动：“{ $text }”
explain-record-citizen = 群众看得到。
explain-document = 文书“{ $name }”，文号字{ $series }。
explain-document-on = 随下列动作自动出具：{ $acts }。
explain-document-rung = 随“{ $clock }”的提醒、催办自动出具。
explain-document-to = 送：{ $names }。
explain-every-day = 每天
explain-workdays = 每个工作日
explain-round = “{ $name }”：{ $days }{ $times }，由{ $roles }办；{ $limit }内没有登记的，记为漏办。
explain-mark = 标注“{ $name }”。
explain-body = 外部单位“{ $name }”。
explain-seen = 必须针对最新内容；内容已变的，先看过再办。
explain-to = 之后进入{ $step }。
explain-case-to = 诉求随之进入{ $step }。
explain-orders-open = 未办结的工单进入{ $step }。
explain-orders-done-lead = 已办结的牵头工单进入{ $step }。
explain-tell = 告知{ $who }：{ $subject }。
explain-clock = 时限“{ $name }”：{ $limit }，从{ $moments }起算。
explain-met = { $moments }即为完成。
explain-alternative = 其中{ $conditions }的：{ $limit }。
explain-from-day = 自{ $day }起
explain-until-day = 至{ $day }止
explain-counts-from-posted = 知道发帖时间的，从发帖时起算。
explain-pauses = { $moments }时暂停，暂停的日子不计。
explain-resumes = { $moments }时继续。
explain-named = 记录、文书只认：{ $names }。
explain-before = “{ $clock }”到期前{ $limit }
explain-next-round = 下一次“{ $name }”之前
explain-set-by-act = 交办时写明的时限
explain-runs-again-if = 但仅当：{ $conditions }。
explain-right = 这是一项到期即失的权利，不算逾期。
explain-runs-again = { $moments }时继续计算，到期时间不变。
explain-withdrawn = { $moments }时终止。
explain-extension = 可以延期，累计不超过{ $limit }（{ $clause }）。
explain-extension-in-all = 可以延期，从起算之时起，连同原时限总共不超过{ $limit }（{ $clause }）。
explain-lapse-to = 到期未办的，诉求进入{ $step }。
explain-of-case = 诉求的时限
explain-of-order = 工单的时限
explain-rung-before = “{ $clock }”到期前{ $by }{ $does }，告知{ $who }。
explain-rung-at = “{ $clock }”到期时{ $does }，告知{ $who }。
explain-rung-after = “{ $clock }”逾期{ $by }{ $does }，告知{ $who }。
explain-rung-remind = 提醒
explain-rung-urge = 催办
explain-rung-supervise = 督办
explain-rung-priority = 按“{ $priority }”督办。
explain-role-citizen = 角色“{ $name }”：群众，看自己的诉求。
explain-role-office = 角色“{ $name }”：在本单位。
explain-role-unit = 角色“{ $name }”：在承办单位，办本单位的工单。
explain-channel = 渠道“{ $name }”。
explain-category = 诉求类型“{ $name }”。
explain-ground-accept = 受理的依据“{ $name }”。
explain-ground-refuse = 不予受理的依据“{ $name }”。
explain-guidance = 引导语“{ $name }”：{ $text }
explain-way = 处置方式“{ $name }”。
explain-step-case = 诉求的步骤“{ $name }”。
explain-step-order = 工单的步骤“{ $name }”。
explain-step-clocks = 在此等待时的时限：{ $clocks }。
explain-step-no-clock = 没有时限的原因：{ $text }
explain-norm = 审核规范“{ $name }”：有此问题的退回补充。
explain-outcome = { $act }的结果“{ $name }”。
explain-priority = 重点督办事项“{ $name }”。
explain-priority-any = 有下列情形之一的自动列入：{ $conditions }。
explain-measure = 措施“{ $name }”：有下列情形之一方可采取：{ $conditions }。
explain-measure-all = 并且必须：{ $conditions }。
explain-personal = 重复投诉：{ $kind }类单位由{ $role }亲自办理。
explain-repeat-within = 答复后{ $limit }内同一问题的投诉算重复投诉。
explain-repeat-clock = 超过“{ $clock }”（{ $limit }）仍未解决、本人再次反映的，算重复投诉。
explain-need = { $act }时必须有：{ $field }。
explain-not = 不符合“{ $fact }”
explain-at-least = { $fact }不少于 { $n }
explain-under = { $fact }少于 { $n }
explain-is = { $fact }：“{ $name }”
explain-system = 系统
explain-unit = 承办单位
explain-citizen = 群众
explain-quoted = “{ $name }”
explain-comma = 、
explain-or = 或者

## procedure command

procedure-clean = { $file }：没有问题。
procedure-faults = { $file }：{ $faults } 处错误，{ $advice } 处建议。
procedure-only-advice = { $file }：没有错误，{ $advice } 处建议。
procedure-way = 最长的合法办理过程（从收到到答复，每个时限都用满）：{ $sum }
procedure-way-no-limit = 没有一个时限
procedure-way-whole = 全程另有时限：{ $limit }
procedure-way-open = 途中没有自己时限的等待：{ $steps }
procedure-way-unbounded = 没有尽头：每转一圈时限重新起算，条文没有写到几次为止：{ $way }
procedure-way-worst = 最不利的日子：{ $from } 收到的，到 { $due } 为止，共 { $days } 天。
procedure-way-named = 动作或轮次定的时间
procedure-way-house = 本单位规定
procedure-way-lapse = “{ $clock }”到期
procedure-proven = 看过全部 { $states } 个状态、{ $ways } 步：从每个状态都能走到答复，每处等待都有时限或者写明的理由，没有一件事有两个时限。以上未列为错误的，都已证明。
procedure-proven-of-one = 看过一张工单时的全部情形，同时有两张工单的只看了一部分（共 { $states } 个状态、{ $ways } 步）：只有一张工单时，从每个状态都能走到答复，每处等待都有时限或者写明的理由，没有一件事有两个时限。
procedure-not-proven = 只看了 { $states } 个状态、{ $ways } 步，还有没看的：规则问到的情况太多。没有列出的错误不等于没有。
procedure-advice = （建议）
procedure-file-missing = 找不到文件 { $file }。请核对文件名和所在的文件夹。
procedure-file-unreadable = 无法读取文件 { $file }：{ $reason }
procedure-file-not-text = 文件 { $file } 不是 UTF-8 编码的文本。请在编辑器里选择“另存为”，编码选 UTF-8，再试一次。
procedure-check-id = { $id } 是随程序附带的规程的编号。check 检查文件；看附带的规程请用 `wenzheng procedure explain { $id }`。
procedure-unknown = 没有叫“{ $id }”的办法。可用的有：{ $ids }；自己的文件请写文件名，例如 ./my-office.toml。
procedure-unknown-clause = 办法“{ $id }”没有第 { $clause } 条。它的条款有：{ $clauses }
procedure-not-clean = 文件 { $file } 还不能使用，请先改正：wenzheng procedure check { $file }
procedure-written = 已写入 { $file }。
procedure-unwritable = 无法写入 { $file }：{ $reason }

## procedure test

scenario-passed = 通过  { $name }
scenario-failed = 不符  { $name }（{ $clauses }）
scenario-sum = 情形：通过 { $passed }，不符 { $failed }。
scenario-differs = { $what }：应为 { $expected }，实为 { $found }。
scenario-given-refused = 前提（given 或 start）里的这一步被拒绝：{ $found }。前提里的每一步都应当办得成。
scenario-when-refused = 这一步被拒绝：{ $found }。如果本来就该拒绝，请在 then 里写 refused。
scenario-not-toml = 不是 TOML：{ $message }。请核对引号、括号和等号。
scenario-none = 文件里没有情形。请用 [[scenario]] 写一个。
scenario-empty = 这个情形什么也没有发生。请写 start、given 或者 when。
scenario-expects-nothing = then 里什么也没有写。请写明应当怎样，例如 step = "…"。
scenario-name-twice = 有两个情形都叫“{ $name }”。请换一个名字。
scenario-unknown-key = 没有“{ $key }”这个键。这里可以写：{ $known }
scenario-missing-key = 缺少“{ $key }”。请写上 { $key } = …
scenario-wrong-value = “{ $key }”的写法不对。请照这样写：{ $key } = { $example }
scenario-wrong-time = “{ $text }”不是一个时间。请写当地时间，例如 "2025-03-10 09:00"；一天结束写 "2025-03-10 24:00"。
scenario-time-goes-back = “{ $text }”早于前一步。请按发生的先后写。
scenario-unit = 单位“{ $unit }”写得不对：{ $reason }
scenario-unknown-unit = 没有单位“{ $unit }”。请先写 [unit.{ $unit }]；已有的是：{ $known }
scenario-unknown-role = 办法里没有角色“{ $role }”。可以写 citizen（诉求人）、stranger（别人）、system，或者：{ $known }
scenario-role-without-unit = 角色“{ $role }”属于某个单位。请写成 { $role }@单位
scenario-unknown-course = 没有 [course.{ $course }]，或者它绕了回来。已有的是：{ $known }
scenario-unknown-clause = 办法里没有条款“{ $clause }”。
scenario-unknown-step = 办法里没有步骤“{ $step }”。
scenario-unknown-clock = 办法里没有时限“{ $clock }”。时限有：{ $known }
scenario-unknown-act = 没有动作“{ $act }”。动作有：{ $known }
scenario-act-lacks = 动作“{ $act }”必须写明“{ $key }”。
scenario-act-unknown-key = 动作“{ $act }”没有“{ $key }”。它可以写：{ $known }
scenario-act-unread = 动作“{ $act }”读不懂：{ $reason }
scenario-condition = “{ $text }”不是条件：{ $reason }

## procedure draw

draw-cases = 诉求
draw-orders = 工单
draw-start = 收到诉求
draw-also = 在此还可以：{ $acts }
draw-by = { $act }（{ $roles }）
draw-no-clock = 无时限：{ $text }
draw-legend-clock = 时限
draw-legend-right = 到期即失的权利
draw-people = 办理人：{ $roles }
draw-title = { $title }：步骤、办理人和时限
draw-desc = 左边是诉求的步骤，右边是工单的步骤。每个步骤列出谁可以做什么、之后进入哪一步，以及在此等待时的时限。
draw-case = 诉求
draw-order = 工单
draw-if = 仅当{ $conditions }
draw-common-cases = 诉求：多个步骤都可以做
draw-common-orders = 工单：多个步骤都可以做
draw-everywhere = 到终点前的各步骤
draw-in-steps = 在：{ $steps }
draw-by-orders = 由工单的办理带着往下走
draw-from-many = 从多个步骤进入：{ $acts }
draw-in-force = { $by } · 自 { $from } 起施行
draw-lapse = { $clock }到期

## shell

shell-skip = 跳到正文
shell-languages = 语言
shell-navigation = 导航
shell-administration = 管理
shell-nav-write = 写诉求
shell-nav-follow = 查进度
shell-nav-procedure = 办理规则
shell-sign-out = 退出
shell-staff = 工作人员入口
shell-home = 返回首页
shell-about = 关于本平台
shell-about-lead = 本平台受理群众诉求，按公开的规则限时办理，每个时限和决定都注明依据。
shell-about-rules = 现行规则
shell-about-version = 程序版本
shell-about-time = 服务器时间
shell-about-state = 运行状态
shell-about-well = 正常
shell-about-ill = 没有响应
shell-about-stuck = 有积压
shell-about-store = 数据库
shell-about-outbox = 短信和邮件
shell-about-undelivered = { $count ->
    [0] 都已送出。
   *[other] { $count } 条没有送出。
}
shell-about-calendar = 日历校验值
shell-about-hash-hint = 校验值（SHA-256）由规则全文算出，每一次办理都记录当时适用的校验值，规则改动一个字就会不同。
shell-about-no-rules = 数据库没有响应，暂时查不到。
shell-hash = 校验值
shell-yes = 是
shell-no = 否
shell-choose = 请选择
shell-optional = （选填）
shell-colon = ：
shell-faults = 请先改正以下内容
shell-not-done = 没有办成
shell-attachments-hint = 最多 5 个，每个不超过 10 MB；图片、PDF、办公文档、录音、录像均可。
shell-attachments-again = 最多 5 个，每个不超过 10 MB。刚才选过附件的，请重新选择。
shell-file-of = { $name }（{ $what }，{ $at }）
shell-destroyed = 内容已按规定销毁。
shell-timeline = 办理过程
shell-by-citizen = 群众
shell-by-system = 系统
shell-pages = 翻页
shell-first-page = 回到首页
shell-next-page = 下一页
shell-basis = 依据
shell-basis-house = 本单位规定
shell-basis-product = 平台规则
shell-tag-running = 计时中
shell-tag-soon = 将到期
shell-tag-overdue = 已超期
shell-tag-met = 按时完成
shell-tag-late = 超时完成
shell-tag-off = 不再计时
shell-tag-paused = 暂停
shell-tag-open = 有效
shell-tag-used = 已提出
shell-tag-expired = 已过期
shell-left = 还剩 { $span }
shell-over = 已超 { $span }
shell-days-hours = { $days } 天 { $hours } 小时
shell-hours-minutes = { $hours } 小时 { $minutes } 分
shell-minutes = { $minutes } 分钟
shell-clock-due = { $due }到期
shell-clock-why = 怎样算出来的
shell-clock-from = 自 { $from } 起，期限{ $limit }
shell-clock-round = 自 { $from } 起，到下一次“{ $round }”
shell-clock-before = 自 { $from } 起，在“{ $clock }”到期前{ $by }
shell-clock-began = 自 { $from } 起
shell-clock-paused = 暂停：{ $from } 至 { $to }，不计入
shell-clock-pauses = 自 { $from } 起暂停计时
shell-clock-was = 原定{ $due }
shell-clock-recounted = { $at } 因节假日安排公布或调整重新核算，原定{ $was }
shell-clock-lapse-withdrawn = 按新的到期时间并未超时，原记录的超时已撤销
shell-clock-extended = 已批准延期{ $limit }
shell-clock-counted = 计入：{ $days }
shell-clock-skipped = 不计：{ $days }
shell-request = 如需反馈，请提供编号 { $id }。
shell-unreadable = 请求无法识别
shell-unreadable-advice = 请返回上一页重新填写后再提交。
shell-fields = 填写有误
shell-fields-advice = 请改正标出的内容后重新提交。
shell-sign-in = 请先登录
shell-sign-in-advice = 登录后才能继续。
shell-forbidden = 没有权限
shell-forbidden-advice = 您的岗位不能进行这项操作。如有疑问，请联系管理员。
shell-forged = 页面已失效
shell-forged-advice = 页面打开太久，或者不是从本平台提交的。请返回上一页刷新后重新提交，已填写的内容请先复制保存。
shell-not-found = 没有找到
shell-not-found-advice = 没有这个页面，或者您不能查看。请核对网址，或从首页重新进入。
shell-which = 请选择地区
shell-which-advice = 这里为多个地区提供服务，请选择您要找的政府。
shell-method = 不能这样打开
shell-method-advice = 请从首页重新进入，通过页面上的按钮操作。
shell-refused = 按规则不能这样办理
shell-refused-advice = 请查看所列依据。
shell-too-large = 内容过大
shell-too-large-advice = 附件最多 5 个，每个不超过 10 MB。请返回上一页减少附件后重新提交。
shell-too-long-advice = 填写的文字太多，没有保存。一项最多 20000 字。请返回上一页缩短后重新提交。
shell-media = 这份表单的格式无法读取
shell-media-advice = 请用浏览器打开页面，填写后从页面提交。
shell-too-many = 尝试次数过多
shell-too-many-advice = 为保护信息安全，请过 { $span }再试。
shell-internal = 系统出错
shell-internal-advice = 问题已记录。已提交的内容不会丢失；请稍后再试。
shell-lapsed = 办法的有效期已经届满
shell-unavailable = 系统暂时无法使用
shell-unavailable-advice = 刚才的操作没有保存。请几分钟后再试，紧急事项请直接拨打热线电话。

## citizen

citizen-home-title = 您的诉求，限时办理
citizen-home-lead = 咨询政策、反映问题、提出建议，都可以写在这里。提交后您会得到编号和查询码，每一步都能查到。
citizen-home-lead-elsewhere = 在下面列出的渠道提出后，凭编号和查询码可以在这里查看办理的每一步。
citizen-home-write = 咨询、投诉、求助、建议
citizen-home-elsewhere = 这里不能直接填写。请通过以下渠道提出：{ $channels }。
public-list = 公开的诉求
public-message = 公开的诉求
public-lead = 已公开的内容和部门回应，人人可看。
public-none = 还没有公开的内容。
public-replied = 已回应
public-replies = 部门回应
public-no-reply = 还没有回应。
public-hidden = 已撤下
public-hidden-on = { $published } 公开，{ $at } 由{ $by }撤下。撤下须有权限和原因，原因记录在案；记录本身不会被删除。
noun-case = 诉求
noun-citizen = 群众
noun-unit = 承办单位
noun-office = 热线
noun-reply = 答复
citizen-home-follow = 凭编号和查询码查看、补充、评价
citizen-home-promises = 我们承诺的时限
citizen-home-rules = 依据《{ $rules }》：
citizen-home-read = 查看全文
citizen-write = 写诉求
citizen-real-name = 请先验证手机号码。实名信息只用于核实和联系，经办人员查看时须说明理由并留下记录。
citizen-phone = 手机号码
citizen-phone-hint = 我们会向它发送 6 位验证码，之后的进展也会发到这个号码。
citizen-send-code = 发送验证码
citizen-send-code-again = 重新发送验证码
citizen-without-code = 不验证，直接填写
citizen-without-code-hint = 未验证的诉求由话务员来电核实后再受理。
citizen-code-sent = 验证码已发送，10 分钟内有效。
citizen-code = 短信验证码
citizen-code-hint = 6 位数字。
citizen-matter = 反映的事项
citizen-category = 诉求类型
citizen-title = 标题
citizen-title-hint = 一句话说明，例如：小区门口路灯不亮。
citizen-text = 具体内容
citizen-text-hint = 请写明时间、地点、经过和您的要求。提交后原文不改，可以补充。
citizen-place = 事发地点
citizen-place-hint = 路名、门牌号，或附近的标志。
citizen-attachments = 附件
citizen-person = 您的信息
citizen-person-hint = 以下信息加密保存，办理单位只看到打码后的内容。
citizen-person-anonymous = 可以不留姓名和电话。凭提交后得到的编号和查询码查看办理情况；不留电话收不到短信。
citizen-in-account = 同时列入“我的诉求”（{ $contact }）：能登录这个账号的人都看得到这件留言
citizen-in-account-accuses = 控告、检举的，账号不是您一个人用就不要勾选：能登录的人会看到您控告、检举了谁。
citizen-in-account-leave = 不是我的账号，退出登录
citizen-accuses = 控告、检举的，请写明对象
citizen-accuses-guarded = 选了控告、检举一类的，请在这里写明对象，从名单里选单位，或者写人的姓名，填一项即可。被控告、检举的单位、它的下属和个人，从提交的那一刻起就看不到这件留言，也不能承办；留言永远不公开。
citizen-accuses-who = 您是谁，只有管理员指定的保管人能够查看，每次都要写明理由并留下记录，由审计员核查。
citizen-accused = 被控告、检举的单位
accused-not-said = 未指明
citizen-accused-named = 被控告、检举的人
citizen-accused-named-hint = 姓名，和知道的单位、职务。
citizen-accuses-text = 标题、正文和附件会给查办的人看。不想让人认出您的，请不要在里面写您的姓名、电话和只有您知道的事。
citizen-name = 姓名
citizen-id-number = 身份证号
citizen-id-number-hint = 18 位，用于实名核验。
citizen-send = 提交诉求
citizen-send-hint = 提交后会显示编号和查询码，请保存好。
citizen-receipt = 诉求已收到
citizen-receipt-lead = 请保存下面的编号和查询码，凭它们查看进度、补充情况和评价。
citizen-receipt-keep = 查询码只显示这一次，请拍照、抄写或打印保存。
citizen-receipt-again = 这份诉求此前已经收到。查询码只在第一次提交时显示，请查看当时的回执或短信。
citizen-receipt-print = 可直接打印本页。
citizen-number = 编号
citizen-number-hint = 16 位数字，在回执上。
citizen-check-code = 查询码
citizen-check-code-hint = 8 位字母和数字，在回执上，不分大小写。
citizen-received = 收到时间
citizen-received-at = { $at } 收到
citizen-follow-at = 查询网址
citizen-open-case = 打开诉求
citizen-look = 查询
citizen-reply = 答复
citizen-can-do = 您可以
citizen-limits = 办理时限
citizen-original = 您写的原文
citizen-my-case = 我的诉求
citizen-text-visit = 您想说的
citizen-act-answer-visit = 评价办理结果
citizen-act-add = 补充情况
citizen-act-withdraw = 撤回诉求

## desk

desk-sign-in = 登录
desk-sign-in-title = 工作人员登录
desk-login = 用户名
desk-password = 密码
desk-password-hint = 至少 { $least } 个字符，可以用一句话。
desk-first = 设置首位管理员
desk-first-lead = 这个链接只能使用一次。设置完成后，其他人员由管理员添加。
desk-first-over = 这个链接已经失效：用过了，或者过了三天。已有管理员的，请直接登录；没有的，请重新启动程序取得新的链接。
desk-first-make = 完成设置
desk-staff-name = 姓名
desk-queue = 待办
desk-queues = 各类待办
desk-queue-empty = 目前没有待办事项。
desk-look = 查编号
desk-call = 来电登记
desk-ledger = 台账
desk-ledger-empty = 没有符合条件的诉求。
desk-filter = 筛选
desk-filter-any = 全部
desk-filter-none = 清除条件
desk-day-from = 收到日期，从
desk-day-to = 到
desk-unit-any = 承办单位
desk-external = 来源编号
desk-due = 到期
desk-no-due = 无时限
desk-matter = 事项
desk-step = 环节
desk-from = 来源
desk-mark-repeat = 重复投诉
desk-mark-supervised = 督办
desk-mark-history = 历史台账
desk-age-new = 今天收到
desk-age = 收到至今 { $days } 天
desk-clocks = 时限
desk-clocks-over = 已结束的时限
desk-original = 原文
desk-citizen = 诉求人
desk-verified = 已实名
desk-unverified = 未实名
desk-no-citizen = 尚未登记诉求人信息。
desk-open-person = 查看完整信息
desk-open-reason = 查看理由
desk-open-hint = 理由和查看人会记入日志。
desk-opened = 完整信息仅本次显示，查看已记入日志。
desk-orders = 工单
desk-lead = 主办
desk-assist = 协办
desk-direct = 可直接答复
desk-on-duty = 值班：{ $name }
desk-in-person = 须由{ $role }直接跟进
desk-next = 现在可以办
desk-nothing = 现在没有需要您办理的事。
desk-also = 其他操作
desk-bare = 点击即完成，无需填写。
desk-ground-accept = 受理依据
desk-ground-refuse = 不予受理依据
desk-category = 诉求类型
desk-name = 姓名
desk-phone = 电话
desk-id-number = 身份证号
desk-address = 住址
desk-explanation = 向群众的解释
desk-explanation-hint = 会发给群众，请写明原因和去处。
desk-reason = 理由
desk-proposal = 办理建议
desk-proposal-hint = 写明应由哪个单位办理及依据。
desk-way = 处置方式
desk-partner = 参与方
desk-partner-hint = 三方通话、专席联动、专项通道须写明。
desk-partner-told = 告知了谁
desk-units = 承办单位
desk-units-hint = 名称后为现在的值班人员。
desk-units-more = 增加协办单位
desk-note-dispatch = 办理要求
desk-note-review = 需要补充的内容
desk-limit = 延长多久
desk-limit-granted = 批准多久
desk-limit-granted-hint = 不填即按申请批准。
desk-amount = 数量
desk-amount-unit = 单位
desk-days = 天
desk-hours = 小时
desk-workdays = 工作日
desk-granted = 审批意见
desk-grant = 同意
desk-deny = 不同意
desk-attachments = 附件
desk-passed = 审核意见
desk-pass = 通过
desk-return = 退回补充
desk-returned = 不合规范：{ $faults }
desk-faults = 不符合规范之处
desk-faults-hint = 退回时至少选一项。
desk-reached = 是否联系上
desk-reached-yes = 已联系上
desk-reached-no = 未联系上
desk-solved = 是否解决
desk-solved-yes = 已解决
desk-solved-no = 未解决
desk-satisfied = 是否满意
desk-satisfied-yes = 满意
desk-satisfied-no = 不满意
desk-priority = 重点督办类别
desk-outcome = 结果
desk-attendance = 参加单位
desk-unit = 单位
desk-earlier = 同一问题的先前诉求
desk-earlier-hint = 请核对内容，是同一问题的才确认。
desk-measure = 措施
desk-serious = 情节严重
desk-refusal-without-reason = 责任主体明确且无正当理由拒不办理
desk-when = 时间
desk-mended = 更正哪一项
desk-new = 更正为
desk-partner-leader = 批示领导
desk-partner-record = 对象
desk-outcome-instruct = 批示级别
desk-outcome-report = 办理情况
desk-way-dispatch = 转办方式
desk-way-visit = 回访方式
desk-limit-dispatch = 办理时限
desk-limit-dispatch-hint = 规程让交办的人定时限时填写；不填按规程的时限。
desk-passed-sign = 审核意见
desk-own-unit = 认领单位
desk-note-claim = 认领说明
desk-channel-reply = 回复渠道
desk-channel-line = 另一线
desk-channel-record = 在哪里
desk-marks = 标注
desk-marks-one = 标注（只选一项）
desk-marks-other = 其他标注
desk-division = 涉及区划
desk-division-hint = 行政区划代码，例如 620802。
desk-division-code = 涉及区划代码
desk-accused = 被反映单位
desk-accused-hint = 选中的单位和它的下级单位看不到这件诉求，也不能承办。
desk-accused-mark-hint = 选中的单位和它的下级单位看不到这件诉求，也不能承办。已经列为被反映对象的继续回避；列错了的，选上对的，再选最后一项。
desk-accused-only = 只有这次列出的；以前列出的不再回避
desk-accused-people = 被反映人
desk-accused-people-hint = 工作人员的登录名，可以填几个，用空格分开。本人和同在一个单位的人都看不到这件诉求。
desk-accused-also = 别名或其他被反映人
desk-accused-also-hint = 绰号、曾用名，或通讯录里没有的人。姓名写在这里的工作人员，无论现在还是以后加入，都看不到这件诉求。只知道绰号的，查明是谁后，请把登录名填在上面。
desk-accused-named = 来件人所写的对象
desk-accused-words = 文字写明的对象
desk-this-office = 本机构（受理这件诉求的单位自己）
desk-submitted-to = 呈报给
desk-checks = 已核对
desk-checks-hint = 逐项确认后勾选。
desk-questions = 回访问题
desk-line-number = 编号
desk-line-claimed = 已在那里认领
desk-into = 并入的诉求编号
desk-into-hint = 那件诉求答复时，这件诉求的反映人收到同样的答复。
desk-when-hint = 不填就是现在。
desk-text-clean = 整理后的文本
desk-text-clean-hint = 原文永远不变；整理的文本放在旁边。
desk-text-public = 公开的文本
desk-text-public-hint = 不填就公开整理后的文本，没有整理过则公开原文。请不要留下个人信息。
desk-marked = 下面标出的内容可能让人认出是谁，公开时用 ■■■ 代替：
desk-keep = 可以公开的
desk-keep-hint = 默认全部遮盖。只勾选确实可以让所有人看到的，例如公开身份的负责人。
desk-conceal = 还要遮盖的
desk-conceal-hint = 一行一条，照原文抄写。没有被标出、但能让人认出是谁的，写在这里。
desk-found = 核对
desk-found-seen = 标出的内容我已逐条看过
field-finds-unseen = 请先逐条看过标出的内容，再勾选“已看过”。内容变了的，要重新看一遍。
redact-name = 姓名
redact-phone = 电话
redact-id-number = 身份证号
redact-plate = 车牌号
redact-bank-card = 银行卡号或者账号
redact-address = 详细到户的地址
redact-email = 电子邮箱
redact-wechat = 微信号
redact-qq = QQ 号
redact-told = 诉求人的信息
desk-text-submit = 呈报意见
desk-text-instruct = 批示内容
desk-text-instruct-hint = 只有经办的人能看到批示内容。
desk-text-report-up = 上报内容
desk-text-ask-citizen = 请反映人补充什么
desk-given-words = 规程规定的文字，照此记录。
desk-posted = 原帖发布
desk-mark-public = 已公开
desk-mark-withheld = 不公开
desk-mark-hidden = 已撤下
desk-did-unsign = 审签退回
desk-did-return-above = 上级退回
note-limit = 时限：{ $what }
note-division = 区划：{ $what }
note-accused = 被反映：{ $what }
note-posted = 原帖发布于 { $what }
note-when = 时间：{ $what }
note-merged = 并入 { $what } 办理
note-reply-channel = 回复渠道：{ $what }
note-checked = 已核对：{ $what }
note-mark = 标注：{ $what }
note-unmark = 取消标注：{ $what }
note-in-name = 以“{ $what }”名义答复
note-relimit = { $clock }：时限改为{ $limit }，{ $due } { $clause }
note-pause = { $clock }：暂停计时
note-resume = { $clock }：恢复计时，{ $due }
note-pass-over = 不经过“{ $step }”：{ $why }
desk-title = 标题
desk-place = 地点
desk-channel = 渠道
desk-rules = 适用规则
desk-rules-version = { $rules }（{ $version } 版）
desk-text-reply = 答复内容
desk-text-reply-hint = 会发给群众，请用群众看得懂的话。
desk-text-contact = 联系情况
desk-text-report = 办理结果
desk-text-demand-opinion = 要求说明的事项
desk-text-opinion = 书面意见
desk-text-urge = 催办、督办要求
desk-text-visit = 群众的话
desk-text-recheck = 复核情况
desk-text-convene = 会议记录
desk-text-grounds = 理由和依据
desk-text-add = 补充内容
desk-text-record = 情况记录
desk-caller-phone = 来电号码
desk-caller-look = 查历史诉求
desk-caller-name = 来电人姓名
desk-caller-earlier = 该号码的历史诉求
desk-caller-none = 没有历史诉求。
desk-caller-hint = 输入号码后，这里显示该号码的历史诉求。
desk-call-text = 诉求内容
desk-issued-by = 发布机关
desk-in-force = 施行日期
desk-version = 版本
desk-source = 来源
desk-reading = 本平台的理解
desk-shown = 落实情况
desk-kind-timed = 计时
desk-kind-enforced = 强制
desk-kind-feature = 功能
desk-kind-report = 报告
desk-kind-duty = 职责
conformance-title = 逐条对照
conformance-about = 每一条款落在规则文件的哪一行，由哪些情形和测试证明。
conformance-missed = 计时和强制的条款，引用它的每条规则都曾逐一拿掉或者放宽一格，至少有一个情形因此不符。
conformance-own = 这部办法不是随程序发布的，程序里没有它的测试。请写情形文件，用 wenzheng procedure test 验证。
conformance-other-version = 采用的版本与随程序发布、经过测试的版本不同。下面的行号和测试属于随程序发布的版本。
conformance-tested = 已测试
conformance-shown = 在页面展示
conformance-pending = 待实现
conformance-unproved = 没有测试
conformance-places = 在规则文件里：{ $count } 处
conformance-scenarios = 情形：{ $count } 个
conformance-tests = 程序测试：{ $count } 个
desk-did-receive = 已登记
desk-did-complete = 已补全登记
desk-did-accept = 已受理
desk-did-refuse = 不予受理
desk-did-pass-up = 已报上级认定
desk-did-answer = 已直接答复
desk-did-dispatch = 已派单
desk-did-take-back = 派单已撤回
desk-did-sign-for = 已签收
desk-did-contact = 已联系群众
desk-did-ask-extension = 已申请延期
desk-did-rule-extension = 延期已审批
desk-did-ask-send-back = 已申请退单
desk-did-rule-send-back = 退单已审批
desk-did-report = 已上报办理结果
desk-did-review = 审核通过
desk-did-return = 审核退回
desk-did-remind = 已提醒
desk-rung-before = “{ $clock }”到期前{ $by }
desk-rung-at = “{ $clock }”到期
desk-rung-after = “{ $clock }”超时{ $by }
desk-did-reply = 已答复群众
desk-did-answer-visit = 群众已评价
desk-did-visit = 已人工回访
desk-did-demand-opinion = 已要求出具书面意见
desk-did-give-opinion = 已出具书面意见
desk-did-urge = 已催办
desk-did-supervise = 已督办
desk-did-recheck = 已回访复核
desk-did-convene = 已召集协调
desk-did-designate = 已指定牵头单位
desk-did-confirm-repeat = 已确认为重复投诉
desk-did-escalate = 已采取升级措施
desk-did-link-emergency = 已登记应急联动
desk-did-record-accountability = 已登记问责容错
desk-did-withdraw = 群众已撤回
desk-did-add = 已补充情况
desk-did-correct = 已更正登记
desk-did-close = 已结案
desk-did-reopen = 已重新办理
desk-did-archive = 已归档
desk-did-claim = 已认领
desk-did-mark = 已标注
desk-did-tidy = 已整理
desk-did-publish = 已公开
desk-did-withhold = 决定不公开
desk-did-hide = 已撤下
desk-did-submit = 已呈报
desk-did-instruct = 已批示
desk-did-sign = 已审签
desk-did-record = 已记录
desk-did-write = 已出具文书
desk-did-deliver = 已送达
desk-did-report-up = 已上报
desk-did-rule-above = 上级已审核
desk-did-ask-citizen = 已请群众补充
desk-did-merge = 已并单
desk-did-refer = 已登记另一线编号
desk-did-record-history = 由历史台账录入
desk-did-expire = 期限已过
desk-did-recount = 按新的节假日安排重新核算时限
desk-recounted = { $clock }：原定{ $was }，现为{ $due }
desk-recount-announced = { $clock }：节假日安排已公布，到期时间不变
desk-lapse-withdrawn = { $clock }：并未超时，原记录的超时撤销
desk-recount-same = 到期时间不变
desk-did-lapse = 时限届满

## store

store-address = “{ $address }”不是数据库地址。请写成 sqlite:路径 或 postgres://用户@主机/库名。
store-newer = 数据库的结构版本是 { $found }，本程序只认识到 { $known }。请使用更新的程序。
store-other-schema = 数据库的结构版本是 { $found }，本程序使用 { $known }。请先用本程序启动一次服务，数据库会自动升级，然后再试。
store-migration = 数据库的结构版本 { $version } 不是由本程序的脚本建立的，不能打开。
store-full = 磁盘已满，正在写的内容没有保存。腾出空间后可以继续。
store-unavailable = 数据库现在无法连接：{ $why }
store-corrupt = 存储的内容无法读取：{ $why }
store-statement = 数据库拒绝执行：{ $why }

## import

import-no-reply = 没有答复。请用 --as new 作为新诉求导入，或用 --as history 作为历史导入。
import-number = 编号须为一行，不超过 { $most } 个字符。
import-in-future = 留言时间晚于现在。
import-number-taken = 编号 { $number } 已经是另一件诉求的编号。
import-changed = 编号 { $number } 已经导入过，内容不同。原有内容保持不变。

## commands

commands-runtime = 程序无法启动：{ $reason }
commands-only-postgres = --database-url 只接受 postgres://…；SQLite 数据库在 --data 的文件夹里。
commands-folder-name = 文件夹 { $path } 的名称无法作为数据库地址使用，请换一个名称。
commands-folder = 文件夹 { $path } 无法使用：{ $reason }
commands-in-use = 文件夹 { $path } 正被另一个 wenzheng 进程使用。请先停止它；需要几个进程同时运行时请使用 PostgreSQL。
commands-key-unmade = 主密钥文件 { $path } 无法建立：{ $reason }
commands-key-missing = 数据库里已有内容，主密钥文件 { $path } 却不在。请放回建立数据库时的 master.key；没有它，密封的内容无法打开。
commands-key-unreadable = 主密钥文件 { $path } 无法读取：{ $reason }
commands-key-length = 主密钥文件 { $path } 应为 32 字节，实际为 { $found } 字节。请放回原来的文件。
commands-key-wrong = 主密钥与这个数据库不符。请放回建立数据库时的 master.key。
commands-keys-rotated = 新的主密钥已启用，原来的仍然有效。正在运行的服务会自行改用新密钥封装，全部完成后请运行 wenzheng keys retire。
commands-keys-unretired = 上一次更换还没有收尾：请先运行 wenzheng keys retire。
commands-keys-rewrapped = 改用新主密钥封装 { $rewrapped } 个，原已是新密钥的 { $already } 个。
commands-keys-unreadable = 有 { $unreadable } 个密钥用现有的主密钥打不开，原来的主密钥保留不动。请放回缺少的 master.key。
commands-keys-retired = 原来的主密钥已停用，文件中只留新的。请同时换掉各处的备份。
commands-port-taken = { $address } 已被占用。请停止占用它的程序，或用 --listen 换一个端口。
commands-no-port = 无法监听 { $address }：{ $reason }
commands-serving = 问政已启动：{ $address }（按 Ctrl-C 停止）
commands-first-link = 还没有管理员。请在三天内打开这个一次性链接，设立第一位管理员：{ $link }
commands-served = 服务中断：{ $reason }
commands-stopped = 已停止。
commands-adopted = 首次运行：辖区“{ $jurisdiction }”采用 { $procedure }，版本 { $version }。今后更换请用 wenzheng adopt。
commands-adopted-lapsed = 注意：这部办法的有效期至{ $day }，已经届满。决定继续使用之前不能登记新的诉求：请用 wenzheng rules continue 记录决定，或者采用新的办法。
commands-which-procedure = 首次运行请用 --procedure 写明采用哪一份办法：{ $ids }
commands-no-such-procedure = 没有办法“{ $id }”。可选：{ $ids }
commands-other-procedure = 这里采用的是 { $adopted }，不是 { $asked }。更换请用 wenzheng adopt 文件 --from 日期。
commands-file-there = { $file } 已经存在，没有改动。请换一个文件名，或用 --overwrite 覆盖它。
commands-which-jurisdiction = 请用 --jurisdiction 写明辖区：{ $ids }
commands-no-such-jurisdiction = 没有辖区 { $id }。现有：{ $ids }
commands-jurisdiction-there = 辖区 { $id } 已经存在。要改名称或域名，请用 wenzheng jurisdiction change。
commands-jurisdiction-changed = 辖区 { $id } 已更改。
commands-jurisdictions-by-path = 现在有多个辖区：没有自己域名的辖区通过 /@编号 访问，首页列出全部。短信和微信网关的回调地址也要相应更改。
commands-no-procedure = 没有在用的办法
commands-not-set-up = 这里还没有建立。请先运行一次 wenzheng serve。
commands-file-unreadable = 文件 { $file } 无法读取：{ $reason }
commands-file-unwritable = 文件 { $file } 无法写入：{ $reason }
reason-not-there = 没有这个文件或文件夹，请核对名称
reason-not-allowed = 没有权限
reason-is-a-folder = 这是文件夹，不是文件
reason-is-no-folder = 路径中有一段不是文件夹
reason-there-already = 已经有了
reason-no-text = 不是 UTF-8 编码的文本
reason-full = 磁盘满了
reason-read-only = 磁盘是只读的
reason-not-our-address = 这台机器没有这个地址
reason-no-address = 地址要写成 127.0.0.1:8311 这样
usage-unknown = 不认识参数“{ $what }”。
usage-no-such-command = 没有命令“{ $what }”。
usage-which-command = 还要写明子命令。
usage-missing = 缺少参数：{ $what }。
usage-empty = { $what } 后面要写一个值。
usage-not-a-value = { $what } 不能是“{ $value }”。
usage-twice = { $what } 只能写一次。
usage-not-both = { $what } 不能和 { $other } 一起写。
usage-nearest = 是不是 { $nearest }？
usage-valid = 可以是：{ $values }
usage-usage = 写法：{ $usage }
usage-help = 加上 --help 可以看到说明。
commands-not-a-day = “{ $text }”不是日期。请写成 2027-01-01 这样。
commands-day-missing = { $file } 没有写明从哪一天起施行，请加上 --from，例如 --from 2027-01-01。
commands-no-such-login = 没有登录名为“{ $login }”的工作人员。
rules-title = 办法与日历
rules-lead = 采用过的每个版本都保留；诉求从收到那天起，一直按当时施行的版本办理。
rules-procedures = 办法
rules-calendars = 日历
rules-calendar = 节假日和调休日历（{ $id }）
rules-hash = 校验值
rules-from-by = 自 { $day } 起 · 由{ $who }启用
rules-until = 有效期至 { $day }
rules-own = 并入：{ $title }（{ $unit }）
rules-own-ended = { $unit }自己的规定自{ $day }起停用（{ $who }决定：{ $reason }）
rules-end-own = 停用单位自己的规定
rules-end-unit = 停用哪个单位的
rules-end-from = 自哪天起停用
rules-continue = 决定继续使用
rules-decided-by = 由谁决定
rules-reason = 理由
rules-decided-until = 继续使用至
rules-adopt = 采用新的办法、单位规定或者日历
rules-file = 文件
rules-file-hint = 办法、单位规定或者日历，扩展名 .toml。采用之前先检查；有错的不采用，并写明是哪个文件哪一行。
rules-fragments = 一起用到的文件
rules-fragments-hint = 文件里用 include 或 extends 引用的片段，文件名就是所引用的名字，例如 national-guidance-2025.toml。可以一次选多个。
rules-nothing-brought = 请选择文件，或者粘贴全文。
rules-no-text = 不是 UTF-8 文本。请另存为 UTF-8 再选。
rules-text = 或者粘贴全文
rules-text-hint = 没有选文件时才用这里的内容。
rules-from = 从哪一天起施行
rules-from-hint = 不写的，按办法里写的施行之日；日历必须写。
rules-already = 同样的文本已经采用，自 { $day } 起施行。
rules-too-early = 须晚于 { $since }：那一天起另有版本施行。
rules-fault-in = { $file } 第 { $line } 行：{ $says }
rules-fault = 第 { $line } 行：{ $says }
rules-decided = 已记录这一决定。
rules-taken = 已采用。
rules-taken-unit-unknown = 已采用。单位“{ $unit }”还没有登记，登记以前这些规定对谁都不起作用；是不是 unit 写错了？
rules-unit-unknown = 单位“{ $unit }”还没有登记，登记以前这些规定对谁都不起作用；是不是 unit 写错了？
rules-banner-lapsed = 现行办法的有效期至{ $day }，已经届满；作出决定之前不登记新的诉求，已受理的照常办理。
rules-banner-used-on = 现行办法的有效期至{ $day }，已经届满；经{ $who }决定继续使用至{ $until }。
rules-coming = 尚未施行
rules-in-force = 施行中
rules-lapsed = 有效期已满
rules-replaced = 已被新版本取代
rules-repealed = 已废止
rules-used-on = 有效期已满，经{ $who }决定继续使用至{ $until }：{ $reason }
rules-calendar-other = 未使用
rules-adopted = 自 { $day } 起 · 由{ $who }启用 · { $hash }
rules-adopter-unknown = （未记录）
commands-nothing-lapsed = 现行办法没有过期，不需要决定继续使用。
commands-used-on = 已记录：继续使用至 { $until }。
commands-no-own-rules = 单位 { $unit } 没有自己的规定。
commands-own-ended = 已记录：单位 { $unit } 自己的规定停用，自{ $day }起按办法办理。
commands-day-before = { $adopted } 自 { $since } 起施行，{ $day } 不晚于这一天，采用后不会生效。请把 --from 写成更晚的日期。
commands-not-adopted = 文件有 { $count } 处问题，没有采用。全部问题请看 wenzheng procedure check { $file }
commands-procedure-faulty = 文件 { $file } 有问题，没有采用。请先运行 wenzheng procedure check { $file }
commands-adopted-before = { $file } 已经采用，自 { $day } 起施行。
commands-adopted-from = 已采用 { $file }，自 { $day } 起施行。
commands-service = 12345热线
commands-administrator = 管理员
commands-demo-filling = 正在建立演示用的“云川市”和“柳荫渡镇”（地名、人名和诉求都是虚构的，停止后全部删除）……
commands-demo-cases = 共 { $count } 件诉求。可以凭编号和查询码查看进展：
commands-demo-people = 工作人员（密码都是 { $password }）：
generate-log-begun = 公开存证已经签过树头。虚构的诉求记在过去的日子，放进来会被认作倒填日期，存证从此无法通过核验。请换一个还没有启动过服务的文件夹或数据库。
commands-generate-real = 这里有真实的工作人员，不能放入虚构的诉求。请换一个空的文件夹或数据库。
commands-generated = 已生成 { $cases } 件诉求、{ $commands } 条操作，用时 { $seconds } 秒：每秒 { $rate } 件、{ $command-rate } 条。
commands-rebuilding-beside = 正在按日志重建查询数据。其他进程可以照常服务。
commands-rebuilding-alone = 正在按日志重建查询数据。使用 SQLite 时，重建期间不能同时运行服务。
commands-rebuilding-already = 另一个进程正在重建，请等它完成。
commands-rebuilt = 已重建 { $cases } 件诉求，另有 { $others } 条其他记录。
commands-import-rows = { $count } 行
commands-import-line = 第 { $line } 行：{ $reason }
commands-import-more = ……还有 { $count } 行，用 --report 文件 可以看到全部。
commands-import-done = 共 { $rows } 行：作为历史导入 { $history } 件，作为新诉求导入 { $new } 件，早已导入 { $same } 件，内容不同未覆盖 { $changed } 件，不能导入 { $bad } 行。
commands-import-would = 试运行，没有导入。共 { $rows } 行：可作为历史导入 { $history } 件，可作为新诉求导入 { $new } 件，早已导入 { $same } 件，内容不同 { $changed } 件，不能导入 { $bad } 行。
commands-import-empty = 表中没有任何一行内容，什么也没有导入。请查看文件是否完整、表头是否在第一行。
commands-import-none = 共 { $rows } 行，没有一行被导入。原因见上；请改正后再试。
commands-import-broken-off = 导入中断：{ $reason } 已导入的保留；再运行一次，从中断处继续。

## replay

replay-rows = 台账 { $ledger }：共 { $rows } 行，计算 { $measured } 行，未计算 { $left } 行。
replay-measures = 计算的是从收到留言到答复的时间；条文的时限不都这样起止，不同之处写在各栏下面。
replay-ignores = 不看办法何时施行：假定办法当时已经有效。
replay-counts = 工作日按“{ $calendar }”；收到留言当天为第 0 天；休息日答复的，按前一个工作日计，因为没有再过一个工作日。
replay-provisional = 其中 { $count } 行的到期时间是暂定的：所涉年份的节假日安排尚未公布，暂以周一至周五为工作日。
replay-procedure = { $title }（{ $id }，{ $version }）
replay-column = { $name }：{ $limit }（{ $basis }）
replay-column-only-if = ，用于：{ $conditions }
replay-column-otherwise = ，用于其他情形
replay-column-from = ，自{ $day }起算的（这里不看日期）
replay-column-until = ，至{ $day }起算的（这里不看日期）
replay-column-by-kind = { $name }：台账的类别能确定时限的，按确定的时限；确定不了的不计入
replay-house = 本单位规定
replay-note-starts = 办法从“{ $moments }”起算，这里从收到留言起算。
replay-note-met = 办法以“{ $moments }”为完成，这里以答复为准。
replay-note-only-if = 办法只用于：{ $conditions }。台账看不出的，这里每一行都计入。
replay-note-extension = 办法允许延期，累计不超过{ $limit }（{ $clause }）；这里不计延期。
replay-note-posted = 知道发帖时间的，办法从发帖时起算；这里从台账的留言时间起算。
replay-note-pauses = 办法规定{ $moments }时暂停计时；这里不计暂停。
replay-note-extension-in-all = 办法允许延期，从起算到办结最长{ $limit }（{ $clause }）；这里不计延期。
replay-left-out-after = 未计算“{ $name }”：从“{ $moments }”起算，那时已经有了答复或者结果，台账看不出。
replay-left-out-set-by-act = 未计算“{ $name }”：每次派单时另定时限，台账看不出。
replay-left-out-round = 未计算“{ $name }”：到每天固定的时刻为止，台账看不出。
replay-left-out-before = 未计算“{ $name }”：从另一时限的到期时间倒算，台账看不出。
replay-head-column = 栏
replay-head-limit = 时限
replay-head-rows = 件数
replay-head-in-time = 按时
replay-head-rate = 按时率
replay-head-late = 超期
replay-head-median = 超期中位数
replay-head-p90 = 九成超期不多于
replay-head-worst = 最长超期
replay-by-kind = 按类别
replay-past-due = { $column } 栏按时的件中，{ $count } 件在最后一个工作日之后的休息日答复：工作日数没有超过，但已过到期时刻（最后一日24时），运行中的时限会记为超期。
replay-cells = 以下各表每栏三个数：按时件数、按时率（%）、超期的中位数（+，以该栏时限的单位计）。
replay-by-month = 按月（收到留言的月份）
replay-by-unit = 按单位（列“{ $column }”）
replay-by-the-kind = 按类别（列“{ $column }”）
replay-no-unit = 台账没有单位一列，不按单位分。
replay-no-kind = 台账没有类别一列，不按类别分；每一种时限各为一栏，不作推测。
replay-known-kinds = { $count } 种类别中，{ $known } 种是办法 { $id } 里的类别或者标注。
replay-empty = （空）
replay-more-groups = ……还有 { $count } 个，用 --json 可以看到全部。
replay-not-measured = 未计算的 { $count } 行：
replay-more-rows = ……还有 { $count } 行，用 --json 可以看到全部。
replay-no-reply = 第 { $line } 行：没有答复，也没有答复时间。
replay-no-time = 第 { $line } 行：有答复，没有答复时间。请补上答复时间。
replay-before-message = 第 { $line } 行：答复时间早于留言时间。请核对两个时间；只写了日期的，请补上时刻。
replay-at-most-two = --procedure 最多写两次：一份办法，或者两份并排。
replay-no-limits = 办法“{ $id }”没有以答复或者办理结果为终点的时限，没有可以计算的。请换一份办法，或者在文件里写 [[clock]]，met_by = ["replied"]。

## problems
# What a use case answers when it cannot do what was asked; each says what to do.

problem-not-found = 没有找到，或者您无权查看。请核对编号。
problem-forbidden = 您的角色不能做这件事。需要办理的，请联系管理员调整角色。
problem-destroyed = 保存期限已过，密钥已按决定销毁，这部分内容无法再看。
field-too-short-a-time = 保存期限至少 { $least } 天。
field-no-retention = 还没有设定保存期限。
field-not-held = 这件诉求没有被留存。
field-accusation-not-public = 控告、举报不得公开。
field-accusation-alone = 控告、举报单独办理，不与别的诉求合并或者互相注明。
field-accuses-whom = 控告、检举要写明对象：选单位，或者写人的姓名。
field-no-accusation = 写了控告、检举的对象，请把类型选为控告、检举；不是控告、检举的，请把对象删去。
field-unit-accused = 这个单位是被反映的单位，或者是它的下级。请转给别的单位。
problem-signed-out = 您还没有登录，或者登录已过期。请重新登录。
problem-wrong-secret = 填写的名称和密码（或者编号和查询码、链接）不相符。请核对后再试。
problem-invalid = 有的内容需要修改。请按每一项的提示改好后再提交。
problem-throttled = 尝试次数过多。请在 { $until } 之后再试。
problem-rules-lapsed = 现行办法的有效期至{ $day }，已经届满。继续使用须先作出并记录决定；在此之前不能登记新的诉求，已受理的照常办理。请联系管理员。
problem-no-procedure = 当前没有施行中的办法或者日历。请联系管理员启用。
problem-busy = 这件诉求正在被许多人同时办理，您的操作没有保存。请再试一次。
problem-disk-full = 磁盘已满，您的操作没有保存。请联系管理员腾出空间，之后再试即可。
problem-unavailable = 数据库暂时无法使用，您的操作没有保存。请过几分钟再试；仍然不行的，请联系管理员。
problem-internal = 程序出错，您的操作没有保存。请把页面上的请求编号告诉管理员。

## field faults
# What is wrong with one field; each says what to do.

field-empty = 请填写这一项。
field-one-line = 这一项只能写一行。请去掉换行和看不见的控制字符。
field-reason-short = 理由太短，至少 { $least } 个字符。请写明为什么。
field-for-staff = 这一项由工作人员填写。请去掉这一项再提交。
field-accusing-nowhere = 现行办法没有控告、检举这一类，不收这一项。请去掉它，把所反映的单位或者人写进正文。
field-not-whole = 请填写整数，例如 3。
field-too-long = 内容过长，最多 { $most } 个字符。请缩短，或者作为附件提交。
field-not-a-channel = 没有这个渠道，或者这个渠道不能由群众自己填写。请从列表中选择。
field-not-a-time = 不是可识别的时间。请写成 2025-03-10 09:30 这样。
field-in-the-future = 时间晚于现在。请填写已经过去的时间。
field-no-such-unit = 没有这个单位，或者该单位今天已不存在。请从列表中选择。
field-which-unit = 您在几个单位任职，请选择以哪个单位认领。
field-not-your-unit = 您不在这个单位任职，不能以它的名义认领。请选择自己的单位。
field-not-a-division = 行政区划代码只用数字，按级写 2、4、6、9 或 12 位，例如 620802 或 620802003。
field-no-such-duty = 职责要从列表中选择：诉求类别或者标注。
field-entry-known = 同样的事项和地方已经有一条。请先停用那一条，或者写得更具体。
field-no-such-record = 规程里没有这种记录。请从列表中选择。
field-merged-already = 那件诉求已并入 { $number } 办理。请改为并入 { $number }。
field-not-an-act = 这个操作不能这样提交。
field-no-such-case = 没有这个编号的诉求。请核对编号。
field-no-citizen-yet = 还没有登记群众信息，无法更正。请先补全登记。
field-command-id-used = 这个命令编号已用于另一件诉求。请换一个新的编号再提交。
field-password-short = 密码太短，至少 { $least } 个字符。请换一个更长的密码。
field-code-wrong = 验证码不对。请核对短信中最新的一个。
field-code-gone = 验证码已失效（过期、用过或者试错太多次）。请重新获取。
field-no-such-verifier = 没有这种实名核验方式。请改用短信验证码。
field-proof-wrong = 实名核验没有通过。请核对姓名和身份证号，或者改用短信验证码。
field-signature-wrong = 签名不对。请核对双方的密钥；签名是以密钥对“时间戳.正文”作 HMAC-SHA256，写成 v1=十六进制。
field-timestamp-old = 时间戳与现在相差五分钟以上，或者不是秒数。请校准时钟后重新签名发送。
field-not-json = 正文不是约定的 JSON：{ $reason }
field-no-such-message = 没有发出过这个编号的回访短信。请原样填写发送时收到的 id。
field-visit-superseded = 这条回访之后群众又得到了新的答复，以新的回访为准。

## messages
# What leaves through the outbox, and why something has not left.

message-code = 您的验证码是 { $code }，{ $minutes } 分钟内有效。请勿告诉他人。
message-no-due = 无时限
outbox-refused = 对方拒收，不再发送：{ $detail }。请核对号码或邮箱。
outbox-failed = 发送失败：{ $detail }。程序会自动重试两天，请检查邮件服务器或者短信网关。
outbox-no-sender = 没有设置发送方式（{ $detail }）。请在数据文件夹的 wenzheng.toml 中设置 [smtp]、[sms] 或 [wechat]，设置后自动发出。
outbox-quiet = 免打扰时段，{ $detail } 以后发送。
outbox-nobody = 没有人可以告知：{ $detail }。请在人员管理中为该单位或角色安排人员；没有登记群众电话的，请补全登记。
outbox-no-address = { $detail } 没有登记邮箱和电话。请在人员管理中补上。
outbox-person-left = 收件人已停用，不再发送。
outbox-key-destroyed = 群众的个人信息已销毁，无法发送。
outbox-no-template = 办法中没有模板“{ $detail }”，无法发送。
outbox-merged-refused = 并案的答复没有转给 { $detail }：办法不许系统在这一步答复。请逐件人工答复。
outbox-history = 历史台账中的诉求，不发送。
outbox-code-expired = 验证码在发出之前已过期，不再发送。
outbox-corrupt = 消息内容无法读取（{ $detail }），无法发送。请联系管理员查看日志。

## settings
# Faults in wenzheng.toml.

settings-unreadable = 无法读取设置文件 { $file }：{ $reason }。请检查文件权限。
settings-syntax = { $file } 第 { $line } 行有误：{ $message }。可用的写法见 docs/messages.md，登录（[sign_in]、[sign_on]）的见 docs/signing-in.md。
settings-sign-in-bounds = { $file } 第 { $line } 行：[sign_in] 的 { $field } 不能是 { $text }，须在 1 和 { $most } 之间。写法见 docs/signing-in.md。
settings-value = { $file } 第 { $line } 行：“{ $text }”不能用在这里。请写成 { $example } 这样。
settings-smtp-in-the-clear = { $file } 第 { $line } 行：到 { $host } 的邮件不能不加密。请写 encryption = "starttls" 或 "tls"；只有本机的邮件服务器才可以写 "none"。
settings-smtp-tls = 无法为邮件服务器建立加密：{ $reason }。请检查 [smtp] 的 host。
settings-secret-missing = { $file } 第 { $line } 行：缺少密钥。请写 { $key } = "文件名"（放在数据文件夹中），或者 { $other } = "环境变量名"。
settings-secret-unreadable = { $file } 第 { $line } 行：无法读取 { $place }：{ $reason }。请把密钥写入其中，并只允许运行本程序的用户读取。
settings-secret-empty = { $file } 第 { $line } 行：{ $place } 是空的。请把密钥写入其中。

## api
# Faults of calls to the API: titles by status, and what only programs meet.

api-title-unreadable = 请求无法识别
api-title-unauthorized = 没有有效的登录
api-title-forbidden = 没有权限
api-title-not-found = 没有找到
api-title-method = 不支持这种方法
api-title-conflict = 内容已有变化
api-title-too-large = 内容过大
api-title-media = 不支持这种格式
api-title-invalid = 有的内容需要修改
api-title-refused = 按规则不能这样办理
api-title-throttled = 尝试次数过多
api-title-internal = 程序出错
api-title-unavailable = 暂时无法使用
api-misread-json = 第 { $line } 行第 { $column } 个字符处不是 JSON
api-misread-missing = 缺少字段 { $field }
api-misread-unknown = 没有字段 { $field }，可用的有：{ $known }
api-misread-variant = 字段 { $field } 不能是“{ $value }”，可用的有：{ $known }
api-misread-range = 字段 { $field } 须在 { $least } 和 { $most } 之间
api-misread-type = 字段 { $field } 应为{ $expected }
api-misread-value = 字段 { $field } 的值不能识别
api-misread-whole = 应为{ $expected }
api-expected-text = 文字（字符串）
api-expected-boolean = true 或 false
api-expected-list = 列表（JSON 数组）
api-expected-object = 带字段名的 JSON 对象
api-expected-number = 范围内的整数
api-body = 请求正文不符合接口说明：{ $fault }。请对照 /api/v1/openapi.json 修改。
api-query = 网址中的参数不符合接口说明：{ $fault }。请对照 /api/v1/openapi.json 修改。
api-media = 请求正文须为 JSON。请以 Content-Type: application/json 发送。
api-too-large = 请求正文过大，最多 { $kilobytes } KB。请减少内容或者附件。
api-no-route = 接口没有这个地址。现有的地址见 /api/v1/openapi.json。
api-method = 这个地址不支持这种方法。请使用响应头 Allow 中列出的方法。
api-cursor = 翻页位置无效。请原样使用上一页给出的 next，或者去掉 after 从头开始。
api-nul = 内容中含有空字符（U+0000），无法保存。请去掉后再提交。
api-not-base64 = 附件内容不是 base64 编码。请编码后再提交。
api-file-kind = 不支持这种文件。请改用图片、PDF、办公文档、录音、录像或者纯文本文件。
api-file-pixels = 图片的像素太多（最多五千万）。请缩小后再传。
api-file-large = 附件过大，每个最多 { $megabytes } MB。请压缩或者拆分。
api-files-many = 附件过多，一次最多 { $most } 个。请分几次提交。
api-no-files-here = 这个动作不能带附件。请用“上报办理结果”或者“群众补充”提交。
api-no-account = 没有登录账号。请带上账号的令牌（POST /account/session），或去掉 in_account。

## refusals
# Why the engine of crate `case` refuses a command, and what to do. What the procedure file itself says goes first.

act-record-history = 录入历史诉求

refusal-already-asked = 同样的申请正在等待审批，请等审批后再申请。
refusal-condition = 还缺一个条件，暂时不能办理。请查看所列依据。
refusal-corrected-meanwhile = 这一栏已被他人更正。请看过现在的内容后再更正。
refusal-correction-empty = 更正后的内容是空的。请写明应当是什么。
refusal-date-out-of-range = 期限超出日历所及的年份，无法计算。请缩短时间。
refusal-extension-too-late = 时限已于 { $due } 届满，不能再申请延期。请尽快办结。
refusal-extension-too-long = 延期累计不能超过 { $most }，还可以延 { $left }，您申请的是 { $limit }。请缩短后再申请。
refusal-given-words = { $record }的内容由规程写定，不能另写。请把内容留空。
refusal-part-missing = 文书缺少“{ $part }”这一部分。请补上。
refusal-not-written = 文书{ $document }还没有出具，不能登记送达。请先出具。
refusal-not-addressed = 文书{ $document }不发给{ $to }。请从收文对象中选。
refusal-line-known = 编号{ $number }已经登记。
refusal-merge-into-itself = 不能并入自身。请填另一件诉求的编号。
refusal-extension-beyond = 延期{ $limit }后将晚于{ $due }；从起算之日起最长{ $most }。请少申请一些。
refusal-extension-unit = “{ $limit }”与允许延长的时间单位不同，不能累计。请改用天、小时或分钟。
refusal-field-missing = 缺少：{ $field }。请填写后再提交。
refusal-history-in-future = 历史诉求的时间 { $received } 还没有到。请核对台账。
refusal-in-future = { $when } 还没有到。请填写实际发生的时间。
refusal-measure-condition = “{ $measure }”还须具备所列依据中的加重情形。情节严重的，请勾选并在记录中写明。
refusal-measure-without-ground = 所列依据规定的情形目前一项也不具备，不能采取“{ $measure }”。请先协调、督办或者复核，并留下记录。
refusal-more-than-asked = 申请的是 { $asked }，不能批准 { $granted }。请批准不超过所申请的时间。
refusal-no-rule = 在“{ $step }”这一步、目前的情况下，不能{ $act }。请看该件现在可以办理的事项。
refusal-no-such-order = 该件没有这张工单。请刷新后再试。
refusal-not-a-repeat = 与 { $earlier } 不构成重复投诉：既不在答复后的期限内，也没有超过首次投诉后的期限仍未解决。请核对，或者作为新的诉求办理。
refusal-not-extensible = 该工单没有可以延期的时限。请在原时限内办结。
refusal-not-in-procedure = 本办法没有“{ $act }”这一动作。
refusal-was-public = 这件诉求已经公开过，不能改为不公开。请撤下：写明原因，公开页上留痕。
refusal-not-public = 这件诉求现在没有公开，无从撤下。
refusal-not-yours = “{ $act }”不由您办理。请转告有权办理的人。
refusal-nothing-asked = 没有待办的申请或者要求，可能已经处理。请刷新后再看。
refusal-nothing-to-correct = 群众的姓名和电话还没有登记，没有可以更正的内容。请先补全登记。
refusal-number-taken = 这个编号已经是另一件诉求的编号。
refusal-order-missing = “{ $act }”须对一张工单进行。请选定工单。
refusal-other-lead-designated = 已指定{ $designated }牵头，不能由{ $unit }牵头。请派{ $designated }牵头，或者重新指定。
refusal-second-lead = { $unit }正在牵头办理，同一件不能有两个牵头单位。请派为协办，或者先收回原来的工单，也可以重新指定牵头单位。
refusal-seen-missing = 没有写明所看到的是哪一版内容。请刷新后看过再办。
refusal-stale = 您看过之后，内容又有变化。请看过新的内容后再办。
refusal-unit-twice = { $unit }已在办理该件，或者列了两次。请每个单位只派一次。
refusal-marks-exclude = “{ $mark }”和“{ $other }”只能选一个。请留下一个。
refusal-unknown-id = “{ $id }”不在本办法的清单里。请从清单中选择。
refusal-wrong-step = 现在是“{ $step }”，不能{ $act }。请刷新后看该件走到了哪一步。

## directory

directory-title = 单位与人员
directory-lead = 先登记单位，再登记人员，然后给人员安排岗位和值班。什么都不会被删除，只会从某一天起不再有效。
directory-units = 单位
directory-people = 人员
directory-none = 还没有单位。请从右边“登记单位”开始。
directory-administrator = 管理员
directory-keeper = 举报保密员（可以查看举报人身份）
directory-on-duty = 值班：
directory-add-unit = 登记单位
directory-add-person = 登记人员
directory-add-post = 安排岗位
directory-add-duty = 安排值班
directory-entered = 已登记。
directory-zh = 中文名称
directory-en = 英文名称
directory-id = 编号
directory-id-hint = 小写字母、数字和连字符，例如 water-bureau；登记后不再改变。要修改已登记的单位，再填一次它的编号，并勾选下面的“修改已登记的单位”。
directory-change-unit = 修改已登记的单位
directory-change-unit-hint = 编号所指的单位改成这里所填的样子；没有填的也一并改为空。“从哪天起”照原来登记的填。
directory-kind = 单位类别
directory-kind-city = 市级单位
directory-kind-county = 县（区）
directory-kind-town = 乡镇（街道）
directory-kind-other = 其他
directory-parent = 上级单位
directory-territory = 管辖区划代码
directory-territory-hint = 行政区划代码，2、4、6、9 或 12 位数字，例如 620802 或 620802003。辖区内的诉求该单位可以认领。
directory-duties = 职责
directory-duties-hint = 属于这些类别或带有这些标注的诉求，该单位可以认领。
directory-from = 从哪天起
directory-to = 到哪天止（当天起不再有效）
directory-email = 电子邮箱
directory-person = 人员
directory-role = 岗位
directory-unit = 单位
directory-unit-hint = 承办单位的岗位必须选单位，热线的岗位不选。
directory-duty-from = 值班开始
directory-duty-to = 值班结束

field-not-an-id = 编号只能用小写字母、数字和连字符，例如 water-bureau。
field-id-reserved = “{ $id }”在本平台另有所指，不能作单位编号。请换一个编号。
field-unit-there = 编号“{ $id }”已经是“{ $name }”。要修改这个单位，请勾选“修改已登记的单位”；要登记另一个单位，请换一个编号。
field-no-unit-to-change = 没有编号为“{ $id }”的单位，没有可以修改的。请核对编号；要登记新单位，请不要勾选“修改已登记的单位”。
field-unit-overlaps = 编号“{ $id }”的单位从 { $since } 起已经登记，时间重叠。修改它，请把“从哪天起”填成 { $since }；从某天起换成新的情况，请先把原来的登记到那一天为止。
field-no-such-kind = 没有这种单位类别。请从列表中选择。
field-own-parent = 单位不能是自己的上级。请选择另一个单位，或者不选。
field-parent-circle = 所选的上级单位本身就在这个单位之下，会绕成一圈。请选择另一个单位，或者先改那个单位的上级。
field-not-a-host = 域名只用小写字母、数字、点和连字符，不带端口，例如 wz.example.cn。
field-host-taken = 这个域名已属于辖区 { $id }。
field-day-over = 这一天已经过去。
field-days-turned = 截止日期不能早于起始日期。请改其中一个。
field-ends-before = 结束要晚于开始。
field-login-taken = 这个用户名已经有人用了，请换一个。
field-no-such-role = 没有这个岗位，请从列表中选择。
field-not-above = 只能报已登记、在用的上级机关，请从列表中选择。
field-which-peer = 请选择对方；用另一套系统的，请填网址。
field-no-unit-here = 这个岗位不属于某个单位，请不要选单位。
field-no-such-person = 没有这个人，请从列表中选择。
field-not-a-day = 日期要写成 2026-11-21 这样。

## handlers

shell-follow = 请先打开您的诉求
shell-follow-advice = 用编号和查询码打开。
citizen-done = 已收到，谢谢。
citizen-case = 我的诉求
citizen-papers = 文书
citizen-papers-see = 查看和下载文书
citizen-papers-none = 还没有文书。
citizen-papers-back = 回到我的诉求
citizen-paper-open = 打开、打印
citizen-home = 说出您的诉求
citizen-follow = 查进度
citizen-follow-wrong = 编号和查询码不相符。请对照回执再输一次；查询码由8个字母和数字组成。
citizen-visit-over = 这个链接已经失效。请用编号和查询码打开诉求。
desk-done = 已办：{$act}。
desk-case = 诉求
desk-complained-again = 群众在本诉求中再次反映
desk-queue-asked = 待审批
desk-queue-mine = 等我处理
desk-queue-unit = 本单位工单
desk-queue-accusing = 控告、检举
desk-queue-pool = 待认领
desk-queue-submitted = 呈报给我
desk-queue-all = 全部未结
desk-sign-in-wrong = 用户名或密码不对，请再试一次。
desk-phone-code = 短信验证码
desk-phone-code-hint = 点“发送验证码”，请对方念出手机上收到的6位数字；和身份证号一起核验实名。
desk-send-code = 发送验证码
desk-code-sent = 验证码已发送，10分钟内有效。
desk-act-basis = 依据：
desk-refused-by = {$says}（依据 {$clause}）

# Documents
paper-contact = 联系人：{ $contact }
paper-table = 表格
paper-volume = 案卷 { $number }
paper-volume-made = 本案卷于{ $at }由办理记录生成。
paper-volume-rules = 适用规则：{ $rules }（{ $version }）
paper-no = 序号
paper-content = 内容
paper-pieces = 件数
paper-title = 标题
paper-channel = 来源渠道
paper-external = 原编号
paper-received = 收到时间
paper-place = 事发地点
paper-citizen = 诉求人
paper-original = 原始材料
paper-handling = 办理情况
paper-lead = 主办
paper-assist = 协办
paper-dispatched = 派出
paper-signed-for = 签收
paper-reported = 上报结果
paper-passed = 办结
paper-reply = 答复
paper-reply-title = 关于诉求的答复
paper-asked = 反映的内容
paper-transfers = 交办和回复记录
paper-evidence = 佐证材料
paper-instructions = 领导批示
paper-course = 办理过程
paper-when = 时间
paper-what = 事项
paper-who = 办理人
paper-basis = 依据
paper-text = 内容
paper-lapse = 时限届满
paper-rung = 系统提醒
paper-past = 历史记录录入
paper-house = 本单位规定
paper-product = 平台规则
paper-file = 文件名
paper-kind = 类型
paper-kilobytes = 大小（KB）
paper-digest = 校验值（SHA-256）
paper-by-basis = 依据：{ $basis }
paper-number = 编号
paper-replied = 答复时间
paper-month-open = 未答复
paper-month-late = 已超期
paper-month-counts = 本月收到{ $all }件，已答复{ $answered }件。
field-not-a-month = 请按“2026-03”的样子填写月份。
field-month-not-over = 这个月还没有结束，结束后再存档。
desk-month = 月报存档
desk-month-file = 生成并存档
desk-month-filed = 已编号存档。
desk-month-which = 哪一种月报
desk-month-of = 月份
desk-month-none = 还没有存档的月报。
desk-docx = 下载 DOCX
desk-print-hint = 用浏览器的打印功能即可打印，A4 纸。
desk-volume = 案卷
paper-office = 热线
paper-instruction-withheld = 批示内容仅办理人员可见。
fact-act-measure = 督办之后采取的措施
desk-papers = 文书
desk-volume-hint = 原始材料、办理、交办和回复、佐证材料、批示，立卷存档。
desk-write-document = 出具《{ $document }》
desk-deliver-document = 登记送达《{ $document }》
desk-finding = 核查结论
desk-parts-taken = 自动取自办理记录，不用填写：{ $parts }
desk-delivered-to = 送达对象
desk-delivered-hint = 不填就是现在。
desk-delivered-on = 已送{ $to } { $at }
desk-to-deliver = 待送{ $to }

# Messages between jurisdictions.
exchange-inbox = 往来收件
exchange-inbox-lead = 其他政府经签名送来的：要审核的办理报告，要签收的书面反馈和网上线索，以及没能自动办理的来件。
exchange-inbox-empty = 没有等待处理的来件。
exchange-inbox-done = 已处理
exchange-kind = 类别
exchange-from = 来自
exchange-at = 收到时间
exchange-kind-case = 转办诉求
exchange-kind-report-up = 办理报告
exchange-kind-ruling = 审核意见
exchange-kind-feedback = 书面反馈
exchange-kind-notice = 网上线索
exchange-kind-new-key = 更换密钥
exchange-kind-receipt = 回执
exchange-failed = 待人工处理
exchange-failed-lead = 来件验签无误，但没能自动办理：
exchange-not-by-rules = 本地办法或登记要求不允许（{ $code }）。请按来件内容人工登记或处理。
exchange-theirs = 对方编号
exchange-ours = 本地编号
exchange-received = 对方受理登记时间
exchange-due = 请于此前答复
exchange-place = 地点
exchange-citizen = 群众
exchange-files-named = 附件
exchange-original = 诉求原文
exchange-asked = 办理要求
exchange-report = 办理报告
exchange-result = { $unit }的办理结果
exchange-paper = 文书
exchange-paper-number = 文号
exchange-ruling = 审核
exchange-approved = 同意
exchange-returned = 退回
exchange-acknowledged-by = 签收人
exchange-noticed = 来源
exchange-noticed-at = 网址
exchange-noticed-posted = 发布时间
exchange-noticed-found = 发现时间
exchange-notice-text = 短报
exchange-notice-original = 原文
exchange-rule = 审核办理报告
exchange-note = 意见
exchange-note-hint = 退回时必须写明要补充什么。
exchange-approve = 同意
exchange-return = 退回
exchange-ruled = 审核意见已送回。
exchange-acknowledge = 签收
exchange-acknowledge-lead = 确认已经收阅。书面反馈和网上线索的签收会告知对方。
exchange-acknowledged = 已签收。
exchange-back = 回到往来收件
exchange-links = 往来机关
exchange-links-lead = 与其他政府之间只有经签名的往来文件。双方管理员各自登记对方，才能往来。
exchange-links-none = 还没有登记。
exchange-own = 本机关
exchange-own-lead = 请把这些交给对方管理员登记。公钥可以公开，最好当面或电话核对。
exchange-peer-hint = 同一系统内的辖区直接选；用另一套系统的，在下面填对方的网址和公钥。
exchange-peer-where = 对方
exchange-peer-other = 另一套系统
exchange-name-hint = 同一系统内的不填就用辖区的名称。
exchange-address = 网址
exchange-address-hint = 同一系统内留空；其他系统填对方网址，例如 https://wz.example.cn。
exchange-key = 公钥
exchange-key-hint = 同一系统内留空；其他系统填对方给的公钥。
exchange-takes = 接收的来件
exchange-channel = 转办诉求的渠道
exchange-channel-hint = 对方转来的诉求按这个渠道登记。
exchange-is-above = 上级
exchange-is-above-hint = 上报的办理报告送往这里审核。
exchange-unit = 代表的单位
exchange-unit-hint = 派给这个单位的诉求转往对方。
exchange-body = 代表的机关
exchange-body-hint = 送这个机关的文书以书面反馈送往对方。
exchange-role = 负责的岗位
exchange-role-hint = 由这个岗位审核和签收；不选则由受理大厅全体负责。
exchange-active = 启用
exchange-above = 上级
exchange-same-installation = 同一系统
exchange-closed = 停用
exchange-change = 更改
exchange-enter = 登记往来机关
exchange-entered = 已登记。
exchange-keys = 换过的密钥
exchange-key-first = 最初的密钥
exchange-key-announced = { $at }由{ $by }启用，已告知各往来机关：{ $reason }
exchange-key-silent = { $at }由{ $by }启用，未自动告知：{ $reason }
exchange-key-change = 更换签名密钥
exchange-key-reason = 更换的理由
exchange-key-announce = 用原密钥签名告知各往来机关
exchange-key-announce-hint = 对方收到后自动改用新公钥。原密钥可能已被他人掌握的，请不要勾选，改由对方管理员当面或电话核对后登记。
exchange-key-changed = 已更换，今后的文件用新密钥签名。
exchange-unreadable = 不是这里能读的往来文件（格式 wenzheng-exchange-1）。
exchange-not-for-us = 文件不是送给本机关的：收件公钥不符。
exchange-unknown-sender = 没有登记过这个公钥的往来机关。请双方管理员先登记。
exchange-link-closed = 与对方的往来已停用。
exchange-signature = 签名不符：文件不是对方签的，或签名后被改动。
exchange-too-old = 签名时间已超过半小时。请重新签名发送。
exchange-ahead = 签名时间在将来。请核对双方的时钟。
exchange-kind-refused = 本机关不接收对方的这类来件。
exchange-no-number = 来件没有对方编号，或没有登记转办诉求的渠道。
exchange-files = 附件与其摘要不符。
exchange-answers-nothing = 来件所答复的文件不是从这里送出的。
exchange-ruling-late = 之后又上报过，这份审核意见针对的是较早的报告。
exchange-new-key-unproven = 新公钥没有用它自己签名证明。请与对方核对后登记。
exchange-new-key-taken = 新公钥已经登记在别的往来机关名下，或者就是本机关的。请与对方核对。
exchange-new-key-late = 此前已登记了对方的另一个公钥。请与对方核对以哪个为准。
exchange-nothing-to-send = 内容已按规定销毁，无法发送。
exchange-receipt = 对方的回执不符。
outbox-exchange-refused = 对方拒收往来文件，不再发送：{ $detail }
outbox-exchange-failed = 往来文件发送失败：{ $detail }。程序会自动重试两天。
field-no-such-jurisdiction = 同一系统内没有这个辖区；其他系统请填网址和公钥。
field-not-an-address = 网址要以 https:// 开头，例如 https://wz.example.cn。
field-not-a-key = 这不是公钥。请粘贴对方“往来机关”页面上的公钥（44 个字符）。
field-own-key = 这是本机关自己的公钥。
field-key-taken = 另一个往来机关已登记这个公钥。
field-not-a-role-of-office = 请选择能看到全部诉求的岗位。
field-channel-for-cases = 要接收转办诉求，请选择渠道。
field-answered-already = 已经有人处理，或者这类来件不能这样处理。请回到收件列表查看。
paper-papers = 文书
paper-unit = 承办单位
paper-issuer = 发文机关
paper-delivered = 送达
paper-volume-to = 送：{ $names }
paper-to-deliver = { $to }（待送）

# Rounds: duties at fixed times.
rounds = 巡查记录
rounds-lead = 按规定定时要做的巡查、审核和收集。每一次由谁做、看到什么，记在谁名下；过时没有人记录的，记为漏查。
rounds-today = 今天
rounds-none-today = 今天没有要做的巡查。
rounds-record = 记录巡查
rounds-recorded = 已记录。
rounds-which = 哪一次
rounds-items = 件数
rounds-items-hint = 看到多少条；没有就填 0。
rounds-text = 情况
rounds-text-hint = 看到什么、怎么办的。
rounds-month = 月份
rounds-month-list = 按月查看
rounds-csv = 下载本月清单（CSV）
rounds-none = 这个月还没有记录。
rounds-counts = 共{ $all }次，漏查或补记{ $missed }次。
rounds-name = 巡查
rounds-at = 规定时间
rounds-state = 状态
rounds-by = 记录人
rounds-when = 记录时间
rounds-ahead = 未到时间
rounds-waits = 待记录
rounds-done = 已记录
rounds-done-late = 补记
rounds-missed = 漏查
rounds-to-record = 巡查待记录：{ $count }次
field-no-such-round = 现行规定里没有这项巡查。
field-no-such-slot = 没有这个巡查时间，或者已经过去太久。请从列表中选择。
field-slot-not-yet = 还没有到巡查时间，到时间再记录。
field-slot-recorded = 这一次已经有人记录，请在下面的列表中查看。
field-not-a-count = 请填写不小于 0 的整数。
field-span-too-long = 起止时间颠倒，或者超过 93 天。
field-no-such-list = 办法里没有这种月报，请从列表中选。

# The dispatch catalogue.
catalogue = 派单目录
catalogue-lead-text = 什么事项、哪个地方，由哪个单位主办、哪些单位协办，依据什么，由哪位领导分管。派单时按最具体的一条预先选好，并写明理由；派单人员可以改。
catalogue-empty = 目录里还没有内容。
catalogue-enter = 新增一条
catalogue-entered = 已加入目录。
catalogue-end = 今天起停用
catalogue-ended = 已停用。
catalogue-past = 已停用
catalogue-matter = 事项和地方
catalogue-topic = 类型或者标注
catalogue-topic-hint = 类型、标题用词、地方，至少写一项；写了的都要符合。
catalogue-words = 标题用词
catalogue-words-hint = 用空格分开，标题里有其中一个就算符合。
catalogue-words-of = 标题含：{ $words }
catalogue-word-of = 标题含“{ $word }”
catalogue-division = 行政区划代码
catalogue-division-hint = 这个区划和它下面的都算，如 6210 或者 621002104。
catalogue-division-of = 在{ $code }范围内
catalogue-days = { $from } 起，{ $to } 停用
catalogue-days-on = { $from } 起
catalogue-lead = 主办单位
catalogue-assisting = 协办单位
catalogue-member = 分管领导
catalogue-member-hint = 派单后会收到通知，并能看到这件诉求和批示。
catalogue-basis = 依据
catalogue-basis-hint = 如三定方案、分工文件的名称和条款。
catalogue-from = 起用日期
catalogue-from-hint = 不填就是今天。
catalogue-to = 停用日期
catalogue-to-hint = 从这一天起不再使用；可以不填。
catalogue-suggests = 按派单目录已预先选好：{ $why }（依据：{ $basis }）。
field-names-nothing = 类型、标题用词、行政区划，至少写一项。
message-in-charge-subject = 您分管的诉求已派单
message-in-charge = 您分管领域的诉求{ $number }已派单，请登录查看：{ $link }

# The ledger to take along.
export-take = 下载上面筛选出的全部台账：
export-take-hint = 不含姓名、电话、标题和正文。
export-number = 工单编号
export-external = 其他平台编号
export-channel = 渠道
export-category = 类型
export-received = 收到时间
export-accepted = 受理时间
export-dispatched-to = 承办单位
export-dispatched = 派单时间
export-due = 到期时间
export-replied = 答复时间
export-closed = 办结时间
export-step = 状态
export-late = 超时
export-title = 标题
export-lead = { $unit }（主办）
export-assist = { $unit }（协办）
commands-exported = 已写出 { $lines } 件：{ $file }

# What is noticed elsewhere.
items = 网上线索
items-lead = 人工发现的、从订阅和网页上采集到的，可能要办的事。可以转为诉求，可以写明理由不办，也可以写成短报呈领导。
items-lead-leaders = 呈报给您的网上线索和短报，以及后来怎么办了。打开可以批示。
items-for-leaders = 呈报线索
items-none-submitted = 还没有呈报给您的线索。
items-back = 回到列表
items-empty = 没有等待处理的线索。
items-note = 登记一条线索
items-noted = 已登记。
items-taken = 已转为诉求。
items-set-aside = 已记录不办理。
items-followed-done = 已记录。
items-submitted = 已呈报，并已通知。
items-done = 已处理
items-source = 来源
items-by-hand = 人工登记
items-posted = 发布时间
items-found = 采集时间
items-state = 状态
items-state-new = 待处理
items-state-case = 已转为诉求
items-state-aside = 不办理
items-state-submitted = 已呈报领导
items-followed = 跟进
items-instructed = 批示
items-case-replied = { $step }，{ $at } 已答复
items-reported-leaves = 已报{ $to }，正在送出
items-reported-taken = 已报{ $to }，对方 { $at } 收到
items-reported-read = 已报{ $to }，对方 { $at } 签收
items-title = 标题
items-title-hint = 如“漏接来电，要求回电”“论坛反映东街停水”。
items-text = 内容
items-address = 网址
items-address-hint = 以 https:// 或者 http:// 开头。
items-changes = 网页改动
items-make-case = 转为诉求
items-submit = 写成短报呈领导
items-set-aside-do = 不办理
items-reason = 不办理的理由
items-channel = 渠道
items-category = 类型
items-place = 地点
items-external = 原平台编号
items-external-hint = 原网站上的编号，便于查找。
items-to = 呈报对象
items-report = 短报
items-report-hint = 什么事、在哪里、影响多大、建议怎么办。
items-send-above = 同时报上级机关
items-send-above-hint = 短报和原文以签名文件送往所选的上级机关，对方收到、签收都会记在这里。
items-above = 报告上级的情况
items-above-hint = 需要报上级的，写明告诉了谁、怎么告诉的。
items-follow = 记录后来怎么办了
items-follow-hint = 查了什么、办了什么、现在怎样。
items-instruct = 批示
items-instruct-hint = 写明怎么办、由谁办、何时报。呈报人会收到通知。
items-follow-text = 内容
sources = 采集来源
sources-lead = 每一刻钟查看一次。订阅（RSS 2.0、Atom）里的每一条是一条线索；网页上的文字有改动，也是一条线索。
sources-none = 还没有设置来源。
sources-enter = 新增来源
sources-change = 修改来源
sources-save = 保存
sources-entered = 已保存，马上查看一次。
sources-name = 名称
sources-kind = 怎样查看
sources-feed = 订阅（RSS、Atom）
sources-page = 网页改动
sources-address = 地址
sources-address-hint = 只查看 http 和 https 地址。
sources-channel = 转为诉求时的渠道
sources-channel-hint = 可以在转为诉求时再改。
sources-place = 地点
sources-words = 关键词
sources-words-hint = 用空格分开，含有其中一个才采集；不填就全部采集。
sources-active = 启用
sources-off = 停用
sources-well = 正常
sources-failed = 没有成功
sources-not-yet = 还没有查看
sources-answered = 上次查看：{ $at }
sources-next = 下次再试：{ $at }
sources-not-the-web = 地址或者跳转到的地址不是网页地址：{ $detail }
sources-redirected = 跳转太多，或者跳转没有写明地址。
sources-broke-off = 内容没有收完：{ $detail }
sources-too-large = 内容超过 { $detail } MB。
sources-status = 对方网站答复状态码 { $detail }。
sources-timeout = 对方网站没有按时答复。
sources-no-host = 找不到这个网站，或者它指向不允许查看的地址。
sources-no-feed = 内容不是 RSS 2.0 或者 Atom。请核对地址；要看网页上的改动，请选“网页改动”。
sources-unreachable = 连接不上：{ $detail }
field-not-of-the-web = 请填写以 https:// 或者 http:// 开头的网址。
field-item-decided = 这条线索已经有人处理，请刷新查看。
field-item-known = 这个网址的线索已经登记过。
message-item-subject = 有一条短报请您阅示
message-item = 有一条网上线索的短报呈您阅示，请登录查看：{ $link }
message-item-instructed-subject = 您呈报的线索有批示
message-item-instructed = 您呈报的一条网上线索有领导批示，请登录查看：{ $link }

## retention

retention = 保存期限
retention-lead = 办结的诉求，满了保存期限可以决定销毁密钥：姓名、电话、身份证号、住址和附件不能再看，遮盖了个人信息的文字保留。不设期限就一直保存。
retention-days = 办结后 { $days } 天没有新情况的，可以决定销毁。
retention-never = 没有设定保存期限，数据一直保存。
retention-set-by = { $at } 由 { $by } 决定：{ $reason }
retention-set = 设定保存期限
retention-days-label = 天数（不填为一直保存）
retention-held = 留存的诉求
retention-none-held = 没有留存的诉求。
retention-hold = 留存
retention-lift = 解除留存
retention-due = 已满期限的诉求
retention-none-due = 没有已满期限的诉求。
retention-due-count = 已满期限：{ $cases } 件
retention-destroy = 决定销毁
retention-destroy-hint = 销毁以后谁也不能恢复。所列诉求一次最多 200 件，决定、理由和销毁的密钥都有记录。
retention-recorded = 决定已记录。
retention-destroyed = 已销毁 { $cases } 件诉求的密钥。
retention-failed = { $number } 没有销毁。{ $why }这件仍在已满期限之列，下次决定时再试。

# Backups.
backup-made = 备份完成，并已通过试恢复检验：{ $archive } 中有 { $events } 条记录、{ $attachments } 个附件；{ $keys } 中有 { $wrapped } 个密钥。请把这两个文件和 master.key 分别存放在三处。
backup-needs-master = { $path } 里没有 master.key。备份里的密钥要用原系统的主密钥才能打开：请先把原来的 master.key 放进这个文件夹，再恢复一次。
backup-restored = 恢复完成：{ $events } 条记录、{ $attachments } 个附件，查询数据已据此重建。所有人都需要重新登录。请用 `wenzheng serve` 启动服务。
backup-differs = 这些表与日志不一致：{ $tables }。备份本身可用；请在原系统上运行 `wenzheng rebuild`。
backup-exists = { $path } 已经存在，备份从不覆盖旧文件。请换一个文件名。
backup-in-file = { $path }：{ $says }
backup-same-file = 归档和密钥不能写进同一个文件（{ $path }）：两者要分开存放。请用 --keys 指定另一个文件。
backup-no-folder = 没有文件夹 { $path }，备份写不进去。请先建好这个文件夹，或换一个。
backup-in-data = { $path } 在数据文件夹里：数据坏了、丢了，备份也一起没了。请写到别的磁盘或别的机器上。
backup-unreadable = 无法读取 { $path }：{ $reason }
backup-blobs = 无法读写附件：{ $reason }
backup-file = 无法读写备份文件：{ $reason }
backup-missing = 附件 { $id } 的内容不在存放附件的地方。请从更早的备份中找到它放回原处，再重新备份。
backup-not-one = 不是本程序的备份，或者归档与密钥放反了。
backup-cut-off = 备份文件不完整，没有复制完。请重新复制，或换一份备份。
backup-changed = 备份在“{ $part }”处已损坏，与写入时不一致。请换一份备份。
backup-no-pair = 归档和密钥来自两次不同的备份。请使用与该归档同时生成的密钥文件。
backup-not-empty = 要恢复到的数据库不是空的。请指定从未存过数据的文件夹或数据库；如果是上次恢复中断留下的，请先删除。
backup-other-master = 文件夹中的主密钥不是这份备份的主密钥。请把原系统的 master.key 放入该文件夹。
attachments-no-bucket = 设置文件里没有 [attachments]，附件都在数据文件夹中，无处可移。写法见 docs/operating.md。
attachments-moved = 已复制并逐个核对 { $copied } 个附件，原已在新位置的 { $there } 个。原位置的内容没有删除；下一次备份成功之后可以手工清理。
attachments-missing = 这些附件两处都没有：{ $ids }。请从更早的备份中找回。
settings-certificates-unreadable = { $file } 第 { $line } 行：证书文件 { $place } 无法读取：{ $reason }。请放好文件，或者删去这一行。
field-files-unkept = 附件目前存不进去，填写的内容都还在。请过几分钟再提交；等不及的可以先不带附件提交，以后再补充。
doctor-sum = 正常 { $good } 项，待办 { $to-do } 项，有误 { $wrong } 项。
doctor-folder = 数据文件夹 { $path }：只有本用户能打开，可以写入。
doctor-folder-open = 数据文件夹 { $path } 其他用户也能打开（权限 { $mode }）。请执行 chmod 700 { $path }。
doctor-folder-unwritable = 数据文件夹 { $path } 无法写入：{ $reason }。请用运行服务的用户执行本命令，或改正文件夹的属主。
doctor-space = { $path } 所在磁盘还有 { $free } 可用。
doctor-space-little = { $path } 所在磁盘只剩 { $free }。请尽快清理或扩容；备份时的试恢复也需要空间。
doctor-space-none = { $path } 所在磁盘只剩 { $free }，很快将无法保存任何内容。请立即清理或扩容。
doctor-key = 主密钥是这个数据库的。
doctor-key-open = 主密钥文件 { $path } 其他用户也能读取（权限 { $mode }）。请执行 chmod 600 { $path }；如果可能已被他人读取，请再运行 wenzheng keys rotate。
doctor-key-rotating = 主密钥更换还没有收尾，原来的仍在文件中。请运行 wenzheng keys retire，并换掉各处的备份。
doctor-sqlite = SQLite 数据库自检通过，大小 { $size }。
doctor-sqlite-faulty = SQLite 数据库自检发现损坏：{ $faults }。请停止服务，保留原文件，从最近的备份恢复。
doctor-sqlite-wal = SQLite 的写入日志已有 { $size }，长时间没有并入数据库。请查看是否有备份或其他程序一直在读；重启服务即可并入。
doctor-postgres = PostgreSQL { $version } 可以连接。
doctor-postgres-old = PostgreSQL { $version } 已停止维护。请升级到 14 或更高版本。
doctor-postgres-forgets = PostgreSQL 的 { $name } 为 { $value }：断电时，已答复“已保存”的内容可能丢失。请改为 on 并重启数据库。
doctor-schema = 数据库结构版本 { $found }，与本程序一致。
doctor-schema-old = 数据库结构版本为 { $found }，本程序为 { $known }。请先备份，再启动一次本程序的服务，它会自行升级。其余检查要等升级之后。
doctor-clock = 本机与数据库的时钟一致。
doctor-clock-apart = 本机与数据库的时钟相差 { $seconds } 秒。请在两台机器上启用对时（如 chrony）。
doctor-clock-behind = 最近一条记录的时间比本机时钟晚 { $seconds } 秒：时钟被拨回过。请启用对时（如 chrony），期限都按时钟计算。
doctor-second-factor = 登录要求第二重验证的角色：{ $roles }。
doctor-rules = { $jurisdiction }：现行规程为 { $procedure } { $version }。
doctor-rules-used-on = { $jurisdiction }：规程 { $procedure } { $version } 的有效期到 { $day } 为止，已决定继续沿用到 { $until }。
doctor-rules-lapsed = { $jurisdiction }：规程 { $procedure } { $version } 的有效期到 { $day } 为止。请采用新规程（wenzheng adopt），或用 wenzheng rules 决定继续沿用。
doctor-rules-none = { $jurisdiction }：今天没有可用的规程，无法受理。请用 wenzheng adopt 采用。
doctor-holidays = { $jurisdiction }：节假日表到 { $year } 年。
doctor-holidays-end = { $jurisdiction }：节假日表只到 { $year } 年，跨年的期限暂按周末推算。国务院办公厅公布明年安排后，请用 wenzheng adopt 采用。
doctor-holidays-over = { $jurisdiction }：节假日表只到 { $year } 年，今年的期限都是推算的。请用 wenzheng adopt 采用今年的节假日表。
doctor-holidays-none = { $jurisdiction }：今天没有可用的节假日表。请用 wenzheng adopt 采用。
doctor-timers = 期限提醒没有积压。
doctor-timers-late = 期限提醒已晚了 { $minutes } 分钟。请查看服务是否在运行，以及日志中的错误。
doctor-outbox = 待发消息 { $count } 条，没有积压。
doctor-outbox-late = 待发消息 { $count } 条，最早的已晚了 { $minutes } 分钟。请查看服务是否在运行；管理员的消息页面写明了原因。
doctor-outbox-given-up = 有 { $count } 条消息多次发送失败，已不再尝试。原因见管理员的消息页面。
doctor-log = 公开日志没有积压。
doctor-log-late = 有 { $count } 条记录还没有进入公开日志，最早的已等了 { $minutes } 分钟；回执承诺一分钟之内进入。请查看服务是否在运行，以及日志中的错误。
doctor-heads = { $jurisdiction }：公开日志的树头已公布到 { $day }。
doctor-heads-old = { $jurisdiction }：公开日志的树头只公布到 { $day }。请查看服务是否在运行，以及日志中的错误。
doctor-heads-none = { $jurisdiction }：还没有公布过公开日志的树头。服务运行后会自动公布。
doctor-backup = 最近一次备份：{ $at }，{ $file }。
doctor-backup-old = 最近一次备份是 { $at } 的 { $file }，已超过两天。请检查定时备份。
doctor-backup-none = 没有备份的记录。请设置每天运行的 wenzheng backup；它会在数据文件夹中留下记录。
doctor-address = 对外地址为 { $url }。
doctor-address-wrong = 对外地址 { $url } 不能用：要写成 https://wz.example.cn 这样，以 https:// 或 http:// 开头，只有域名（和端口），不带路径、问号。
doctor-address-none = 没有设置对外地址，消息里的链接只能在本机打开。请写上 public_url，或使用 --public-url。
doctor-address-plain = 对外地址 { $url } 不加密。请在前面的网站服务器上启用 https，并改写对外地址。
doctor-proxy = 采信来自 { $text } 的 X-Forwarded-For。
doctor-proxy-everyone = --trusted-proxy { $text } 采信所有人：任何人都能冒充任何来源地址。请只写前面那台网站服务器的地址。
doctor-proxy-none = 使用了 https 对外地址，却没有 --trusted-proxy：所有请求看起来都来自前面的网站服务器，按地址的限制会误伤所有人。请写上它的地址。检查时请加上与 wenzheng serve 相同的参数。
doctor-gateways-none = 没有设置邮件服务器、短信或微信网关，消息发不出去。写法见 docs/messages.md。
doctor-gateway = { $address } 可以连接。
doctor-gateway-away = { $address } 连接不上：{ $reason }。请检查 wenzheng.toml 中的地址和防火墙。
doctor-sign-on = 统一登录 { $issuer } 可以连接，证书有效。
doctor-sign-on-away = 统一登录 { $issuer } 无法使用：{ $reason }。请检查 [sign_on] 的 issuer、对方的证书和防火墙。
doctor-attachments = 附件的存放位置可以读取。
doctor-server = { $address } 有服务应答。
doctor-server-away = { $address } 没有服务应答：{ $reason }。请启动服务，或检查 --listen 和 --metrics。
commands-public-url = 对外地址“{ $url }”不能用。请写成 https://wz.example.cn 这样：以 https:// 或 http:// 开头，只有域名（和端口），不带路径、问号。
commands-no-network = “{ $text }”既不是地址（如 127.0.0.1），也不是网段（如 10.1.0.0/16）。
commands-no-installation = { $path } 中没有安装好的系统。请用 --data 指定它的文件夹；还没有建立的，先运行一次 wenzheng serve。

# 登录与账号
account = 我的账号
account-lead = 在这里查看登录情况、修改密码、设置第二重验证。
account-sessions = 登录情况
account-browser = 浏览器
account-no-browser = 未知浏览器
account-address = 网络地址
account-begun = 登录时间
account-seen = 最近使用
account-this = 当前登录
account-end = 结束
account-end-others = 结束其他所有登录
account-session-ended = 已结束。
account-way-password = 密码登录
account-way-code = 密码和动态码登录
account-way-recovery = 密码和备用码登录
account-way-sign-on = 统一身份认证登录
account-way-first = 首次设置
account-password = 修改密码
account-password-now = 现在的密码
account-password-new = 新密码
account-password-change = 修改密码
account-password-changed = 密码已修改，其他登录均已结束。
account-second = 第二重验证
account-second-none = 还没有设置。设置后，登录时除密码外还要输入手机上的动态码，密码泄露也登录不了。
account-second-set-up = 设置动态码
account-second-on = 已设置动态码。
account-recovery-left = 备用码还剩 { $count } 个。
account-second-codes = 重新生成备用码
account-second-drop = 取消第二重验证
account-second-again = 换一部手机：重新设置动态码
account-second-off = 第二重验证已取消。
second-title = 第二重验证
second-ask = 请输入验证器应用显示的动态码。
second-code = 动态码
second-code-hint = 六位数字；手机不在身边的，也可以输入一个备用码。
second-send = 确认
second-other = 换一个账号登录
second-set-up = 设置动态码
second-required-app = 您的岗位要求登录时有第二重验证，请先设置。
second-required = 您的岗位要求登录时有第二重验证。请在下面任选一种方式设置。
second-set-up-owed = 设置第二重验证
second-by-app = 用验证器应用
second-by-passkey = 用通行密钥
second-lead = 登录时除密码外还要输入手机上的动态码。
second-scan = 请用手机上的验证器应用（如微信小程序“身份验证器”、Microsoft Authenticator、FreeOTP）扫描二维码：
second-qr = 设置动态码的二维码
second-type = 无法扫描的，请手工输入密钥：
second-first-code = 应用显示的动态码
second-take = 完成设置
second-codes = 备用码
second-codes-lead = 手机丢失时，可用备用码代替动态码登录，每个只能用一次。这些备用码只显示这一次，请抄下来妥善保管。
second-codes-kept = 我已保存
sign-on-by = 用{ $name }登录
sign-on-stale = 登录已超时，或者不是在这个浏览器里开始的。请重新登录。
sign-on-refused = 统一身份认证没有同意登录。请重新登录，或者改用密码登录。
sign-on-unreachable = 统一身份认证暂时连接不上。请稍后再试，或者改用密码登录。
sign-on-untrusted = 统一身份认证返回的内容无法核实，没有登录。请联系管理员。
sign-on-unknown = 统一身份认证中的这个账号不对应本平台的工作人员。请联系管理员登记与认证一致的邮箱或用户名。
people-sessions = 目前有 { $count } 处登录。
people-end-sessions = 结束所有登录
people-sessions-ended = 此人的所有登录均已结束。
people-second-lead = 已设置动态码。手机和备用码都丢失的，可在核实身份后取消，由本人重新设置。
people-reset-second = 取消此人的第二重验证
people-second-off = 第二重验证已取消，此人的所有登录均已结束。
people-no-second = 没有设置。
people-linked = 已与统一身份认证的账号关联。
people-not-linked = 尚未关联；下次用统一身份认证登录时按登记的邮箱或用户名关联。
people-unlink = 解除关联
people-unlinked = 关联已解除。
machines = 接口密钥
machines-lead = 其他系统用密钥调用接口。每个密钥以一个岗位的名义办事，只能做所列的事，随时可以作废。
machines-enter = 新建密钥
machines-name = 名称
machines-name-hint = 哪个系统，例如“省平台对接”。办理记录中显示这个名称。
machines-scopes = 可以做什么
machines-scope-read = 查询诉求、队列和台账
machines-scope-receive = 登记诉求
machines-scope-act = 办理诉求
machines-scope-person = 查看个人信息（每次记录）
machines-scope-rounds = 巡查记录
machines-scope-items = 网络舆情线索
machines-scope-exchange = 上下级往来
machines-until = 有效期至（不含当日）
machines-until-hint = 不填则一直有效，直到作废。
machines-no-end = 长期
machines-used = 最近使用
machines-never = 未使用
machines-end = 作废
machines-ended = 密钥已作废。
machines-over = 已作废
machines-made = 密钥已建立
machines-made-lead = 密钥只显示这一次，请立即复制到对方系统的配置中，不要经聊天工具或邮件发送。
machines-kept = 我已保存
field-password-long = 密码太长，最多 { $most } 个字符。
field-password-wrong = 现在的密码不对。
field-password-same = 新密码与现在的密码相同。请换一个。
field-password-common = 这是常见密码，很容易被猜到。请换一句只有自己知道的话。
field-password-keys = 键盘上相邻的字符很容易被猜到。请换一句话。
field-password-repeats = 重复的字符很容易被猜到。请换一句话。
field-password-sequence = 连续的字母或数字（如 abcdef、123456）很容易被猜到。请换一句话。
field-password-date = 日期和年份很容易被猜到。请换一句话。
field-password-word = 单个词语或姓名很容易被猜到。请用几个互不相关的词语。
field-password-about = 密码里有您的姓名、用户名、邮箱，或者本地、本平台的名称，除此以外剩下的很容易被猜到。请换一句与这些无关的话。
field-password-guessable = 这个密码容易被猜到。请用更长的一句话，或者几个互不相关的词语。
field-password-leaked = 这个密码已经在别处泄露，不能使用。如果其他网站也用它，请一并更换。
field-second-wrong = 动态码不对，或者已经用过。请等应用显示下一个再输入，并核对手机时间。
field-no-such-scope = 请从所列事项中至少选一项。
problem-second-factor = 此账号需要第二重验证。请在 code 中一并提交动态码或备用码。
problem-second-factor-missing = 此账号的岗位要求第二重验证，还没有设置。请先在网页登录并设置。
settings-leaked-unreadable = { $file } 第 { $line } 行：泄露密码清单 { $place } 打不开：{ $reason }。请放好文件，或者删去这一行。

# 可供外界核验的存证日志。

log-text-title = 第一行应为“{ $line }”。请复制完整的文字。
log-text-missing = 缺少“{ $line }:”这一行。请复制完整的文字。
log-text-value = “{ $line }:”这一行无法读取。请按发出时的原文填写。
log-key-unreadable = 公钥无法读取。请按单位公布的样式填写：ed25519:… 或 sm2:…
log-exported = 已写出 { $lines } 行：{ $file }
log-exported-events = 文件含有密封的事件及其盐值，供审计使用，不得公开。
log-checked = { $log } 的存证日志（{ $hash }），由 { $key } 签名：共 { $leaves } 条，{ $heads } 个签名的树头；最后一个涵盖 { $covered } 条，签于 { $until }。
log-checked-events = 已将 { $events } 条事件与日志收录时的内容核对。
log-key-of-the-file = 公钥取自文件。请与单位公布的公钥核对，或者用 --key 指定。
log-sound = 全部相符。
log-empty = { $file } 是空的，没有日志可核验。请核对文件是否下载、复制完整。
log-unsound = 有不相符之处。
log-more-findings = ……还有 { $count } 处，--json 全部列出。
log-found-unreadable = 第 { $leaf } 条之后的一行不是存证日志的内容。
log-found-other-key = 文件中的公钥与您指定的不同。
log-found-leaf-number = 第 { $leaf } 条：编号不连续，有条目缺失或者被插入。
log-found-altered = 第 { $leaf } 条：{ $stream } 的第 { $seq } 号事件在收录之后被改动。
log-found-gone = 第 { $leaf } 条：{ $stream } 的第 { $seq } 号事件不见了。
log-found-not-logged = { $stream } 的第 { $seq } 号事件不在日志中，而它记载的时间比最后一个树头早一分钟以上。
log-found-dated-back = 第 { $leaf } 条：{ $stream } 的第 { $seq } 号事件的时间被提前；在其时间之后很久签名的树头里没有它。
log-found-out-of-order = 第 { $leaf } 条：{ $stream } 的第 { $seq } 号事件次序不对。
log-found-head-signature = 涵盖 { $head } 条的树头不是由日志的公钥签名。
log-found-head-order = 涵盖 { $head } 条的树头位置不对，或者时间倒退。
log-found-root = { $head } 条得不出签名的树根：下列条目中有一条被改动。
log-found-suspect = 第 { $leaf } 条，{ $stream } 的第 { $seq } 号事件：被改动的条目是其中之一。
log-found-node = 第 { $leaf } 条起的存储节点已损坏，由它得出的证明不成立。
log-found-not-extended = 日志的开头不是较早树头涵盖的 { $head } 条。
log-found-no-head = 日志有条目而没有签名的树头，内容无从证实。
log-promise-kept = 已兑现：{ $stream } 的第 { $seq } 号事件是日志第 { $leaf } 条。
log-promise-early = 尚未到时：{ $stream } 的第 { $seq } 号事件不在日志中，最后一个树头签于承诺的一分钟之内。
log-promise-broken = 未兑现：{ $stream } 的第 { $seq } 号事件不在日志中，而承诺的一分钟之后已签过树头。请把回执、该树头和这份文件一起保存：前两样有单位的签名，文件里的条目得出这个树根，合在一起就是证据。
log-promise-foreign = 不是本单位的回执：{ $stream } 的第 { $seq } 号事件的回执没有本单位的签名。
log-page = 公开存证
log-page-lead = 每件诉求和它的每一步都写进一本公开的账，账的状态每天签名公布一次。谁改动、删除了什么，或者倒填了日期，都会与已经公布的对不上。保存任何一天公布的文件，以后就能拿它来对。
log-entries = 条数
log-signed-at = 签名时间
log-public-key = 公钥
log-root = 树根
log-last-head = 目前状态
log-days = 每日公布
log-day = 日期
log-extends = 是否接续前一个
log-extends-yes = 已证明
log-extends-no = 未能证明
log-extends-first = 第一个
log-file = 下载
log-whole = 全部条目
log-whole-lead = 每条只有加盐的摘要，看不出是谁的什么诉求。按顺序下载各部分，首尾相接成一个文件，用 wenzheng verify 在自己的电脑上核验。
log-beyond = 存证还没有这么多已签名的条目。请先查看最后一个树头的条数。
log-commitment = 摘要应为 64 位十六进制数字，即回执上 commitment: 之后的内容。
log-leaf-or-commitment = 请给出条目的位置（leaf）或者摘要（commitment），二者取一。
log-none-yet = 还没有公布过。
log-cosigned = 其他单位的会签
log-cosigned-lead = 另一个政府看过这一状态并签名，此后谁也无法对人出示另一份日志。
log-cosigned-none = 还没有其他单位会签。
log-cosigned-by = 会签单位
verify = 核验存证
verify-receipt = 回执原文
verify-receipt-hint = 从“wenzheng receipt 1”到“signature:”的全部内容，或者二维码里的网址。
verify-link-damaged = 网址里的凭证不完整或者被改动过。请重新扫描二维码，或者把回执上的文字完整粘贴到下面。
verify-with-receipt = 核验回执
verify-with-code = 用编号和查询码核验
verify-kept = 承诺已兑现：您的诉求是公开存证 { $size } 条中的第 { $leaf } 条。
verify-early = 承诺的一分钟还没有到。请在 { $until } 之后再核验。
verify-broken = 承诺没有兑现：您的诉求不在存证中，而它在 { $until } 就应当收录。请保存这份回执和下面的树头（两者都有单位的签名），并从公开存证页下载全部条目：条目得出这个树头的树根而其中没有您的诉求，三者合在一起可以向任何人证明。
verify-foreign = 这份回执没有本单位的签名，或者文字被改动过。请重新完整复制一遍。
verify-sister = 这是{ $place }的回执，有该单位的签名，文字没有改动。是否已存证，请到该单位的页面核对。
verify-sister-check = 到{ $place }核对
verify-elsewhere = 这不是本单位的回执：它写明的存证是“{ $log }”。请到出具回执的单位核对。
verify-extends = 今天的存证接续您提交时的存证：其间没有内容被改动或者删除。
verify-not-extends = 今天的存证没有接续您回执上的存证：较早的条目被改动过。请保存回执和下面的树头作为证据。
verify-history = 您的诉求在存证中的记录
verify-entry = 条目
verify-event = 序号
verify-recorded = 记录时间
verify-commitment = 摘要
verify-proof = 证明
verify-proved = 已收录，证明成立
verify-waiting = 等待收录，一分钟之内
verify-not-proved = 与存证不符
verify-all-proved = 您的诉求的 { $count } 条记录都原样留在存证中。
verify-some-not = 您的诉求有记录与存证不符。请保存本页，并向督查部门反映。
verify-head = 签名的树头
verify-path = 从条目到树根的摘要
verify-offline = 不相信本页，可以自己算：从公开存证页下载全部条目，用 wenzheng verify 在自己的电脑上核对；算法写在本程序的文档里（docs/log-format.md），谁都可以另写一个程序来算。
receipt-log = 不可抵赖的凭证
receipt-log-lead = 单位以签名承诺：您的诉求一分钟之内写进公开存证。请保存这段文字，任何人都可以核验。
receipt-log-check = 以后核验
receipt-qr = 凭证二维码，扫码打开核验页
receipt-qr-lead = 扫描二维码即可核验；二维码里的内容与下面的文字相同。

# 查阅记录。

access-title = 查阅记录
access-lead = 谁在何时、从何处、为何查阅了什么。只有审计人员可以查看，查看本身也会记录。
access-none = 没有符合条件的查阅。
access-at = 时间
access-who = 查阅人
access-citizen = 群众本人（凭编号和查询码）
access-person = 人员（代号）
access-person-hint = 填写通讯录中的代号。
access-what = 内容
access-from = 来源地址
access-reason = 理由
access-times = 次数
access-from-day = 起始日
access-to-day = 截止日
access-case = 一件诉求
access-file = 诉求的附件
access-document = 诉求的文书
access-list = 列表
access-search = 按电话查以往诉求
access-export = 导出台账
access-open-person = 打开姓名、电话、身份证号和住址
access-access = 查阅记录

exchange-kind-log-head = 存证树头
exchange-head-signature = 对方出示的存证树头没有签名。
exchange-head-other = 对方出示的是另一份存证的树头，或者换了公钥。
exchange-head-unproved = 对方出示的存证树头没有附上接续先前树头的证明，向对方索取也没有得到有效的证明，因此没有签名。请保存：与先前出示的合在一起，可能证明对方的存证被改动。对方下次出示时照常核验。
exchange-head-forked = 对方出示的存证树头没有接续先前出示的。请一并保存：两者合在一起可以证明对方的存证被改动。
message-head-subject = { $day } 的公开存证
message-head = { $day } 公开存证的签名树头，请保存，以后可以据此证明没有内容被改动。{ $link } { $head }

# A citizen's account
my-cases = 我的诉求
my-sign-in = 登录查看我的诉求
my-sign-in-lead = 收一条验证码即可登录，不用注册，也不用记密码。用这个号码核验过的诉求都在一处。
my-contact = 手机号或邮箱
my-contact-mail = 邮箱
my-stay = 在这台设备上保持登录
my-stay-hint = 只在自己的手机或电脑上勾选：三十天不用、或满半年后自动退出。
my-code = 验证码
my-code-sent = 验证码已发往 { $to }，10分钟内有效。
my-code-again = 重新发送
my-other = 换一个号码或邮箱
my-open = 登录
my-without = 用编号和查询码查询
my-instead = 登录后查看我的全部诉求
my-no-way = 这里还不能发送验证码，请用编号和查询码查询。
my-lead = 已用 { $contact } 登录。
my-none = 还没有可以显示的诉求。
my-which = 这里列出用本手机号核验过的，和登录后提交的诉求；匿名的、没有核验手机号的不在其中。
my-everywhere = 同时退出其他设备
my-signed-out = 已退出登录。
my-close = 注销登录
my-close-lead = 删除这里保存的手机号或邮箱，并退出所有设备。已提交的诉求仍会照常办理，用编号和查询码可以继续查询。
my-close-tick = 我要注销
my-close-sure = 请先勾选“我要注销”。
my-closed = 已注销。诉求照常办理，可用编号和查询码查询。
my-home = 用手机号或邮箱登录，在一处查看全部诉求
my-receipt = 这件诉求已列入：
field-contact = 请输入 11 位手机号码，或者邮箱地址，例如 wang@example.com。
field-email = 邮箱地址不完整，请检查，例如 wang@example.com。
field-contact-no-sms = 这里不能发送短信，请填写邮箱。
field-contact-no-mail = 这里不能发送邮件，请填写手机号。
field-account-code = 验证码不对或已失效。请再输一次，或重新发送。
shell-account = 请先登录
shell-account-advice = 打开“我的诉求”，用手机号或邮箱登录。
message-code-subject = 验证码

# Passkeys, and passwords that were given
passkeys = 通行密钥
passkey-new = 添加通行密钥
passkey-lead = 用指纹、面容或设备密码登录，不会被钓鱼网站骗走。可以添加多个，例如工作手机和办公电脑各一个。
passkey-name = 名称
passkey-name-hint = 便于日后辨认，例如“工作手机”。
passkey-make = 添加
passkey-made = 已添加通行密钥。
passkey-end = 停用
passkey-ended = 已停用通行密钥。
passkey-used = 最近使用：{ $at }
passkey-unused = 还没有用过
passkey-show = 使用通行密钥
passkey-sign-in = 用通行密钥登录
passkey-failed = 没有成功。请再试一次，或换一种方式。
passkey-no-script = 添加通行密钥需要浏览器允许运行脚本。
second-recovery = 备用码
second-ask-passkey = 请使用通行密钥；不在手边时，请输入一个备用码。
account-way-passkey = 通行密钥
account-unusual = 请留意
account-unusual-lead = 最近三十天的情况。如果不是您本人，请立即修改密码，并告诉管理员。
account-unusual-failed = { $at } 有人从 { $address } 登录失败（{ $times }次）
account-unusual-new = { $at } 从 { $address } 用新的浏览器登录
new-password = 设置自己的密码
new-password-lead = 现在的密码是管理员设的。请先换成只有您自己知道的密码。
field-passkey = 通行密钥没有通过验证，请再试一次，或换一种方式。
field-passkey-over = 等待时间过长，请再试一次。
field-passkey-many = 通行密钥太多了，请先停用一个。
field-passkey-known = 这个通行密钥已经添加过。
problem-password-given = 密码是管理员设的，请先在网页上登录并换成自己的密码。
access-sign-in = 登录
access-sign-in-new = 用新的浏览器登录
access-sign-in-failed = 登录失败
message-new-browser-subject = 新的登录
message-new-browser = 您的账号刚刚在新的浏览器上登录。如果不是您本人，请立即修改密码：{ $link }
message-way-in-changed-subject = 登录方式已更改
message-way-in-changed = 您的密码或第二重验证刚刚更改。如果不是您本人，请立即联系管理员：{ $link }
settings-second-factor-role = wenzheng.toml 的 [sign_in] second_factor 写了“{ $role }”，但没有这个角色。现有角色：{ $known }。请改正后再启动。

## manual
# The manual; its texts stand in docs/manual.

manual = 使用手册
manual-in-chinese = 使用手册只有中文版。
manual-pages = 各岗位手册
manual-citizen = 群众
manual-operator = 话务员、受理员
manual-dispatcher = 审核与派单
manual-handler = 承办人
manual-principal = 单位负责人
manual-reviewer = 审核、审签和回访
manual-supervisor = 督查
manual-leader = 领导
manual-administrator = 管理员
manual-auditor = 监察审计
# (end of manual)

## languages
# Languages that an installation adds by files. Each fault has two lines: what is wrong, and what to do.

language-name = 中文
language-base = zh
language-chinese = 中文
language-english = 英文
language-file-tag =
    “{ $tag }”不是可以新增的语言代码。
    文件按 BCP 47 的代码命名，例如 ug.ftl、kk-Arab.ftl；zh 和 en 已经内置。
language-file-no-name =
    没有写这种语言自己的名称。
    加上一行：{ $key } = 名称，语言切换处就显示它。
language-file-base =
    { $key } 写的是“{ $text }”，只能是 zh 或 en。
    改为 zh 或 en：没有译的句子用它显示。
language-no-fluent =
    这里不符合 Fluent 的写法：{ $reason }
    检查等号、花括号和缩进；每句写成“键 = 文字”，续行缩进。
language-twice =
    “{ $key }”写了两次。
    只留一处。
language-unknown-key =
    没有叫“{ $key }”的句子。
    核对键名，或去掉这一句：这一版程序不用它。
language-empty =
    “{ $key }”没有文字。
    在等号后写上译文，或去掉这一句。
language-no-variables =
    “{ $key }”里用了变量 ${ $name }，这一句没有变量。
    去掉这个变量。
language-other-variable =
    “{ $key }”里没有变量 ${ $name }。
    这一句的变量是：{ $known }。
language-variable-unsaid =
    “{ $key }”漏了变量 ${ $name }。
    在译文里写上 {"{"} ${ $name } {"}"}，否则读的人看不到它。
language-refers =
    “{ $key }”引用的“{ $name }”不在这个文件里。
    把它写成文字，或在文件里加上“{ $name }”；函数不能用。
language-again = { $file }：语言 { $tag } 有两个文件。请只留一个。
language-missing = 还缺 { $count } 句，先用{ $base }显示：
language-clean = { $file }：没有发现错误。
language-faults = { $file }：有 { $faults } 处错误；有错误的句子不用，用所依的语言显示。
language-template =
    把下面的句子译成新的语言，存为数据文件夹中的 locales/代码.ftl，例如 locales/ug.ftl。
    language-name 写这种语言自己的名称；language-base 写 zh 或 en，没有译的句子用它显示。
    花括号里的变量照抄，缺一不可。用 wenzheng words check 检查，重新启动服务后生效。
# (end of languages)

## portal
# Pages of citizens: writing in steps, what is public, feeds.
portal-narrow = 筛选公开的诉求
portal-by-unit = 部门
portal-by-kind = 类型
portal-by-place = 地区
portal-by-state = 状态
portal-by-month = 月份
portal-by-from = 从
portal-by-to = 到
portal-days = 按起止日期
portal-all = 全部
portal-month = { $year }年{ $month }月
portal-show = 筛选
portal-chosen = 已选条件
portal-chip-off = 取消条件 { $what }
portal-chips-off = 全部取消
portal-count = 共 { $count } 件诉求
portal-count-more = { $count } 件以上诉求
portal-feed = 订阅（Atom/RSS）
portal-none-so = 没有符合条件的内容。可以取消一两个条件再看。
portal-not-a-state = 状态只有：handling（办理中）、answered（已答复）、closed（已办结）。
portal-state-handling = 办理中
portal-state-answered = 已答复
portal-state-closed = 已办结
portal-asked = 群众来信
portal-answered-at = { $at } 答复
portal-rating = 群众评价
portal-solved = 问题已解决
portal-unsolved = 问题没有解决
portal-satisfied = 满意
portal-unsatisfied = 不满意
portal-steps = 填写步骤
portal-step-of = 第{ $step }步，共3步
portal-step-what = 发生了什么
portal-step-where = 在哪里
portal-step-who = 您是谁，核对后提交
portal-steps-kept = 点“继续”不会提交，随时可以退回修改。
portal-sent-before = 这份表单此前已经提交，编号是{ $number }。您后来改动的内容没有收下，都还在下面：确实要另提一件，请再提交一次；要补充原来那一件，请用编号和查询码打开它。
portal-sent-before-add = 打开原来的诉求
portal-lapsed-meanwhile = 现行办法的有效期已满，是否继续使用还没有决定，目前不能接收新的诉求。您的内容没有提交，都还在下面：请先复制保存，以后再提交。已经提交的诉求照常办理、照常查询。
portal-lapsed = 目前暂时不能提交新的诉求：现行办法的有效期至{ $day }，已经届满，是否继续使用还没有决定。已经提交的照常办理，可以照常查询。
portal-on-one-page = 改用一页填写（不验证手机）
portal-go-on = 继续
portal-go-back = 上一步
portal-go-to-step = 到“{ $step }”修改
portal-division = 所在地区
portal-division-hint = 选事情发生的地方，便于转给当地。不清楚可以不选。
portal-place-none = 不确定，或不涉及地点
portal-not-a-place = 请从列表中选择地区；列表里没有的，写在“事发地点”里。
portal-point = 位置（纬度, 经度）
portal-point-add = 加上经纬度（选填）
portal-point-why = 只有办理人员看得到，加密保存，不公开。说不清地址的野外、路段，用它最方便。
portal-point-now = 填入我现在的位置
portal-point-failed = 没有取到位置。可以手工填写，或者不填。
portal-point-kept = 纬度{ $latitude }，经度{ $longitude }
portal-latitude = 纬度
portal-latitude-hint = 度数，例如 33.96123。
portal-longitude = 经度
portal-longitude-hint = 度数，例如 118.30456。
portal-not-degrees = 请填写十进制度数：纬度在 -90 到 90 之间，经度在 -180 到 180 之间，两项都要填。
portal-check = 提交前请核对
portal-check-hint = 提交后原文不能改，只能补充。要改的现在改。
portal-change = 修改
portal-change-what = 修改 { $what }
portal-rate = 请评价办理结果
portal-rate-course = 查看全部办理经过
portal-thanks = 谢谢您的评价
portal-thanks-well = 评价已经记入这件诉求的办理经过。
portal-thanks-not-well = 评价已经记入这件诉求的办理经过。没有解决或不满意的，接下来怎么办理由规定决定，下一步在诉求页上可以看到。
portal-thanks-case = 查看诉求
portal-thanks-home = 回到首页
portal-my-due = { $what }：{ $due } 前
portal-my-rate = 评价办理结果
portal-my-more = 请您补充情况
portal-verify-what = 每件诉求和它的每一步，收到后一分钟之内都写进一本公开的账。拿着回执，您可以自己查明：诉求和办理经过有没有被改动、被删除——谁都改不了而不被发现，办理单位也不例外。
portal-verify-how = 怎样核验
portal-verify-scan = 最省事的办法：用手机扫回执上的二维码，就会打开本页并自动填好。
portal-verify-paste = 或者把回执上从“wenzheng receipt 1”开始的文字复制到下面。
portal-verify-lost = 回执不在手边，也可以用编号和查询码。
portal-recent = 最近的答复
portal-recent-all = 查看全部
portal-lately = 本月收到诉求 { $received } 件，其中 { $answered } 件已经答复。
portal-typical = 典型案例
portal-typical-only = 只看典型案例
portal-rate-none = 现在没有需要评价的
portal-rate-none-why = 评价过了、过了评价的时间，或者还没有答复。办理经过在诉求页上。
portal-file-large = “{ $name }”超过 { $most } MB，没有收下。请压缩后再选，或者分成几个文件。
portal-file-many = “{ $name }”没有收下：附件最多 { $most } 个。其余的以后可以补充。
portal-file-empty = “{ $name }”是空文件，没有收下。请重新选择。
portal-file-kind = “{ $name }”的格式不支持，没有收下。可以上传图片、PDF、办公文档、录音、视频和文本。
portal-file-picture = 图片“{ $name }”打不开或者不完整，没有收下。请重新拍照或截图后再选。
portal-file-pixels = 图片“{ $name }”的像素太多，没有收下。请缩小后再选。
portal-file-heic = “{ $name }”是 HEIC 格式，里面的拍摄地点去不掉，所以没有收下。请另存为 JPG，或者截图后再选。
portal-file-gone = “{ $name }”放得太久，已经清除。请重新选择。
portal-file-held = 已上传，不必再选
portal-file-not = 不要“{ $name }”
portal-late = 登录已经过期，刚才的内容没有提交，但替您留着。重新登录后回到原处，核对后再提交。
portal-late-back = 您刚才填写的内容在这里，还没有提交。请核对后提交。
portal-late-lost = 您没有登录，刚才的内容没有提交，也没有替您留下。浏览器的“后退”多半能找回，请先复制，再登录。
portal-late-gone = 先前填写的内容已经清除：只留两小时，也只留给填写的人。
portal-late-closed = 这一步现在不能做了，您填写的内容没有提交：{ $text }
portal-answers = 先看看：也许已经有答案
portal-answers-lead = 知识库里与您写的内容相近的解答，点开就能看。不是您要问的，继续往下填就行。
portal-answers-enough = 已经解决，不用提交了
portal-landline = 固定电话收不到短信验证码，请填手机号。没有手机的不必验证，照样可以提交，由工作人员打这个电话核实。
portal-landline-account = 固定电话收不到短信验证码。请填手机号；没有手机的，用诉求编号和查询码查询。
portal-verify-details = 给懂技术的人：证明的细节
portal-verify-details-lead = 看懂结论不需要下面的内容。不相信本页的，可以拿它们自己算一遍。
portal-papers = 文件
portal-paper-reply = 答复书（可按 A4 打印）
portal-paper-public = 本件按公开的内容生成：写信人的姓名和能认出个人的内容已经隐去。
portal-papers-why = 只有答复对外公开；转办、督办等其他文件涉及个人和内部办理，不公开。
portal-receipt-text = 凭证原文
# (end of portal)

## bench
# The workbench, lists, bulk acts, supervision.
judge = 对照审核
judge-lead = 先看群众的原文，再看要审的内容。逐项对照规范；退回时勾选不符合的规范，写明要补充什么。
judge-judged = 要审的内容
judge-no-text = 没有办理结果或者答复，只有下面的文书。
desk-facts = 登记情况
linked = 关联
linked-repeat-of = 重复投诉的前一件
linked-merged-into = 并入办理
linked-merged-here = 并入本件
linked-same-citizen = 同一人的其他诉求
linked-item = 来自发现的线索
linked-sent = 已发往
linked-came = 来自
linked-theirs = 对方编号 { $number }
linked-elsewhere = 不在您的查看范围内
linked-merged-count = 并入本件的共 { $count } 件，这里列出 { $shown } 件。
chain = 呈报、批示和审签
chain-now = 等待
chain-then = 随后
bench-tasks = 管理和查看
bench-all-overdue = 全部超期
bench-overdue = 已超期
bench-today = 今天到期
bench-soon = 三个工作日内
bench-later = 以后到期
bench-never = 无时限
bench-kept = 我的筛选
bench-more-units = { $unit } 等（另有 { $more } 个单位）
bench-view-name = 把这些条件存为
bench-view-keep = 保存
bench-view-kept = 已保存“{ $name }”。
bench-view-drop = 删除保存的筛选“{ $name }”
bench-view-gone = 已删除“{ $name }”。
field-view-name = 名称最多 30 个字，不能换行。
field-view-long = 条件太长，请减少一些再保存。
field-views-many = 已保存 20 个，请先删除不用的。
bulk-pick = 选择
bulk-pick-one = 选择：{ $title }
bulk-picked = 对选中的
bulk-go = 批量办理
bulk-hint = 下一页逐件列出，确认后才办理。审核、审签、审批和公开须逐件看过，不能批量。
bulk-title = 批量办理：{ $act }
bulk-able = 可以办理的 { $count } 件
bulk-unable = 现在不能办理的 { $count } 件
bulk-judged = 这一件须打开看过原文再办，不能批量。
bulk-not-yours = 您不能对这一件这样办理。
bulk-each = 每一件各自办理、各自记录；一件被退回，不影响其他。
bulk-nothing = 选中的都不能这样办理。
bulk-none = 还没有选择：请先勾选要办的。
bulk-many = 一次最多 { $most } 件，请分几次办理。
bulk-result = 批量办理结果
bulk-counts = { $act }：办成 { $done } 件，没有办成 { $refused } 件。
bulk-done = 已办成
bulk-refused = 没有办成
bulk-back = 回到列表
bulk-tick-all = 全选本页 { $count } 件
bulk-tick-none = 全部不选
bulk-unable-hint = 没有勾选，不会办理；仍要试的可以勾上，办不成的会写明依据。
bulk-to-form = 直接去填写
bulk-left = 还没有办的 { $count } 件
bulk-stopped = 办到中间停下了。已办成的都已保存，列在下面。
bulk-go-on = 接着办这 { $count } 件
bulk-go-on-hint = 填写的内容都还在；已经办成的不会重复办理。
bulk-chosen = 已选 { $n } 件
bulk-counts-left = { $act }：办成 { $done } 件，没有办成 { $refused } 件，还没有办 { $left } 件。
call-stopped-behind = 已办理：{ $done }。
call-stopped = “{ $act }”没有办成：{ $why }
call-go-on = 下面的内容还在：再提交一次，就接着办没有办成的；已登记、已办的不会重复。
call-kept = 来电还没有登记；填写的内容都在下面，可以再提交。
call-sent-before = 这份表单此前已经登记，编号是{ $number }。后来改动的内容没有登记，也没有办理，都还在下面：另登一件，请再提交一次；补充原来那一件，请打开它办理。
call-sent-before-open = 打开原来的诉求
shell-to-desk = 回到工作台
shell-not-found-desk = 没有这个页面，或者您不能查看。请核对编号或网址，或者从工作台重新进入。
field-passed-with-faults = 选了“通过”，又勾选了不符合的规范。通过的，请取消勾选；有不符合的，请选“退回”。
field-limit-long = 时间太长：按所选的单位最多 { $most }（十年）。请填写小一些的数。
field-limit-zero = 时间须大于零。
field-limit-unit = 请从列表中选择时间单位。
field-login-odd = 用户名只能用字母、汉字、数字和 . - _ @，并以字母、汉字或者数字开头（半角），例如 wang.xm。
field-post-held = 这个人从 { $from } 起已任同一岗位，任期有重叠。请改起止日期。
field-duty-taken = 该单位 { $from } 至 { $to } 已排{ $person }值班，时间有重叠。请改起止时间。
field-duty-elsewhere = { $person } { $from } 至 { $to } 已在{ $unit }值班，时间有重叠。请换人，或者改起止时间。
field-too-long-a-time = 最长 { $most } 天（一百年）。
ledger-words = 标题或编号含有
ledger-words-hint = 逐件打开标题查找，不查正文。
ledger-find-gone = 这次查找已经失效（换了登录，或者网址不完整）。请重新输入要找的内容。
ledger-looked-all = 标题或编号含有“{ $words }”的：在您能看到的 { $looked } 件中找到 { $found } 件，已全部查完。
ledger-looked-part = 标题或编号含有“{ $words }”的：从新到旧查了 { $looked } 件，找到 { $found } 件，查到 { $back } 收到的为止。点“下一页”继续往前查，或用日期等条件缩小范围。
calendar-title = 工作日历
calendar-known = 已收录 { $from } 年至 { $to } 年的放假安排，以国务院办公厅公布的为准
calendar-count = 算一算什么时候到期
calendar-count-do = 计算
calendar-start = 从什么时候起
calendar-limit-field = 期限
calendar-limit = 请填写大于零的整数，最长十年。
calendar-workhours = 工作小时
calendar-year-of = { $year } 年
calendar-years = 其他年份
calendar-provisional-year = 这一年的放假安排尚未公布：暂以周一至周五为工作日。公布后，未办结的时限会重新核算。
calendar-legend = 休：放假；班：调休上班；灰底：周末。
calendar-weekdays = 星期一 星期二 星期三 星期四 星期五 星期六 星期日
calendar-weekdays-short = 一 二 三 四 五 六 日
calendar-sign-off = 休
calendar-sign-work = 班
calendar-holidays = 节假日和调休
calendar-holiday = 节日
calendar-off = 放假
calendar-work = 调休上班
flow-title = 办理流程图
flow-lead = 一栏是诉求的环节，一栏是工单的环节；线从一个环节引到下一个。图中的内容在下面的表里也有。
flow-alt = 《{ $title }》的流程图；文字在下面的表里。
flow-large = 单独打开流程图
flow-step = 环节
flow-acts = 可以办的事
flow-to = 转到
flow-of-cases = 诉求的环节
flow-of-orders = 工单的环节
roster-title = 值班表
roster-now = 现在值班
roster-nobody = 没有登记值班人员
roster-next = 今后七天
roster-none = 今后七天没有登记值班。
roster-span = { $from } 至 { $to }
roster-strike = 划掉
roster-strike-says = 从值班表上划掉这一班？已经通知过的人不受影响，记录里仍查得到。
roster-strike-sure = 确定划掉
roster-struck = 已从值班表上划掉。
field-no-such-shift = 值班表上没有这一班，可能已经划掉或者改过。请看现在的值班表。
field-shift-over = 这一班已经值完，不能划掉。
roster-lead = 派单时，系统按这张表通知值班人员。
directory-days = { $from } 至 { $to }
directory-since = { $from } 起
directory-other-units = 已撤销或还没有成立的单位
directory-past-posts = 以前的岗位
directory-left = 已停用
# (end of bench)

## knowledge
# The knowledge base.
knowledge = 知识库
knowledge-enter = 新增知识条目
knowledge-entered = 已加入知识库。
knowledge-supplied = 已提交，等待审定。
knowledge-revised = 已换成新版本，旧版本仍可查看。
knowledge-confirmed = 已审定，即日起使用。
knowledge-returned = 已退回提交单位。
knowledge-reviewed = 已复核。
knowledge-withdrawn = 已停用。
knowledge-search = 查找
knowledge-look = 查找
knowledge-found = 查找“{ $words }”：
knowledge-nothing-found = 没有找到。换一个说法，或者少写几个字再试。
knowledge-empty = 这里没有条目。
knowledge-current = 在用
knowledge-to-review = 待复核
knowledge-proposed = 待审定
knowledge-out = 已停用
knowledge-due = 到期复核
knowledge-unit = 负责单位
knowledge-who = 谁可以看
knowledge-public = 对外公开
knowledge-internal = 内部使用
knowledge-title = 问题
knowledge-title-hint = 用群众的话写成一个问题，如“路灯不亮找谁修”。
knowledge-words = 查找用词
knowledge-words-hint = 群众说到其中一个词，就能找到这一条。用空格分开，每个词不超过 8 个字。
knowledge-text = 答复口径
knowledge-text-hint = 写清政策依据、办理地点、所需材料和联系方式。不要写任何一件诉求里的个人信息。
knowledge-topic = 类型或者标注
knowledge-review = 复核日期
knowledge-review-hint = 到这一天要有人看一看是否仍然有效。不填是半年后，最长两年。
knowledge-review-next = 下次复核日期
knowledge-from = 起用日期
knowledge-from-hint = 不填就是今天。
knowledge-to = 停用日期
knowledge-to-hint = 从这一天起不再使用；可以不填。
knowledge-save = 保存
knowledge-back = 返回知识库
knowledge-waits = 您提交的条目经审定后使用。
knowledge-by = { $by }，{ $at }
knowledge-by-whom = 提交
knowledge-decided = 审定、复核
knowledge-reason = 理由
knowledge-holds = 有效期
knowledge-days = { $from } 起，{ $to } 停用
knowledge-days-on = { $from } 起
knowledge-state-current = 在用
knowledge-state-proposed = 待审定
knowledge-state-earlier = 旧版本
knowledge-state-returned = 已退回
knowledge-state-withdrawn = 已停用
knowledge-waiting = 待审定的新版本
knowledge-versions = 以前的版本
knowledge-confirm = 审定，开始使用
knowledge-confirm-about = 审定后即代替现在的版本，旧版本仍可查看。
knowledge-return = 退回修改
knowledge-still = 复核：仍然有效
knowledge-still-about = 内容没有变化就记一次复核；有变化请用“修改”写成新版本。
knowledge-revise = 修改（新版本）
knowledge-withdraw = 停用
knowledge-waits-review = 知识条目待复核：{ $count }条
knowledge-waits-confirm = 知识条目待审定：{ $count }条
knowledge-public-title = 常见问题
knowledge-public-lead = 先查一查：许多问题这里已经有答复。
knowledge-ask = 您想问什么
knowledge-all = 全部问题
knowledge-not-there = 没有您要的答案？
knowledge-answered-by = 由{ $unit }答复，{ $day } 核对
field-word-signs = 查找用词只写文字和数字，不带标点；几个词用空格分开。
field-words-long = 查找用词最多 { $count } 个，每个不超过 { $most } 个字。
field-review-past = 复核日期要在今天以后。
field-review-far = 复核日期最长到两年以后，请填早一些的日子。
field-knowledge-moved = 这一条刚才有人改过或者已经处理，请看过现在的内容再操作。
knowledge-office = 受理办公室
# (end of knowledge)

## call
# The form of whoever takes calls.
call-take = 只登记，稍后处理
call-send = 提交
call-clear = 清空，重新开始
call-look = 查知识库和承办单位
call-look-hint = 输入诉求内容后，这里显示相关的知识条目和建议的承办单位。
call-no-entry = 知识库里没有相关条目。
call-whole-entry = 查看条目
call-suggested = 建议承办单位
call-suggested-why = 派单目录：{ $why }（依据：{ $basis }）
call-outcome = 怎样处理
call-title-hint = 不填就取内容的第一句。
call-real-name = 实名登记
call-real-name-about = 受理或者解答之前要核验：来电人念出验证码，系统核对身份证号。
call-code = 短信验证码
call-code-hint = 请来电人念出手机上收到的验证码。
call-real-name-first = 受理前要登记并核验实名：请填写身份证号和来电人念出的短信验证码，或者先“只登记”。
call-accept-ground = 受理依据
call-refuse-ground = 不予受理的依据
call-explanation = 解释引导
call-explanation-hint = 不填就用该依据的引导用语，原样告知来电人。
call-answer = 答复内容
call-partner = 参与方
call-unit = 主办单位
call-unit-hint = 按派单目录预先选好，可以改。
call-reason = 上报理由
call-more = 渠道、地址和其他
call-grounds = 不予受理的情形和引导用语
call-repeat-about = 如果还是同一个问题，请选中那一件；由您确认。
call-repeat = 同一问题
call-repeat-none = 都不是
call-keys = 键盘：Tab 到下一项；Alt 加方框里的字母直达（火狐浏览器为 Alt+Shift，苹果电脑为 Control+Option）；Ctrl+回车提交。单行里按回车不会提交。
call-taken = 已登记
call-taken-and = 已登记，并已办理：{ $what }
call-read-out = 请把编号和查询码念给来电人，查询码只显示这一次。
call-again = 这份表单已经提交过，查询码当时已经显示。
call-next = 下面是空白表单，可以接下一个电话。
call-out-of-sight = 登记已完成。后续处理不由您进行。
call-unfinished = 登记已完成；后面的处理没有办成，这件诉求的页面现在也打不开。请先把编号和查询码念给来电人。
call-half-done = 来电已登记，编号 { $number }，查询码 { $code }（只显示这一次）。后面的处理没有完成，原因见下面的表单。
call-half-done-again = 来电已登记，编号 { $number }。后面的处理没有完成，原因见下面的表单。
# (end of call)

## figures
# Counts and charts, the page of leaders.
chart-all = 合计
chart-day = 日期
chart-week = 周
chart-unit = 单位
chart-week-of = { $day }起
chart-numbers = 看数字表
chart-in-time = 按时办结
chart-late = 有超时
chart-overdue = 正在超期
chart-open = 未到期
chart-in-time-share = 按时率
chart-trend-told = { $name }：共 { $all } 件，最高 { $at } { $most } 件。
chart-trend-none = { $name }：没有。
chart-share-told = 共 { $all } 件：按时办结 { $in-time } 件，有超时 { $late } 件，正在超期 { $overdue } 件，未到期 { $open } 件。
chart-share-worst = 超时和超期最多：{ $name }，{ $count } 件。
chart-share-none = 没有诉求。
chart-heat-told = 合计最多：{ $name }，{ $all } 件。单周最多：{ $hot }，{ $at } { $most } 件。
chart-heat-none = 没有工单。
today = 今日要览
today-as-of = 截至 { $at }
today-figures = 主要数字
today-came = 今天收到
today-answered = 今天答复
today-yesterday = 昨天 { $count }
today-open = 在办诉求
today-overdue = 正在超期
today-repeats = 重复投诉
today-pressed = 催办督办中
today-submitted = 呈送我的
today-instructed = 批示未办结
today-trend = 近 { $days } 天收到和答复
today-share = 近 { $weeks } 周收到的诉求办得怎样
today-heat = 近 { $weeks } 周各单位收到的工单
today-series-came = 收到
today-series-answered = 答复
today-units = 各单位在办和超期
today-unit-open = 在办工单
today-unit-overdue = 正在超期
today-nothing-open = 没有在办的工单。
today-before-me = 呈送我的
today-instruct = 写批示
today-longest = 超期最久
today-more = 全部
today-none = 没有。
today-kinds = 近七天收到的类别
today-kind = 类别
today-no-kind = 还没有分类
today-week = 近七天
today-week-before = 再前七天
today-steps = 在办诉求所在环节：
today-flow = 看办理流程图
today-left-out = 补录的历史件和反映具体单位或个人问题的举报不计入以上数字。
board = 督查看板
board-units = 各单位快慢
board-units-lead = 近八周派出的工单：中位时长指从派出到结果审核通过，一半的工单不超过它。
board-median = 中位时长
board-done = 已办结
board-no-median = 还没有办结
board-within-a-quarter = 不到 6 小时
board-so-far = 督办情况
board-press = 可以做
board-supervised-since = { $at }起督办
board-urged-at = { $at }催办
board-instructed-at = { $at }批示
board-none = 没有这样的诉求。
# (end of figures)

## design
# The page of the design language; reading aids.
reading-title = 阅读辅助
reading-on = 长辈版
reading-off = 标准版
reading-lead = 本网站可以换成大字、高对比度和简明文字，选好后本浏览器会记住，不需要登录。
reading-lead-simple = 字太小看不清？在这里换成大字。
reading-large = 大字
reading-large-hint = 正文字号约为 24 像素，按钮和输入框一同放大。
reading-contrast = 高对比度
reading-contrast-hint = 黑字白底，边框加深。
reading-words = 简明文字
reading-words-hint = 主要页面换成短句和常用词，内容不减少。
reading-save = 保存
reading-saved = 已保存。
reading-kept = 只在本浏览器里记住，保存一年；随时可以改回。
reading-more = 还可以这样用
reading-keys = 全部功能都可以用键盘操作：Tab 键移动，回车键确定；每页第一个链接直达正文。
reading-zoom = 用浏览器的缩放功能放大到 400%，页面会重新排列，不必左右拖动。
reading-scripts = 关闭脚本也能使用全部功能。
reading-print = 回执和文书可以用 A4 纸打印。
reading-phone = 看不清、不会用，可以直接拨打热线电话，由工作人员代为登记。
design-title = 设计规范
design-lead = 页面由这些部件拼成。这里显示的就是页面使用的部件，改了样式，这一页也跟着变。
design-principles = 三条原则：先说要做什么；每个期限和决定都带依据；安静。
design-ink = 文字
design-paper = 底色
design-ratio = 对比度
design-least = 不低于
design-strong = 高对比度模式
design-line = 一行文字
design-short = 短的一行
design-area = 多行文字
design-list = 列表选择
design-radios = 几选一
design-boxes = 可选多项
design-tick = 一个勾选项
design-main = 主要操作
design-second = 次要操作
design-grave = 不可撤销
design-within = 句中的操作
design-notice-done = 已办好。
design-notice-stop = 请先补充附件。
design-notice-plain = 此件已公开。
design-empty = 目前没有待办事项。
design-heading = 三级标题
design-sample-file = 示例.pdf
design-sample-one = 第一项
design-sample-two = 第二项
design-sample-hint = 说明怎么填。
design-sample-step = 办理中
design-sample-clock = 示例时限
design-sample-due = 1月5日 17:00
design-sample-act = 报告办理结果
design-sample-grave = 不予受理
design-sample-bad = 超过时限
design-sample-text = 这里是写下的内容。
design-sample-matter = 事项
design-sample-state = 状态
design-sample-by = 到期
design-colours = 颜色
design-colours-when = 一种主色；红色只留给超期和不可撤销的事。颜色从不单独表意，旁边总有文字或符号。
design-contrasts = 对比度
design-contrasts-when = 每一对都按 WCAG 2.2 计算，不够的通不过测试；高对比度模式文字不低于 7。
design-type = 文字
design-type-when = 正文 17 像素，字号用 rem，大字模式下一同放大；标题逐级，不跳级；一行约 40 字。
design-spaces = 间距
design-spaces-when = 只用这七档，不取中间值。
design-buttons = 按钮
design-buttons-when = 一个表单一个主按钮；次要的用线框；不可撤销的用红色；文字按钮只放在句子里。
design-fields = 输入项
design-fields-when = 标签在上，说明在标签下，不用占位文字；不是必填的写明“选填”。
design-faults = 错误
design-faults-when = 顶部列出每一处并可跳到该项，该项旁写明哪里不对、怎么改；已填内容保留。
design-notices = 提示
design-notices-when = 办好了用绿色，要注意用黄色，一般说明用蓝色；一页最多一条在最上面。
design-tags = 标签
design-tags-when = 一件事处于什么状态：一个词加一个符号。
design-clocks = 时限
design-clocks-when = 每个时限说明还剩多少、何时到期、依据哪一条、怎么算出来的；页面开着时自动倒计。
design-acts = 办理动作
design-acts-when = 收起的表单：名称和依据在外，打开才填；草稿保存在本浏览器。
design-timeline = 时间线
design-timeline-when = 最新的在上；谁、何时、依据、说了什么、到了哪一步。
design-tables = 表格
design-tables-when = 宽屏是表，手机上每行变成一张卡片；六行以上可在本页筛选。
design-panels = 面板
design-panels-when = 一块相关内容一个面板，面板不套面板；没有内容时写明为什么，以及可以做什么。
design-navigation = 分页与标签页
design-navigation-when = 列表只往后翻和回到开头；标签页用于同一类内容的几个队列。
design-lists = 名称与值、附件
design-lists-when = 名称在前、值在后；附件写清名称。
design-files = 附件
citizen-home-lead-simple = 有事就写在这里。写完会给您一个编号和一个查询码，用它们看办到哪一步了。
citizen-home-follow-simple = 输入编号和查询码，看办得怎么样
citizen-real-name-simple = 先填手机号，收一条短信验证码。别人看不到您的电话。
citizen-phone-hint-simple = 我们发一条短信给您，里面有 6 个数字。
citizen-without-code-hint-simple = 不验证也可以写，工作人员会先打电话问您。
citizen-text-hint-simple = 写清楚：什么时候、在哪里、什么事、想怎么解决。
citizen-place-hint-simple = 写路名、门牌号，或者旁边有什么。
citizen-person-hint-simple = 您的姓名和电话会加密，办事的人只看到一部分。
citizen-send-hint-simple = 提交后会出现编号和查询码，请抄下来。
citizen-receipt-lead-simple = 请把编号和查询码抄下来，以后用它们查。
citizen-receipt-keep-simple = 查询码只出现这一次，请抄下来或拍照。
citizen-number-hint-simple = 16 个数字，回执上有。
citizen-check-code-hint-simple = 8 个字母和数字，回执上有，大小写都行。
citizen-follow-wrong-simple = 编号或查询码不对，请看着回执再输一次。
citizen-visit-over-simple = 这个链接不能用了，请用编号和查询码查。
receipt-log-check-at = 核验网址：{ $address }
doctor-language = 添加的语言 { $name }（{ $tag }）可以使用，还有 { $missing } 条没有翻译，显示为基础语言。
doctor-language-faults = 添加的语言 { $name }（{ $tag }）有 { $faults } 处错误，{ $missing } 条没有翻译；这些显示为基础语言：
restore-language-other = { $file } 在 locales 文件夹里已有另一个内容，保留原样。备份里的可以从归档文件的 languages/ 下取出。
# Between the items of a list.
list-between = 、
# (end of design)

## live
# Scripts: drafts, filters, new work.
live-filter = 筛选本页
live-filter-left = 显示 { $left } / { $all } 行
live-moved = { $n } 件有新进展。
live-show = 显示
live-case-changed = 您打开后，此件有了新进展。
live-reload = 重新加载
live-draft-kept = 已存为草稿，
live-draft-back = 已恢复上次未提交的内容，
live-draft-tab = 只保存在本浏览器的这个标签页里，退出登录或关闭标签页即清除。姓名、电话、证件号和密码不保存。
live-draft-days = 只保存在这台设备的浏览器里，最多 { $days } 天，提交后清除。姓名、电话、证件号不保存。公用电脑上请用完即清除。
live-draft-discard = 清除草稿
live-sending = 正在上传……
live-checking = 已上传，正在检查……
live-not-sent = 没有发送成功。内容还在，请检查网络后再提交一次。
live-files-many = 最多选 { $most } 个文件。
live-file-large = “{ $name }”太大，每个文件不超过 { $most } MB。
live-file-empty = “{ $name }”是空文件。
live-file-kind = “{ $name }”的格式不支持。可以上传图片、PDF、办公文档、录音、视频和文本。
live-menu = 菜单
live-menu-close = 收起菜单
# (end of live)
