// Control characters, looked for many bytes at a time.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Whether one of the bytes is a control character below 0x20, but for tabs and line ends.
bool controls_stand_in(const uint8_t *_Nonnull bytes, size_t count);
