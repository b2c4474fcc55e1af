//! How much is found in texts of your own, a line each: `cargo run -p redact --example rates < messages.txt`. Prints
//! counts, nothing of the texts.
#![allow(clippy::print_stdout, reason = "a program on the command line")]

use redact::Kind;
use std::io::BufRead;

fn main() {
    let mut counts = [0u32; Kind::FOUND.len()];
    let (mut lines, mut with) = (0u32, 0u32);
    for line in std::io::stdin().lock().lines().map_while(Result::ok) {
        let finds = redact::find(&line);
        lines += 1;
        with += u32::from(!finds.is_empty());
        for find in finds {
            for (kind, count) in Kind::FOUND.iter().zip(&mut counts) {
                *count += u32::from(*kind == find.kind);
            }
        }
    }
    println!("{lines} lines, {with} with finds");
    for (kind, count) in Kind::FOUND.iter().zip(counts) {
        println!("{kind:?} {count}");
    }
}
