#pragma once
#include <string>
#include <string_view>

namespace gegenprobe::ingest {

/// What the owner of a canonical URL registered, by the Public Suffix List: "example.co.uk" of
/// "https://news.example.co.uk/a". The host itself where it is an IP address, a name without dots or a public
/// suffix; empty where there is none.
std::string domain_of(std::string_view url);

}  // namespace gegenprobe::ingest
