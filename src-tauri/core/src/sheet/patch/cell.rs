//! One cell as XML: its reference, its format as it was, and the new value.
//!
//! Refuses to know: where in the sheet it stands.

use super::Value;
use crate::sheet::Place;

/// A cell with a value; `prefix` is that of the sheet's own elements (`x:`, or nothing).
pub(super) fn xml(prefix: &str, place: Place, style: Option<&str>, value: &Value) -> String {
    let style = style.map(|style| format!(" s=\"{}\"", escaped(style))).unwrap_or_default();
    match value {
        Value::Number(number) => {
            format!("<{prefix}c r=\"{place}\"{style}><{prefix}v>{number}</{prefix}v></{prefix}c>")
        }
        Value::Text(text) => format!(
            "<{prefix}c r=\"{place}\"{style} t=\"inlineStr\"><{prefix}is><{prefix}t xml:space=\"preserve\">{}</{prefix}t></{prefix}is></{prefix}c>",
            escaped(&literal(text))
        ),
    }
}

/// Text as XML has it, without what XML cannot hold.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(letter),
            '\u{fffe}' | '\u{ffff}' => {}
            _ if letter.is_control() => {}
            _ => out.push(letter),
        }
    }
    out
}

/// Excel reads `_x000D_` in a text as one letter: what only looks like it is marked.
fn literal(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let digits = rest.as_bytes().get(at + 2..at + 7);
        let looks = digits.is_some_and(|five| five[..4].iter().all(u8::is_ascii_hexdigit) && five[4] == b'_');
        out.push_str(&rest[..at]);
        out.push_str(if looks { "_x005F_x" } else { "_x" });
        rest = &rest[at + 2..];
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_keeps_its_format_and_says_its_text_as_it_is() {
        let text = Value::Text("A < B &\n_x000D_ \u{7}end".to_owned());
        assert_eq!(
            xml("x:", Place::new(1, 2), Some("4"), &text),
            "<x:c r=\"C2\" s=\"4\" t=\"inlineStr\"><x:is><x:t xml:space=\"preserve\">A &lt; B &amp;\n_x005F_x000D_ end</x:t></x:is></x:c>"
        );
        assert_eq!(xml("", Place::new(0, 0), None, &Value::Number(3.0)), "<c r=\"A1\"><v>3</v></c>");
    }
}
