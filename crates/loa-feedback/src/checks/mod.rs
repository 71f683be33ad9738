//! What the files about feedback are judged by.
