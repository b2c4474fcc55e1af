//! Whether a page fits: windows of any width, larger type, paper.

use super::Browser;
use serde_json::{Value, json};

/// How somebody looks at a page.
#[derive(Debug, Clone, Copy)]
pub struct View {
    /// What a fault says of it.
    pub name: &'static str,
    /// Width of the window in CSS pixels.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// How large the type is that the browser is set to, in percent of what it is usually.
    pub type_percent: u32,
    /// Whether the reader asked for large type (适老化).
    pub large: bool,
}

/// A4 without its margins, at 96 points to an inch.
const PAPER: (u32, u32) = (672, 986);

fn lines(found: &Value) -> Vec<String> {
    let lines = found.as_array().unwrap().iter();
    lines
        .map(|line| line.as_str().unwrap_or_default().to_owned())
        .collect()
}

impl Browser {
    /// What of the open page does not fit: sideways scrolling, text that is cut off or lies over other text. The page is not
    /// loaded anew.
    pub async fn misfits(&self, view: View) -> Vec<String> {
        self.measure(view.width, view.height).await;
        let dress = "const root = document.documentElement; \
                     root.dataset.was ??= root.className; \
                     root.className = root.dataset.was; \
                     root.classList.toggle('large', arguments[0] || root.classList.contains('large')); \
                     scrollTo(0, 0)";
        self.client.execute(dress, vec![json!(view.large)]).await.unwrap();
        let [standard, fixed] = [16, 13].map(|usual| usual * view.type_percent / 100);
        let sizes = json!({ "standard": standard, "fixed": fixed });
        self.tell("Page.setFontSizes", json!({ "fontSizes": sizes }))
            .await;
        let found = self
            .client
            .execute(include_str!("fits.js"), Vec::new())
            .await
            .unwrap();
        lines(&found)
    }

    /// What of the open page does not belong on paper, or does not fit there.
    pub async fn misprints(&self) -> Vec<String> {
        self.measure(PAPER.0, PAPER.1).await;
        // as it was opened; and paper has no bars to scroll with
        let undress = "const root = document.documentElement; root.className = root.dataset.was ?? root.className; \
                       root.style.scrollbarWidth = 'none'";
        self.client.execute(undress, Vec::new()).await.unwrap();
        self.tell("Emulation.setEmulatedMedia", json!({ "media": "print" }))
            .await;
        let mut found = Vec::new();
        for script in [include_str!("paper.js"), include_str!("fits.js")] {
            found.extend(lines(&self.client.execute(script, Vec::new()).await.unwrap()));
        }
        self.tell("Emulation.setEmulatedMedia", json!({ "media": "" }))
            .await;
        found
    }

    /// Makes the window as large as it was opened.
    pub async fn as_opened(&self) {
        let (width, height) = self.size.pixels();
        self.measure(width, height).await;
    }

    /// On how many sheets of A4 the open page is printed.
    pub async fn sheets(&self) -> usize {
        // the browser writes the objects of pages in plain text
        let pdf = self.printed().await;
        let text = String::from_utf8_lossy(&pdf);
        text.matches("/Type /Page").count() - text.matches("/Type /Pages").count()
    }
}
