//! What visitors do, in every engine.

mod blocked;
mod board;
mod counts;
mod demonstration;
mod desk;
mod engines;
mod feedback;
mod growth;
mod guide;
mod keyboard;
mod loader;
mod looks;
mod message;
mod modules;
mod narrow;
mod no_script;
mod one_file;
mod rating;
mod ready;
mod roadmap;
mod take_over;
