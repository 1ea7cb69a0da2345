#include "CConsoleFiles.h"

static const unsigned char console_css[] = {
#embed "console.css"
};
static const unsigned char console_js[] = {
#embed "console.js"
};
static const unsigned char openapi_json[] = {
#embed "openapi.json"
};

#define FILE_OF(name) (struct warraq_console_file){name, sizeof(name)}

struct warraq_console_file warraq_console_css(void) { return FILE_OF(console_css); }
struct warraq_console_file warraq_console_js(void) { return FILE_OF(console_js); }
struct warraq_console_file warraq_console_openapi(void) { return FILE_OF(openapi_json); }
