#include "app/web/files.h"

extern "C" const char gegenprobe_web_words[], gegenprobe_web_words_end[], gegenprobe_web_openapi[],
    gegenprobe_web_openapi_end[];

namespace gegenprobe::app::web {

std::string_view words_file() { return {gegenprobe_web_words, gegenprobe_web_words_end}; }
std::string_view openapi_file() { return {gegenprobe_web_openapi, gegenprobe_web_openapi_end}; }

}  // namespace gegenprobe::app::web
