//! The words and keys that a procedure file knows, asked from the code that reads them, so that no list of them
//! stands anywhere twice.

use serde::de::{Deserialize, Deserializer, Error as _, Visitor, value::Error};

type Names = &'static [&'static str];

/// The words of an enumeration, or the keys of a table, as files write them.
pub fn of<'de, T: Deserialize<'de>>() -> Names {
    let mut names: Names = &[];
    // it always ends in an error: nothing is read, the question alone names the words
    let _ = T::deserialize(Asked(&mut names));
    names
}

struct Asked<'a>(&'a mut Names);

impl<'de> Deserializer<'de> for Asked<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(Error::custom("nothing to read"))
    }

    fn deserialize_enum<V: Visitor<'de>>(self, _: &str, words: Names, _: V) -> Result<V::Value, Error> {
        *self.0 = words;
        Err(Error::custom("nothing to read"))
    }

    fn deserialize_struct<V: Visitor<'de>>(self, _: &str, keys: Names, _: V) -> Result<V::Value, Error> {
        *self.0 = keys;
        Err(Error::custom("nothing to read"))
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map identifier ignored_any
    }
}

/// The word of a value of an enumeration, as files write it.
pub fn word<T: serde::Serialize>(value: T) -> String {
    match toml::Value::try_from(value) {
        Ok(toml::Value::String(word)) => word,
        _ => String::new(),
    }
}
