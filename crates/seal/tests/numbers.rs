//! Case numbers, check codes, identity numbers and phone numbers as people type them.

use proptest::prelude::*;
use seal::identity::{IdentityError, id_number, is_mobile, phone};
use seal::number::{NumberError, case_number, check, check_code, normalise_check_code};

const TODAY: (i16, u8, u8) = (2026, 11, 21);

#[test]
fn a_case_number_is_its_day_seven_digits_and_a_check_digit() {
    // worked out by another program, with the published table of Damm's method (572 gives 4)
    assert_eq!(case_number((2026, 11, 21), 4_839_204), "2026112148392040");
    assert_eq!(case_number((2026, 1, 2), 7).len(), 16);
    assert_eq!(
        check(" ２０２６１１２１-4839 2040").as_deref(),
        Ok("2026112148392040")
    );
}

#[test]
fn what_is_no_case_number_is_told_apart() {
    assert_eq!(check("123"), Err(NumberError::Form { found: 3 }));
    assert_eq!(check("20261121x8392044"), Err(NumberError::Form { found: 16 }));
    assert_eq!(check("二〇二六"), Err(NumberError::Form { found: 4 }));
    assert_eq!(check("2026112148392045"), Err(NumberError::Mistyped));
    assert_eq!(check(&case_number((2026, 13, 1), 7)), Err(NumberError::Mistyped));
}

#[test]
fn a_check_code_shows_forty_bits() {
    assert_eq!(check_code([0; 5]), "0000-0000");
    assert_eq!(check_code([0xff; 5]), "ZZZZ-ZZZZ");
    // 00000 00001 00010 00011 00100 00101 00110 00111
    assert_eq!(check_code([0x00, 0x44, 0x32, 0x14, 0xc7]), "0123-4567");
    assert_eq!(normalise_check_code(" oiL3 4567").as_deref(), Ok("0113-4567"));
    assert_eq!(
        normalise_check_code("ａｂｃｄ—ｅｆｇｈ").as_deref(),
        Ok("ABCD-EFGH")
    );
    for wrong in ["", "ABCD-EFG", "ABCD-EFGU", "ABCD-EFGHJ", "汉汉汉汉汉汉汉汉"] {
        assert_eq!(
            normalise_check_code(wrong),
            Err(NumberError::CheckCode),
            "{wrong}"
        );
    }
}

/// 11010519491231002X is the example of GB 11643-1999 itself.
#[test]
fn identity_numbers() {
    assert_eq!(
        id_number("110105 19491231 002ｘ", TODAY).as_deref(),
        Ok("11010519491231002X")
    );
    assert_eq!(
        id_number("440524188001010014", TODAY),
        Err(IdentityError::IdBirth),
        "born in 1880"
    );
    assert_eq!(
        id_number("110105194912310021", TODAY),
        Err(IdentityError::IdCheck)
    );
    assert_eq!(
        id_number("110105194902290021", TODAY),
        Err(IdentityError::IdBirth),
        "no leap year"
    );
    assert_eq!(
        id_number("110105202611220021", TODAY),
        Err(IdentityError::IdBirth),
        "born tomorrow"
    );
    assert_eq!(
        id_number("110105202613010021", TODAY),
        Err(IdentityError::IdBirth),
        "month 13"
    );
    assert_eq!(
        id_number("11010519491231002", TODAY),
        Err(IdentityError::IdForm { found: 17 })
    );
    assert_eq!(
        id_number("1101051949123100XX", TODAY),
        Err(IdentityError::IdForm { found: 18 })
    );
    assert_eq!(
        id_number("身份证", TODAY),
        Err(IdentityError::IdForm { found: 3 })
    );
}

#[test]
fn phone_numbers() {
    for (typed, plain) in [
        ("13812345678", "13812345678"),
        ("+86 138 1234 5678", "13812345678"),
        ("0086-138-1234-5678", "13812345678"),
        ("8613812345678", "13812345678"),
        ("013812345678", "13812345678"),
        ("１３８１２３４５６７８", "13812345678"),
        ("（0527）84312345", "0527-84312345"),
        ("052784312345", "0527-84312345"),
        ("+86 527 84312345", "0527-84312345"),
        ("010-84312345", "010-84312345"),
        ("025 8431234", "025-8431234"),
    ] {
        assert_eq!(phone(typed).as_deref(), Ok(plain), "{typed}");
        assert_eq!(is_mobile(plain), !plain.contains('-'));
    }
    for wrong in [
        "",
        "1381234567",
        "138123456789",
        "12812345678",
        "84312345",
        "0527-1431234",
        "+1 202 555 0100",
        "电话",
        "0",
    ] {
        assert_eq!(phone(wrong), Err(IdentityError::Phone), "{wrong}");
    }
}

proptest! {
    #[test]
    fn every_wrong_digit_and_every_swap_of_neighbours_is_found(
        random: u32, month in 1u8..=12, day in 1u8..=28, at in 0usize..16, digit in 0u8..10,
    ) {
        let number = case_number((2026, month, day), random);
        prop_assert_eq!(check(&number), Ok(number.clone()));
        let mut wrong = number.clone().into_bytes();
        wrong[at] = b'0' + digit;
        let wrong = String::from_utf8(wrong).unwrap();
        prop_assert_eq!(check(&wrong).is_ok(), wrong == number);
        let mut swapped = number.clone().into_bytes();
        swapped.swap(at, (at + 1).min(15));
        let swapped = String::from_utf8(swapped).unwrap();
        prop_assert_eq!(check(&swapped).is_ok(), swapped == number);
    }

    #[test]
    fn a_check_code_is_read_back(random: [u8; 5], other: [u8; 5]) {
        let code = check_code(random);
        prop_assert_eq!(normalise_check_code(&code.to_lowercase().replace('-', " ")), Ok(code.clone()));
        prop_assert_eq!(check_code(other) == code, other == random);
    }

    #[test]
    fn a_wrong_digit_in_an_identity_number_is_found(at in 0usize..17, digit in 0u8..10) {
        let right = "11010519491231002X";
        let mut wrong = right.as_bytes().to_vec();
        wrong[at] = b'0' + digit;
        let wrong = String::from_utf8(wrong).unwrap();
        prop_assert_eq!(id_number(&wrong, TODAY).is_ok(), wrong == right);
    }

    #[test]
    fn nothing_typed_breaks(text in "\\PC*") {
        let _ = (check(&text), normalise_check_code(&text), id_number(&text, TODAY));
        if let Ok(plain) = phone(&text) {
            prop_assert_eq!(phone(&plain), Ok(plain.clone()));
        }
    }
}
