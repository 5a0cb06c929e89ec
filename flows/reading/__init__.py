"""One message of free text, in any order and in four ways of writing, read into the fields of a record."""
