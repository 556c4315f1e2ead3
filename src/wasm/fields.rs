//! The fields of an object from JavaScript: those that were not taken are noted, so that nothing wrong is silent.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::*;

use crate::options::{Ignored, Takes};

/// A field of an object. What is none has no fields; JavaScript would throw at it, and each throw keeps a place in the
/// table of references taken for ever.
pub(super) fn get(of: &JsValue, name: &str) -> JsValue {
    if of.is_object() {
        Reflect::get(of, &name.into()).unwrap_or_default()
    } else {
        JsValue::UNDEFINED
    }
}

/// An object whose fields are read by their names.
pub(super) struct Fields {
    object: JsValue,
    within: &'static str,
    asked: Vec<&'static str>,
    ignored: Vec<Ignored>,
}

impl Fields {
    /// Of an object that may be left out; `within` is the name of the option that it is.
    pub fn of(object: &JsValue, within: &'static str) -> Self {
        let is_left_out = object.is_undefined() || object.is_null();
        let mut fields = Self {
            object: object.clone(),
            within,
            asked: vec![],
            ignored: vec![],
        };
        if !is_left_out && !object.is_object() {
            fields.note(Ignored {
                name: if within.is_empty() { "options" } else { within }.to_owned(),
                takes: Some(Takes::Object),
            });
        }
        fields
    }

    /// What `read` makes of a field that is there; where it makes nothing of it, that is noted.
    pub fn read<T>(
        &mut self,
        name: &'static str,
        takes: Takes,
        read: impl FnOnce(&JsValue) -> Option<T>,
    ) -> Option<T> {
        let value = self.value(name)?;
        let read = read(&value);
        if read.is_none() {
            self.refuse(name, takes);
        }
        read
    }

    /// The same of an option that takes several: a list of them, whose odd ones are left out and noted.
    pub fn list<T>(
        &mut self,
        name: &'static str,
        takes: Takes,
        one: impl Fn(&JsValue) -> Option<T>,
    ) -> Vec<T> {
        let Some(value) = self.value(name) else {
            return vec![];
        };
        let Some(all) = value.dyn_ref::<Array>() else {
            self.refuse(name, takes);
            return vec![];
        };
        let read: Vec<T> = all.iter().filter_map(|value| one(&value)).collect();
        if read.len() < all.length() as usize {
            self.refuse(name, takes);
        }
        read
    }

    /// The value of a field, where it is there.
    pub fn value(&mut self, name: &'static str) -> Option<JsValue> {
        self.asked.push(name);
        if !self.object.is_object() {
            return None;
        }
        let value = Reflect::get(&self.object, &name.into());
        // Its getter throws: something is there that no option takes.
        let value = value.unwrap_or_else(|_| JsValue::symbol(None));
        (!value.is_undefined() && !value.is_null()).then_some(value)
    }

    /// Notes that a field does not take its value.
    pub fn refuse(&mut self, name: &str, takes: Takes) {
        let name = self.named(name);
        self.note(Ignored {
            name,
            takes: Some(takes),
        });
    }

    /// Takes over what another object had noted.
    pub fn also(&mut self, ignored: Vec<Ignored>) {
        self.ignored.extend(ignored);
    }

    /// All that was not taken; what nobody asked for is no option.
    pub fn ignored(mut self) -> Vec<Ignored> {
        if let Some(object) = self.object.dyn_ref::<Object>() {
            let keys = Object::keys(object);
            let given = |key: &String| {
                Reflect::get(object, &key.into()).is_ok_and(|value| !value.is_undefined())
            };
            let unknown: Vec<String> = keys
                .iter()
                .filter_map(|key| key.as_string())
                .filter(|key| !self.asked.contains(&key.as_str()) && given(key))
                .collect();
            for key in unknown {
                let name = self.named(&key);
                self.note(Ignored { name, takes: None });
            }
        }
        self.ignored
    }

    fn named(&self, name: &str) -> String {
        match self.within {
            "" => name.to_owned(),
            within => format!("{within}.{name}"),
        }
    }

    /// Each once, and not without end.
    fn note(&mut self, ignored: Ignored) {
        const MOST: usize = 20;
        if self.ignored.len() < MOST && !self.ignored.contains(&ignored) {
            self.ignored.push(ignored);
        }
    }
}
