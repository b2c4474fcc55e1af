fn main() {
    for path in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&path).unwrap();
        let t = std::time::Instant::now();
        let report = procedure::check(&text, &["cn"]);
        println!("{path}: {:?}", t.elapsed());
        for f in report.findings {
            println!(
                "  {} {:?} {} {} {:?}",
                f.line,
                f.severity,
                f.code,
                f.clause.map(|c| c.to_string()).unwrap_or_default(),
                f.args
            );
        }
    }
}
