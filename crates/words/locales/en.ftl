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
