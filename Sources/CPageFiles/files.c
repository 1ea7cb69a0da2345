#include "CPageFiles.h"

static const unsigned char common_css[] = {
#embed "common.css"
};
static const unsigned char report_css[] = {
#embed "report.css"
};
static const unsigned char index_css[] = {
#embed "index.css"
};
static const unsigned char settings_js[] = {
#embed "settings.js"
};
static const unsigned char report_js[] = {
#embed "report.js"
};

#define FILE_OF(name) (struct warraq_page_file){name, sizeof(name)}

struct warraq_page_file warraq_common_css(void) { return FILE_OF(common_css); }
struct warraq_page_file warraq_report_css(void) { return FILE_OF(report_css); }
struct warraq_page_file warraq_index_css(void) { return FILE_OF(index_css); }
struct warraq_page_file warraq_settings_js(void) { return FILE_OF(settings_js); }
struct warraq_page_file warraq_report_js(void) { return FILE_OF(report_js); }
