//! A plan as plain values in the order of its fields, taken from what serde says of each type.

use std::fmt;

use serde::ser::{Impossible, Serialize, SerializeMap, SerializeSeq, SerializeStruct, Serializer};

/// A value that both formats can write.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Tree {
    Null,
    Boolean(bool),
    Integer(i64),
    Float(f64),
    Text(String),
    Date(String),
    List(Vec<Tree>),
    Table(Vec<(String, Tree)>),
}

/// The tree of a value.
pub(super) fn of<T: Serialize>(value: &T) -> Tree {
    // Only keys that are not texts are refused, and no type of this crate has them.
    value.serialize(Builder).unwrap_or(Tree::Null)
}

/// A value that neither format can write.
#[derive(Debug)]
pub(super) struct Refused;

struct Builder;

#[derive(Default)]
struct Entries {
    entries: Vec<(String, Tree)>,
    key: String,
}

struct Items(Vec<Tree>);

impl Serializer for Builder {
    type Ok = Tree;
    type Error = Refused;
    type SerializeSeq = Items;
    type SerializeTuple = Impossible<Tree, Refused>;
    type SerializeTupleStruct = Impossible<Tree, Refused>;
    type SerializeTupleVariant = Impossible<Tree, Refused>;
    type SerializeMap = Entries;
    type SerializeStruct = Entries;
    type SerializeStructVariant = Impossible<Tree, Refused>;

    fn serialize_bool(self, value: bool) -> Result<Tree, Refused> {
        Ok(Tree::Boolean(value))
    }
    fn serialize_i8(self, value: i8) -> Result<Tree, Refused> {
        self.serialize_i64(value.into())
    }
    fn serialize_i16(self, value: i16) -> Result<Tree, Refused> {
        self.serialize_i64(value.into())
    }
    fn serialize_i32(self, value: i32) -> Result<Tree, Refused> {
        self.serialize_i64(value.into())
    }
    fn serialize_i64(self, value: i64) -> Result<Tree, Refused> {
        Ok(Tree::Integer(value))
    }
    fn serialize_u8(self, value: u8) -> Result<Tree, Refused> {
        self.serialize_i64(value.into())
    }
    fn serialize_u16(self, value: u16) -> Result<Tree, Refused> {
        self.serialize_i64(value.into())
    }
    fn serialize_u32(self, value: u32) -> Result<Tree, Refused> {
        self.serialize_i64(value.into())
    }
    fn serialize_u64(self, value: u64) -> Result<Tree, Refused> {
        i64::try_from(value).map(Tree::Integer).map_err(|_| Refused)
    }
    fn serialize_f32(self, value: f32) -> Result<Tree, Refused> {
        self.serialize_f64(value.into())
    }
    fn serialize_f64(self, value: f64) -> Result<Tree, Refused> {
        Ok(Tree::Float(value))
    }
    fn serialize_char(self, value: char) -> Result<Tree, Refused> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }
    fn serialize_str(self, value: &str) -> Result<Tree, Refused> {
        Ok(Tree::Text(value.to_owned()))
    }

    /// chrono writes its dates this way and nobody writes texts so; it is how a date is told from a text like one.
    fn collect_str<T: fmt::Display + ?Sized>(self, value: &T) -> Result<Tree, Refused> {
        let text = value.to_string();
        Ok(if crate::date::parse(&text).is_some() { Tree::Date(text) } else { Tree::Text(text) })
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<Tree, Refused> {
        Err(Refused)
    }
    fn serialize_none(self) -> Result<Tree, Refused> {
        Ok(Tree::Null)
    }
    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Tree, Refused> {
        value.serialize(self)
    }
    fn serialize_unit(self) -> Result<Tree, Refused> {
        Ok(Tree::Null)
    }
    fn serialize_unit_struct(self, _: &'static str) -> Result<Tree, Refused> {
        Ok(Tree::Null)
    }
    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<Tree, Refused> {
        self.serialize_str(variant)
    }
    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<Tree, Refused> {
        value.serialize(self)
    }
    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<Tree, Refused> {
        Ok(Tree::Table(vec![(variant.to_owned(), value.serialize(Self)?)]))
    }
    fn serialize_seq(self, length: Option<usize>) -> Result<Items, Refused> {
        Ok(Items(Vec::with_capacity(length.unwrap_or_default())))
    }
    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, Refused> {
        Err(Refused)
    }
    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, Refused> {
        Err(Refused)
    }
    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Refused> {
        Err(Refused)
    }
    fn serialize_map(self, _: Option<usize>) -> Result<Entries, Refused> {
        Ok(Entries::default())
    }
    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Entries, Refused> {
        Ok(Entries::default())
    }
    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Refused> {
        Err(Refused)
    }
}

impl SerializeSeq for Items {
    type Ok = Tree;
    type Error = Refused;
    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Refused> {
        self.0.push(value.serialize(Builder)?);
        Ok(())
    }
    fn end(self) -> Result<Tree, Refused> {
        Ok(Tree::List(self.0))
    }
}

impl SerializeMap for Entries {
    type Ok = Tree;
    type Error = Refused;
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Refused> {
        let Tree::Text(key) = key.serialize(Builder)? else { return Err(Refused) };
        self.key = key;
        Ok(())
    }
    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Refused> {
        let key = std::mem::take(&mut self.key);
        self.entries.push((key, value.serialize(Builder)?));
        Ok(())
    }
    fn end(self) -> Result<Tree, Refused> {
        Ok(Tree::Table(self.entries))
    }
}

impl SerializeStruct for Entries {
    type Ok = Tree;
    type Error = Refused;
    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Refused> {
        self.entries.push((key.to_owned(), value.serialize(Builder)?));
        Ok(())
    }
    fn end(self) -> Result<Tree, Refused> {
        Ok(Tree::Table(self.entries))
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value that neither TOML nor JSON can hold")
    }
}

impl std::error::Error for Refused {}

impl serde::ser::Error for Refused {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}
