/* SPDX-License-Identifier: Apache-2.0 */
/* assay.c - versions, dates, words. */
#include <assay.h>

#include <time.h>

#include "base/calendar.h"
#include "code/image.h"
#include "diag/diag.h"
#include "jobs/describe.h"

const char *assay_version(void)
{
	return PACKAGE_VERSION;
}

int assay_language_version(void)
{
	return IMAGE_LANGUAGE;
}

int assay_image_version(void)
{
	return IMAGE_FORMAT;
}

int64_t assay_now(void)
{
	return (int64_t)time(NULL);
}

int assay_parse_date(const char *text, int64_t *seconds)
{
	return calendar_parse(text_from(text), seconds);
}

const char *assay_explain(const char *code)
{
	enum message message = message_find(text_from(code));

	return message == MSG_COUNT ? NULL : message_explanation(message);
}

const char *assay_result_name(enum assay_result result)
{
	if (result < ASSAY_FAIL || result >= ASSAY_RESULT_COUNT)
		return "";
	return result_name((enum vm_result)result);
}
