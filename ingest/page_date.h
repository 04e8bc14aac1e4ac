#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace gegenprobe::ingest {

/// The first date that stands in a text, in ISO 8601: a day, or a time with the zone where the text has one.
/// Reads what pages print and what their markup holds: "2025-10-07T08:30:00+02:00", "Tue, 07 Oct 2025 08:30
/// GMT", «7. Oktober 2025, 8.30 Uhr», "Oct. 7, 2025", "07.10.2025", "10/07/2025" (month first where
/// `language` is "en" and the figures allow it), "20251007". Only days from 1990 to 2099 that exist.
std::optional<std::string> find_date(std::string_view text, std::string_view language = {});

/// A time in UTC as clocks show it where pages of a language are read, so that its day is the one the text
/// counts from: "2025-10-06T22:30:00+00:00" in German is "2025-10-07T00:30:00+02:00". Other languages are
/// read in too many zones; their times, and those in other zones, stay.
std::string in_local_time(std::string moment, std::string_view language);

/// A day in an address: /2025/10/07/, /2025/10/7/, /2025-10-07-, /20251007, /07-10-2025.
std::optional<std::string> date_in_url(std::string_view url);

/// A time in UTC whose day is one off from `day`, with the zone that makes it that day: the address of a page
/// tells the day where it was published, and 01:49 UTC is the evening before in New York. The instant stays
/// the same, as do times that no zone brings to the day.
std::string on_day(std::string moment, std::string_view day);

}  // namespace gegenprobe::ingest
