// libxlsxwriter as Debian ships it: libxlsxwriter-dev; loaded when a workbook is first written.
//
// Linked in the usual way, libxlsxwriter brings the cryptography of OpenSSL along and every start
// of the program waits for both. So its functions are looked up by name on first use, with the
// types that its own headers declare.
#pragma once

#include <xlsxwriter.h>

/// The functions of libxlsxwriter that are used here, each as `FUNCTION(name)`.
#define CXLSXWRITER_FUNCTIONS(FUNCTION)             \
  FUNCTION(workbook_new_opt)                        \
  FUNCTION(workbook_close)                          \
  FUNCTION(workbook_set_properties)                 \
  FUNCTION(workbook_add_worksheet)                  \
  FUNCTION(workbook_add_format)                     \
  FUNCTION(workbook_add_chart)                      \
  FUNCTION(lxw_strerror)                            \
  FUNCTION(format_set_num_format)                   \
  FUNCTION(format_set_bold)                         \
  FUNCTION(format_set_font_size)                    \
  FUNCTION(format_set_font_color)                   \
  FUNCTION(format_set_text_wrap)                    \
  FUNCTION(format_set_align)                        \
  FUNCTION(format_set_bottom)                       \
  FUNCTION(format_set_bottom_color)                 \
  FUNCTION(worksheet_write_number)                  \
  FUNCTION(worksheet_write_string)                  \
  FUNCTION(worksheet_set_column)                    \
  FUNCTION(worksheet_freeze_panes)                  \
  FUNCTION(worksheet_autofilter)                    \
  FUNCTION(worksheet_ignore_errors)                 \
  FUNCTION(worksheet_gridlines)                     \
  FUNCTION(worksheet_set_landscape)                 \
  FUNCTION(worksheet_set_paper)                     \
  FUNCTION(worksheet_fit_to_pages)                  \
  FUNCTION(worksheet_repeat_rows)                   \
  FUNCTION(worksheet_insert_chart_opt)              \
  FUNCTION(chart_add_series)                        \
  FUNCTION(chart_series_set_categories)             \
  FUNCTION(chart_series_set_values)                 \
  FUNCTION(chart_series_set_name)                   \
  FUNCTION(chart_series_set_line)                   \
  FUNCTION(chart_series_set_fill)                   \
  FUNCTION(chart_series_set_marker_type)            \
  FUNCTION(chart_series_set_marker_size)            \
  FUNCTION(chart_series_set_marker_fill)            \
  FUNCTION(chart_series_set_marker_line)            \
  FUNCTION(chart_series_set_points)                 \
  FUNCTION(chart_series_set_invert_if_negative)     \
  FUNCTION(chart_axis_get)                          \
  FUNCTION(chart_axis_set_name)                     \
  FUNCTION(chart_axis_set_name_font)                \
  FUNCTION(chart_axis_set_num_format)               \
  FUNCTION(chart_axis_set_num_font)                 \
  FUNCTION(chart_axis_set_line)                     \
  FUNCTION(chart_axis_set_reverse)                  \
  FUNCTION(chart_axis_set_label_position)           \
  FUNCTION(chart_axis_set_log_base)                 \
  FUNCTION(chart_axis_set_min)                      \
  FUNCTION(chart_axis_set_crossing_max)             \
  FUNCTION(chart_axis_set_crossing)                 \
  FUNCTION(chart_axis_major_gridlines_set_visible)  \
  FUNCTION(chart_axis_major_gridlines_set_line)     \
  FUNCTION(chart_title_set_name)                    \
  FUNCTION(chart_title_set_name_font)               \
  FUNCTION(chart_title_off)                         \
  FUNCTION(chart_legend_set_position)               \
  FUNCTION(chart_legend_delete_series)              \
  FUNCTION(chart_set_series_overlap)                \
  FUNCTION(chart_set_series_gap)                    \
  FUNCTION(chart_set_high_low_lines)

#define CXLSXWRITER_FIELD(name) __typeof__(name) *_Nonnull name;

/// The functions by the names that they have in libxlsxwriter.
typedef struct CXlsxWriterLibrary {
  CXLSXWRITER_FUNCTIONS(CXLSXWRITER_FIELD)
} CXlsxWriterLibrary;

/// The library, loaded once; null where it is not installed.
const CXlsxWriterLibrary *_Nullable cxlsxwriter_library(void);
