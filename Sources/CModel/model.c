#include "CModel.h"

// Aligned to a cache line, so that rows of weights never straddle one.
_Alignas(64) static const unsigned char model[] = {
#embed "warraq.model"
};

const void *warraq_model_bytes(void) { return model; }

size_t warraq_model_size(void) { return sizeof(model); }
