# SPDX-License-Identifier: Apache-2.0
# The policies that are shipped, installed as they stand here.
include %D%/files.mk
nobase_dist_pkgdata_DATA = $(policy_files)
dist_man_MANS = $(man_pages)
