#pragma once
#include <stddef.h>

/// The model file that is built into the program, as read-only data shared between processes.
const void *warraq_model_bytes(void);
/// Its length in bytes.
size_t warraq_model_size(void);
