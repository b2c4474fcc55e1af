//! What a moderator decides about the finds, and what remains to be read.

use redact::{Kind, Veil};

fn veil(hide: &[&str], keep: &[&str]) -> Veil {
    let all = |some: &[&str]| some.iter().map(|&one| one.to_owned()).collect();
    Veil {
        hide: all(hide),
        keep: all(keep),
    }
}

#[test]
fn what_is_found_is_blacked_out_and_its_length_with_it() {
    let text = "我叫张建国，电话13812345678，住金色家园3号楼2单元501室。";
    assert_eq!(Veil::default().apply(text), "我叫■■■，电话■■■，住金色家园■■■。");
}

#[test]
fn a_name_found_once_is_hidden_wherever_it_stands() {
    let text = "我叫张建国。昨天有人看见张建国在楼下。";
    assert_eq!(Veil::default().apply(text), "我叫■■■。昨天有人看见■■■在楼下。");
}

#[test]
fn a_moderator_keeps_what_is_nobodys_secret() {
    let text = "工程由李志强局长负责，我的电话13812345678。";
    assert_eq!(
        veil(&[], &["李志强"]).apply(text),
        "工程由李志强局长负责，我的电话■■■。"
    );
    // it is shown to the next moderator all the same
    assert_eq!(veil(&[], &["李志强"]).all(text).len(), 2);
}

#[test]
fn a_moderator_hides_what_was_not_found() {
    let text = "卖豆腐的瘸子大爷家，在老槐树底下。";
    assert_eq!(
        veil(&["卖豆腐的瘸子大爷", " "], &[]).apply(text),
        "■■■家，在老槐树底下。"
    );
}

#[test]
fn a_told_term_is_hidden_whole_where_a_part_of_it_was_found() {
    let text = "联系人：王芳，王芳芳饺子馆。";
    let finds = veil(&["王芳芳饺子馆"], &[]).finds(text);
    assert_eq!(finds.iter().filter(|find| find.kind == Kind::Told).count(), 1);
    assert_eq!(veil(&["王芳芳饺子馆"], &[]).apply(text), "联系人：■■■，■■■。");
}

#[test]
fn nothing_found_changes_nothing() {
    let text = "高速公路出口的路灯坏了。";
    assert_eq!(Veil::default().apply(text), text);
    assert_eq!(Veil::default().apply(""), "");
}
