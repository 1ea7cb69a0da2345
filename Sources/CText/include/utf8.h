// Runs of UTF-8 whose letters have one byte or two, checked many bytes at a time. Code pages have codepage.h.
#pragma once

#include <stddef.h>
#include <stdint.h>

// How many bytes from `bytes` on, a multiple of 64, are ASCII, letters of two bytes, and what goes on the letter that the
// byte before `bytes`, which has to be there, may start. The last of them may start a letter.
size_t utf8_skip(const uint8_t *_Nonnull bytes, size_t count);
