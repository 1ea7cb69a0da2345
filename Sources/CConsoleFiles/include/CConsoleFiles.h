#pragma once
#include <stddef.h>

/// A file that is built into the program, as read-only data.
struct warraq_console_file {
    const unsigned char *bytes;
    size_t size;
};

/// What the console's pages look like, besides what every page has.
struct warraq_console_file warraq_console_css(void);
/// What the console's pages do.
struct warraq_console_file warraq_console_js(void);
/// The OpenAPI description of the console's interface for programs.
struct warraq_console_file warraq_console_openapi(void);

/// Opens an empty file that is in memory alone; -1 and errno where that can't be. Swift's Glibc does not have the call.
int warraq_memory_file(void);
