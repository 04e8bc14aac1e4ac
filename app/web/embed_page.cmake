# Makes an assembler file of all files of a folder, and the table that finds them; beside each its .gz and .br.
# Runs when the page was built, since its files' names change with their content:
#   cmake -D folder=… -D out=… -P embed_page.cmake
file(GLOB_RECURSE files RELATIVE ${folder} ${folder}/*)
list(FILTER files EXCLUDE REGEX "\\.(gz|br)$")
list(SORT files)
set(assembler ".section .rodata\n")
set(externs "")
set(rows "")
set(number 0)

macro(embed ending)
  if(EXISTS ${folder}/${file}${ending})
    set(symbol gegenprobe_page_${number})
    string(APPEND assembler ".global ${symbol}\n.global ${symbol}_end\n${symbol}:\n.incbin \"${folder}/${file}${ending}\"\n${symbol}_end:\n.byte 0\n")
    string(APPEND externs "extern \"C\" const char ${symbol}[], ${symbol}_end[];\n")
    string(APPEND rows ", {${symbol}, static_cast<std::size_t>(${symbol}_end - ${symbol})}")
    math(EXPR number "${number} + 1")
  else()
    string(APPEND rows ", {}")
  endif()
endmacro()

foreach(file IN LISTS files)
  string(APPEND rows "      EmbeddedFile{\"/${file}\"")
  embed("")
  embed(".gz")
  embed(".br")
  string(APPEND rows "},\n")
endforeach()
string(APPEND assembler ".section .note.GNU-stack,\"\",@progbits\n")
file(WRITE ${out}.S "${assembler}")
file(WRITE ${out}.cpp
     "#include <vector>\n\n#include \"app/web/files.h\"\n\n${externs}\nnamespace gegenprobe::app::web {\n\n"
     "std::span<const EmbeddedFile> page_files() {\n  static const std::vector<EmbeddedFile> files{\n${rows}  };\n"
     "  return files;\n}\n\n}  // namespace gegenprobe::app::web\n")
