#pragma once
// The HTML and XML parsers of libxml2. The path of its headers comes from pkg-config.
#include <libxml/xmlversion.h>
// Where libxml2 was built with ICU its headers bring ICU's along, whose types clash with those of Foundation's own ICU.
// All that depends on it is the inside of a struct that is not used here.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
// How much of an allocation there is, for what it allocates with.
#include <malloc.h>
