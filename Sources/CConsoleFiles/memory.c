#define _GNU_SOURCE
#include "CConsoleFiles.h"
#include <sys/mman.h>

int warraq_memory_file(void) { return memfd_create("warraq-upload", MFD_CLOEXEC); }
