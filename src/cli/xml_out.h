/* SPDX-License-Identifier: Apache-2.0 */
/* xml_out.h - text inside XML 1.0. */
#ifndef CLI_XML_OUT_H
#define CLI_XML_OUT_H

#include <stdio.h>

/* The text as content or attribute value: markup is escaped; characters that XML has no way to
 * write, and bytes that are not UTF-8, become U+FFFD; others that hide become references. */
void xml_out_text(FILE *out, const char *text);

/* ` name="value"` */
void xml_out_attribute(FILE *out, const char *name, const char *value);

/* `<name>value</name>` and a new line. */
void xml_out_element(FILE *out, const char *name, const char *value);

#endif
