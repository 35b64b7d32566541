// libarchive as Debian ships it: libarchive-dev; loaded when an archive is first read.
//
// Linked in the usual way, libarchive brings a dozen libraries along (libxml2 and ICU among them)
// and every start of the program waits for them: 1.2 ms in the best case and mostly several. So
// its functions are looked up by name on first use, with the types that its own headers declare.
#pragma once

#include <archive.h>
#include <archive_entry.h>

#define CARCHIVE_FUNCTION(name) __typeof__(archive_##name) *_Nonnull name

/// The functions of libarchive that are used here, by the names they have there after `archive_`.
typedef struct CArchiveLibrary {
  CARCHIVE_FUNCTION(read_new);
  CARCHIVE_FUNCTION(read_free);
  CARCHIVE_FUNCTION(read_support_filter_zstd);
  CARCHIVE_FUNCTION(read_support_filter_xz);
  CARCHIVE_FUNCTION(read_support_filter_bzip2);
  CARCHIVE_FUNCTION(read_support_filter_lz4);
  CARCHIVE_FUNCTION(read_support_format_raw);
  CARCHIVE_FUNCTION(read_support_format_zip);
  CARCHIVE_FUNCTION(read_open2);
  CARCHIVE_FUNCTION(read_open_filename);
  CARCHIVE_FUNCTION(read_next_header);
  CARCHIVE_FUNCTION(read_data_block);
  CARCHIVE_FUNCTION(filter_bytes);
  CARCHIVE_FUNCTION(filter_count);
  CARCHIVE_FUNCTION(error_string);
  CARCHIVE_FUNCTION(entry_pathname);
  CARCHIVE_FUNCTION(entry_pathname_utf8);
  CARCHIVE_FUNCTION(entry_filetype);
  CARCHIVE_FUNCTION(entry_is_data_encrypted);
} CArchiveLibrary;

/// The library, loaded once; null where it is not installed.
const CArchiveLibrary *_Nullable carchive_library(void);
