//! Names with characters beyond the usual ones: GB 18030-2022, planes 2 and 3, variants chosen by a selector.

use redact::{Veil, black_out, find};

#[test]
fn a_name_is_blacked_out_whole() {
    let cases = [
        ("我叫王𬤝，门前的路灯坏了。", "我叫■■■，门前的路灯坏了。"),
        (
            "联系人：𫍯小明，白天可以打电话。",
            "联系人：■■■，白天可以打电话。",
        ),
        ("本人姓名：张𰻝𰻝，住在城东。", "本人姓名：■■■，住在城东。"),
        (
            "请转告李㙍先生，垃圾堆又出现了。",
            "请转告■■■先生，垃圾堆又出现了。",
        ),
        ("我叫葛\u{e0100}小明，路灯坏了。", "我叫■■■，路灯坏了。"),
        ("我叫王小\u{2f83a}，路灯坏了。", "我叫■■■，路灯坏了。"),
    ];
    for (text, shown) in cases {
        assert_eq!(black_out(text, &find(text)), shown, "{text}");
    }
}

#[test]
fn what_a_moderator_names_is_hidden_wherever_it_stands() {
    let veil = Veil {
        hide: vec!["𠮷𰻝".to_owned()],
        ..Veil::default()
    };
    let shown = veil.apply("店主𠮷𰻝说，𠮷𰻝面馆归他。𠮷在。");
    assert!(!shown.contains("𠮷𰻝") && shown.ends_with("𠮷在。"), "{shown}");
}
