//! The files of a backup, as `verify` and `restore` read them before anything is written.

use office::backup::verify;

const NAMES: [&str; 8] = [
    "wenzheng.json",
    "manifest.json",
    "tables/event/0",
    "tables/command/0",
    "tables/sealing_key/0",
    "attachments/0123456789abcdef",
    "../../etc/passwd",
    "tables//",
];
const FRONT: &str = r#"{"what":"wenzheng-backup","format":1,"part":"archive","id":"a"}"#;
const FRONT_KEYS: &str = r#"{"what":"wenzheng-backup","format":1,"part":"keys","id":"a"}"#;

/// Any bytes as both files; and as what stands in the entries of both, each behind a byte for its name and two for its
/// length.
pub(crate) fn backup(bytes: &[u8]) {
    let _ = verify(bytes, bytes).map_err(|fault| (fault.code(), fault.args()));
    let (archive, keys) = (packed(FRONT, bytes), packed(FRONT_KEYS, bytes));
    let _ = verify(&archive[..], &keys[..]).map_err(|fault| (fault.code(), fault.args()));
}

fn packed(front: &str, mut bytes: &[u8]) -> Vec<u8> {
    let mut file = tar::Builder::new(Vec::new());
    let mut put = |name: &str, content: &[u8]| {
        let mut header = tar::Header::new_ustar();
        let field = &mut header.as_old_mut().name;
        field[..name.len()].copy_from_slice(name.as_bytes());
        header.set_size(content.len() as u64);
        header.set_mode(0o600);
        header.set_cksum();
        file.append(&header, content).unwrap();
    };
    put("wenzheng.json", front.as_bytes());
    while let [name, high, low, rest @ ..] = bytes {
        let length = usize::from(u16::from_be_bytes([*high, *low])).min(rest.len());
        let (content, rest) = rest.split_at(length);
        put(NAMES[usize::from(*name) % NAMES.len()], content);
        bytes = rest;
    }
    file.into_inner().unwrap()
}
