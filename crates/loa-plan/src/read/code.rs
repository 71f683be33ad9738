//! Codes of procedures, and addresses of links.

use super::{Node, Read, Reader};
use crate::{Address, ProcedureCode};

impl Read for Address {
    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let address = Self::new(reader.text(node)?);
        if let Err(error) = &address {
            reader.problem(node.span, error.to_string(), "copy the whole address from the browser");
        }
        address.ok()
    }

    fn example() -> &'static str {
        "\"https://…\""
    }
}

impl Read for ProcedureCode {
    fn read(node: &Node<'_>, reader: &mut Reader<'_>) -> Option<Self> {
        let code = Self::new(reader.text(node)?);
        if let Err(error) = &code {
            let help = "copy the code from the national portal, or leave the key out when there is none";
            reader.problem(node.span, error.to_string(), help);
        }
        code.ok()
    }

    fn example() -> &'static str {
        "\"1.001193\""
    }
}
