//! User lists at the border: a handle that stays good for many checks.

use std::cell::RefCell;
use std::sync::Arc;

use js_sys::Math;
use tsify::{Ts, Tsify};
use wasm_bindgen::prelude::*;

use super::fields::get;
use super::options::read_settings;
use super::read_bytes;
use crate::accounts::{Accounts, Reader, Settings, looks_like_user_list};
use crate::report::{self, AccountsSummary};
use crate::text::Texts;

thread_local! {
    /// The lists that have a handle, by its key.
    static HELD: RefCell<Vec<(f64, Arc<Accounts>)>> = RefCell::default();
}

/// A user list that was read: give it to `check` as `options.accounts`. It holds memory until `free()`.
#[wasm_bindgen(js_name = Accounts)]
#[derive(Debug)]
pub struct AccountList {
    key: f64,
    language: String,
    accounts: Arc<Accounts>,
}

#[wasm_bindgen(js_class = Accounts)]
impl AccountList {
    fn new(accounts: Accounts, language: String) -> Self {
        let accounts = Arc::new(accounts);
        // By chance, so that no other instance of the engine has the same.
        let key = Math::random();
        HELD.with_borrow_mut(|held| held.push((key, accounts.clone())));
        Self {
            key,
            language,
            accounts,
        }
    }

    /// What the list is, in the language that it was read with.
    #[wasm_bindgen(getter)]
    pub fn summary(&self) -> Result<Ts<AccountsSummary>, JsError> {
        Ok(report::accounts(&self.accounts, &Texts::new(&self.language)).into_ts()?)
    }

    /// The same in the language of a BCP 47 tag.
    #[wasm_bindgen(js_name = summaryIn)]
    pub fn summary_in(&self, language: &str) -> Result<Ts<AccountsSummary>, JsError> {
        Ok(report::accounts(&self.accounts, &Texts::new(language)).into_ts()?)
    }

    #[doc(hidden)]
    #[wasm_bindgen(getter, skip_typescript)]
    pub fn key(&self) -> f64 {
        self.key
    }
}

impl Drop for AccountList {
    fn drop(&mut self) {
        HELD.with_borrow_mut(|held| held.retain(|(key, _)| *key != self.key));
    }
}

/// The list of a handle, or the list itself.
pub(super) fn given(value: &JsValue, language: &str) -> Option<Arc<Accounts>> {
    let text = value.as_string().map(String::into_bytes);
    let bytes = text.or_else(|| super::bytes_of(value));
    let Some(bytes) = bytes else {
        return held(value);
    };
    let mut reader = Reader::new(Settings {
        language: language.to_owned(),
        ..read_settings(&JsValue::UNDEFINED)
    });
    reader.feed(&bytes);
    Some(Arc::new(reader.finish()))
}

/// The list of a handle; `None` where it is freed, of another engine or no handle at all.
fn held(handle: &JsValue) -> Option<Arc<Accounts>> {
    let key = get(handle, "key").as_f64()?;
    HELD.with_borrow(|held| {
        let (_, accounts) = held.iter().find(|(own, _)| *own == key)?;
        Some(accounts.clone())
    })
}

/// Reads an exported user list: CSV from Control Hub, Site Administration and others. What is wrong with it stands in
/// its `summary.problems`; nothing throws.
#[wasm_bindgen(js_name = loadAccounts)]
pub fn load_accounts(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array | string")] input: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "AccountsOptions")] options: JsValue,
) -> AccountList {
    let mut reader = AccountsReader::new(options);
    match input.as_string() {
        Some(text) => reader.feed(text.as_bytes()),
        None => reader.feed(&read_bytes(&input)),
    };
    reader.finish()
}

/// Reads a user list piece by piece, so that a page can show how far it is.
#[wasm_bindgen]
#[derive(Debug)]
pub struct AccountsReader {
    reader: Reader,
    language: String,
}

#[wasm_bindgen]
impl AccountsReader {
    /// Begins a list.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_optional_param_type = "AccountsOptions")] options: JsValue,
    ) -> Self {
        let settings: Settings = read_settings(&options);
        Self {
            language: settings.language.clone(),
            reader: Reader::new(settings),
        }
    }

    /// Reads the next piece, of any length, and gives the number of rows so far.
    pub fn feed(&mut self, bytes: &[u8]) -> u32 {
        self.reader.feed(bytes);
        u32::try_from(self.reader.rows()).unwrap_or(u32::MAX)
    }

    /// The list, behind the last piece.
    pub fn finish(self) -> AccountList {
        AccountList::new(self.reader.finish(), self.language)
    }
}

/// Whether a file that begins with these bytes is an exported user list, and so no SAML input; a few KiB are enough.
#[wasm_bindgen(js_name = isUserList)]
pub fn is_user_list(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array | string")] head: JsValue,
) -> bool {
    match head.as_string() {
        Some(text) => looks_like_user_list(text.as_bytes()),
        None => looks_like_user_list(&read_bytes(&head)),
    }
}
