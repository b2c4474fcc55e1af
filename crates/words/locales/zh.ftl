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
