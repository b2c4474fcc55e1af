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
