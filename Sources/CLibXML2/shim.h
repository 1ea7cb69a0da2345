#pragma once
// The HTML and XML push parsers of libxml2. The path of its headers comes from pkg-config.
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
