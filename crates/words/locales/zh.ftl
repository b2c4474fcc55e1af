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
ledger-workbook = Excel 文件已损坏，无法读取：{ $error }
ledger-columns = 找不到必需的列（{ $fields }）。表中的列有：{ $found }。请在第一行写上列名（例如：{ $example }），或用对照文件说明，例如：text = "列名"
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
