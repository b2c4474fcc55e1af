//! A regulation as data: read, check, explain, draw.
