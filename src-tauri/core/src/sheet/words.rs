//! Texts as XML and as Excel spell them: entities, line ends, and `_x000D_` for what XML cannot hold.
//!
//! Refuses to know: where a text stands.

use std::borrow::Cow;

use memchr::{memchr, memchr2};

/// A text with its entities resolved and its line ends as one character; none where an entity is unknown.
pub fn resolved(raw: &str) -> Option<Cow<'_, str>> {
    if memchr2(b'&', b'\r', raw.as_bytes()).is_none() {
        return Some(Cow::Borrowed(raw));
    }
    let raw = lines(raw);
    let mut text = String::with_capacity(raw.len());
    let mut rest = &*raw;
    while let Some(at) = memchr(b'&', rest.as_bytes()) {
        text.push_str(&rest[..at]);
        let length = memchr(b';', &rest.as_bytes()[at..])?;
        text.push(entity(&rest[at + 1..at + length])?);
        rest = &rest[at + length + 1..];
    }
    text.push_str(rest);
    Some(Cow::Owned(text))
}

fn entity(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = name.strip_prefix('#')?;
            let number = match number.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16),
                None => number.parse(),
            };
            char::from_u32(number.ok()?)
        }
    }
}

/// A text with every line end as one character, as XML asks.
pub fn lines(raw: &str) -> Cow<'_, str> {
    match memchr(b'\r', raw.as_bytes()) {
        None => Cow::Borrowed(raw),
        Some(_) => Cow::Owned(raw.replace("\r\n", "\n").replace('\r', "\n")),
    }
}

/// A text with Excel's own escapes resolved: `_x000D_` is a return, `_x005F_` an underscore.
pub fn unescaped(text: Cow<'_, str>) -> Cow<'_, str> {
    let Some(first) = next(&text, 0) else { return text };
    let (mut out, mut copied, mut found) = (String::with_capacity(text.len()), 0, Some(first));
    while let Some((at, unit)) = found {
        out.push_str(&text[copied..at]);
        copied = at + 7;
        let low = unit_at(&text, copied).filter(|low| (0xdc00..0xe000).contains(low));
        match (unit, low) {
            (0xd800..0xdc00, Some(low)) => {
                out.extend(
                    char::decode_utf16([unit, low]).map(|it| it.unwrap_or(char::REPLACEMENT_CHARACTER)),
                );
                copied += 7;
            }
            (unit, _) => out.push(char::from_u32(u32::from(unit)).unwrap_or(char::REPLACEMENT_CHARACTER)),
        }
        found = next(&text, copied);
    }
    out.push_str(&text[copied..]);
    Cow::Owned(out)
}

/// The next escape, and what it stands for.
fn next(text: &str, from: usize) -> Option<(usize, u16)> {
    let mut at = from;
    loop {
        at += memchr(b'_', &text.as_bytes()[at..])?;
        match unit_at(text, at) {
            Some(unit) => return Some((at, unit)),
            None => at += 1,
        }
    }
}

fn unit_at(text: &str, at: usize) -> Option<u16> {
    let [b'_', b'x', digits @ .., b'_'] = text.as_bytes().get(at..at + 7)? else { return None };
    let digit = |sum: u16, byte: &u8| Some(sum << 4 | u16::try_from(char::from(*byte).to_digit(16)?).ok()?);
    digits.iter().try_fold(0, digit)
}

/// How long a text is to Excel, which counts in UTF-16.
pub fn units(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.encode_utf16().count() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_and_line_ends_are_resolved() {
        assert_eq!(
            resolved("a &lt;&#98;&#x63;&gt; &quot;&apos;&amp;amp;").expect("known"),
            "a <bc> \"'&amp;"
        );
        assert_eq!(resolved("a\r\nb\rc&#13;").expect("known"), "a\nb\nc\r");
        for unknown in ["&nbsp;", "&", "&amp", "&#xD800;", "&#99999999999;", "&#;"] {
            assert_eq!(resolved(unknown), None, "{unknown}");
        }
    }

    #[test]
    fn escapes_of_excel_are_resolved_once() {
        let pairs = [
            ("a_x000D_b", "a\rb"),
            ("_x005F_x000D_", "_x000D_"),
            ("_x005f__x0041_", "_A"),
            ("_xD83D__xDE00_!", "\u{1f600}!"),
            ("_xD83D_", "\u{fffd}"),
            ("__x0041_", "_A"),
            ("_x41_ _X0041_ _x00é_", "_x41_ _X0041_ _x00é_"),
        ];
        for (escaped, plain) in pairs {
            assert_eq!(unescaped(Cow::Borrowed(escaped)), plain);
        }
        assert_eq!((units("abc"), units("é"), units("\u{1f600}")), (3, 1, 2));
    }
}
