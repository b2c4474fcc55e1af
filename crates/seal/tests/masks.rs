//! A mask shows what it must and no more.

use proptest::prelude::*;
use seal::mask;

fn check(mask: fn(&str) -> String, table: &[(&str, &str)]) {
    for (text, shown) in table {
        assert_eq!(mask(text), *shown, "{text}");
    }
}

#[test]
fn names() {
    check(
        mask::name,
        &[
            ("王小明", "王**"),
            ("王五", "王**"),
            ("欧阳娜娜", "欧阳**"),
            ("欧阳", "欧**"),
            ("诸葛亮", "诸葛**"),
            ("王", "**"),
            ("𠮷田一郎", "𠮷**"),
            ("𫍯平", "𫍯**"),
            ("𬤝", "**"),
            // a variant chosen by a selector is one character, and is hidden as one
            ("葛\u{e0100}小明", "葛\u{e0100}**"),
            ("葛\u{e0100}", "**"),
            ("欧\u{fe00}阳\u{e0101}娜娜", "欧\u{fe00}阳\u{e0101}**"),
            // so is a letter with its signs: Tibetan, and a decomposed é
            ("བསོད་ནམས", "བ**"),
            ("སྒྲོལ་མ", "སྒྲོ**"),
            ("e\u{301}", "**"),
            (" 阿卜杜拉·买买提 ", "阿**"),
            ("John Smith", "J**"),
            ("", ""),
        ],
    );
}

#[test]
fn phones() {
    check(
        mask::phone,
        &[
            ("13812345678", "138****5678"),
            ("+86 138-1234-5678", "138****5678"),
            ("0527-84312345", "0527-****45"),
            ("01084312345", "010-****45"),
            ("12345678", "**"),
            ("call me", "**"),
            ("", ""),
        ],
    );
}

#[test]
fn identity_numbers_and_mail() {
    check(
        mask::id_number,
        &[
            ("11010519491231002X", "110*************2X"),
            ("110105 19491231 002x", "110*************2x"),
            ("123", "**"),
            ("省省省省省省", "**"),
            ("", ""),
        ],
    );
    check(
        mask::email,
        &[
            ("li.si@example.com", "l***@example.com"),
            ("l@example.com", "***@example.com"),
            ("a@b@example.com", "a***@example.com"),
            ("nobody", "**"),
            ("", ""),
        ],
    );
}

#[test]
fn addresses_are_kept_to_the_district() {
    check(
        mask::address,
        &[
            ("江苏省宿迁市宿城区幸福路3号", "江苏省宿迁市宿城区**"),
            ("江苏省宿迁市沭阳县李恒镇一村2组", "江苏省宿迁市沭阳县**"),
            ("宿城区幸福小区3栋", "宿城区**"),
            ("北京市朝阳区某路1号", "北京市朝阳区**"),
            (
                "内蒙古自治区鄂尔多斯市准格尔旗薛家湾镇",
                "内蒙古自治区鄂尔多斯市准格尔旗**",
            ),
            ("河南省驻马店市驿城区某店", "河南省驻马店市驿城区**"),
            ("江西省景德镇市昌江区某镇", "江西省景德镇市昌江区**"),
            ("江苏省徐州市鼓楼区1号楼", "江苏省徐州市鼓楼区**"),
            ("江西省抚州市东乡区某村", "江西省抚州市东乡区**"),
            ("江苏省苏州市昆山市花桥镇", "江苏省苏州市昆山市**"),
            ("甘肃省临夏回族自治州和政县某村", "甘肃省临夏回族自治州和政县**"),
            ("香港特别行政区湾仔", "香港特别行政区**"),
            ("宿迁市经济开发区发展大道", "宿迁市**"),
            ("宿迁市幸福路老城区", "宿迁市**"),
            ("幸福小区3栋201室", "**"),
            ("沃尔玛超市二楼", "**"),
            ("A2区景蓉华苑", "**"),
            ("我住在沭阳县某村", "**"),
            ("", ""),
        ],
    );
}

proptest! {
    #[test]
    fn no_mask_fails_or_shows_a_whole_text(text in "\\PC*") {
        for mask in [mask::name, mask::phone, mask::id_number, mask::email, mask::address] {
            let shown = mask(&text);
            prop_assert!(shown.is_empty() == text.trim().is_empty());
            prop_assert!(shown.is_empty() || shown.contains("**"));
        }
    }

    #[test]
    fn a_name_shows_its_head_only(text in "[\u{4e00}-\u{9fff}]{1,6}") {
        let shown = mask::name(&text);
        let head = shown.strip_suffix("**").unwrap();
        prop_assert!(text.starts_with(head) && head.chars().count() <= 2);
        prop_assert!(head.chars().count() < text.chars().count());
    }

    #[test]
    fn a_mobile_number_hides_its_middle(middle in "[0-9]{4}", other in "[0-9]{4}") {
        prop_assert_eq!(mask::phone(&format!("138{middle}5678")), mask::phone(&format!("138{other}5678")));
    }

    #[test]
    fn an_identity_number_hides_its_date_of_birth(a in "[0-9]{13}", b in "[0-9]{13}") {
        prop_assert_eq!(mask::id_number(&format!("320{a}1X")), mask::id_number(&format!("320{b}1X")));
    }

    #[test]
    fn what_follows_the_district_is_hidden(rest in "\\PC*") {
        prop_assert_eq!(mask::address(&format!("江苏省宿迁市宿城区{rest}")), "江苏省宿迁市宿城区**");
    }
}
