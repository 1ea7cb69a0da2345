#pragma once
#include <stddef.h>

/// A file that is built into the program, as read-only data.
struct warraq_page_file {
    const unsigned char *bytes;
    size_t size;
};

/// What every page looks like: colours, type, controls.
struct warraq_page_file warraq_common_css(void);
/// What a report's page looks like besides.
struct warraq_page_file warraq_report_css(void);
/// What an index of reports looks like besides.
struct warraq_page_file warraq_index_css(void);
/// The page's language and its light or dark colours, before anything is shown.
struct warraq_page_file warraq_settings_js(void);
/// What a report's page does.
struct warraq_page_file warraq_report_js(void);
