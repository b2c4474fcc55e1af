//! A person who uses the keyboard alone, and one who hears the page.

use super::Browser;
use fantoccini::actions::{InputSource as _, KeyAction, KeyActions};
use serde_json::{Value, json};

/// Stops on one page at most: who needs more of them is lost.
const STOPS: usize = 150;

/// The Tab key, as WebDriver writes it.
const TAB: char = '\u{E004}';
/// The Enter key.
pub const ENTER: &str = "\u{E007}";
/// The space bar.
pub const SPACE: &str = "\u{E00D}";

impl Browser {
    /// Presses keys where the focus is.
    pub async fn press(&self, keys: &str) {
        let focus = self.client.active_element().await.unwrap();
        focus.send_keys(keys).await.unwrap();
    }

    /// Presses the Tab key: as a key, because a field for files takes what is typed for the name of one.
    async fn tab(&self) {
        let (down, up) = (KeyAction::Down { value: TAB }, KeyAction::Up { value: TAB });
        let keys = KeyActions::new("keyboard".to_owned()).then(down).then(up);
        self.client.perform_actions(keys).await.unwrap();
    }

    /// Presses keys that lead to another page, and waits for it.
    pub async fn press_on(&self, keys: &str) {
        let page = self.find("html").await;
        self.press(keys).await;
        while page.tag_name().await.is_ok() {
            tokio::task::yield_now().await;
        }
        self.find("main").await;
    }

    /// Goes on with the Tab key until the focus is on what a selector finds. Each stop on the way must be seen.
    pub async fn tab_to(&self, selector: &str) {
        let script = "const now = document.activeElement, style = getComputedStyle(now); \
                      const seen = now === document.body || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2); \
                      return [now.matches(arguments[0]), seen, now.outerHTML.slice(0, 200)];";
        let mut stops = Vec::new();
        for _ in 0..STOPS {
            self.tab().await;
            let found = self.client.execute(script, vec![json!(selector)]).await.unwrap();
            assert_eq!(found[1], true, "the focus is not seen on {}", found[2]);
            if found[0] == true {
                return;
            }
            stops.push(found[2].to_string());
        }
        panic!("the Tab key never comes to {selector}:\n{}", stops.join("\n"));
    }

    /// What a screen reader says of the page, in its order: role and name of everything that has a name.
    pub async fn spoken(&self) -> Vec<(String, String)> {
        let tree = self.tell("Accessibility.getFullAXTree", json!({})).await;
        let nodes = tree["nodes"].as_array().unwrap();
        let by_id = |id: &Value| nodes.iter().find(|node| node["nodeId"] == *id);
        let mut said = Vec::new();
        let mut left: Vec<&Value> = nodes.first().into_iter().collect();
        while let Some(node) = left.pop() {
            let text = |of: &str| node[of]["value"].as_str().unwrap_or_default().trim().to_owned();
            let (role, name) = (text("role"), text("name"));
            let bare = ["StaticText", "InlineTextBox", "generic", "none", "RootWebArea"];
            if node["ignored"] != true && !name.is_empty() && !bare.contains(&role.as_str()) {
                said.push((role, name));
            }
            let below = node["childIds"].as_array().into_iter().flatten();
            let mut below: Vec<&Value> = below.filter_map(by_id).collect();
            below.reverse();
            left.extend(below);
        }
        said
    }

    /// Fails unless these come one after the other when the page is read out, whatever stands between: each is a role and
    /// what its name contains.
    pub async fn reads(&self, wanted: &[(&str, &str)]) {
        let said = self.spoken().await;
        let mut rest = said.iter();
        for (role, name) in wanted {
            let found = rest.any(|(r, n)| r == role && n.contains(name));
            assert!(found, "{role} \"{name}\" does not come in its turn:\n{said:#?}");
        }
    }
}
