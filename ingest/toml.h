#pragma once
/// toml++ asserts what it goes on to check: with its assertions, a file that is wrong ends the program where
/// it should be told that it is. `[[x` at the end of a line is one.
#define TOML_ASSERT(expr) static_assert(true)
#include <toml++/toml.h>
