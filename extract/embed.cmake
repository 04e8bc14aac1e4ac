# Makes one assembler file that holds all rule files, and the table that finds them. Called at configure
# time; the files are dependencies of the object, so that a changed rule is compiled in again.
function(gegenprobe_embed_rules target folder)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS ${folder}/*.toml ${folder}/*.tsv)
  list(SORT files)
  set(assembler ".section .rodata\n")
  set(externs "")
  set(rows "")
  set(number 0)
  foreach(file IN LISTS files)
    file(RELATIVE_PATH path ${folder} ${file})
    set(symbol gegenprobe_rules_${number})
    string(APPEND assembler ".global ${symbol}\n.global ${symbol}_end\n${symbol}:\n.incbin \"${file}\"\n${symbol}_end:\n.byte 0\n")
    string(APPEND externs "extern \"C\" const char ${symbol}[], ${symbol}_end[];\n")
    string(APPEND rows "      {\"${path}\", {${symbol}, static_cast<std::size_t>(${symbol}_end - ${symbol})}},\n")
    math(EXPR number "${number} + 1")
  endforeach()
  string(APPEND assembler ".section .note.GNU-stack,\"\",@progbits\n")
  string(CONCAT table "#include \"extract/rules.h\"\n\n${externs}\nnamespace gegenprobe::extract {\n\n"
            "const std::vector<RuleSource>& embedded_rules() {\n  static const std::vector<RuleSource> sources{\n${rows}  };\n"
            "  return sources;\n}\n\n}  // namespace gegenprobe::extract\n")
  file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/embedded_rules.S CONTENT "${assembler}" @ONLY)
  file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/embedded_rules.cpp CONTENT "${table}" @ONLY)
  set_source_files_properties(${CMAKE_CURRENT_BINARY_DIR}/embedded_rules.S PROPERTIES OBJECT_DEPENDS "${files}")
  target_sources(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/embedded_rules.S
                                   ${CMAKE_CURRENT_BINARY_DIR}/embedded_rules.cpp)
endfunction()
