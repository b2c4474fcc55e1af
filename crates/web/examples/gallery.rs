//! Serves every page with the cases of an invented city, to look at: `cargo run -p web --example gallery -- 8399`.
#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)]

#[path = "../tests/gallery/mod.rs"]
mod gallery;

#[tokio::main]
async fn main() {
    let port = std::env::args().nth(1).unwrap_or_else(|| "8399".to_owned());
    let gallery = gallery::gallery().await;
    let listener = tokio::net::TcpListener::bind(format!("127.0.0.1:{port}"))
        .await
        .unwrap();
    println!("http://127.0.0.1:{port}/design");
    axum::serve(listener, gallery::app(&gallery, false))
        .await
        .unwrap();
}
