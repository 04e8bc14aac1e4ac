# Makes one assembler file that holds all rule files, as they are written and as gegenprobe_prepare has read them,
# the automata it has made of their patterns, and the tables that find them. Called at configure time; the files are dependencies of the object, so that a
# changed rule is compiled in again.
function(gegenprobe_embed_rules target folder)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS ${folder}/*.toml ${folder}/*.tsv)
  list(SORT files)
  set(prepared_folder ${CMAKE_CURRENT_BINARY_DIR}/prepared)
  file(MAKE_DIRECTORY ${prepared_folder})
  set(assembler ".section .rodata\n")
  set(externs "")
  set(rows "")
  set(number 0)
  set(languages "")
  set(gazetteer ${prepared_folder}/gazetteer.bin)
  set(all_prepared ${gazetteer})
  macro(embed symbol file)
    string(APPEND assembler ".global ${symbol}\n.global ${symbol}_end\n.balign 8\n${symbol}:\n.incbin \"${file}\"\n${symbol}_end:\n.byte 0\n")
    string(APPEND externs "extern \"C\" const char ${symbol}[], ${symbol}_end[];\n")
  endmacro()
  foreach(file IN LISTS files)
    file(RELATIVE_PATH path ${folder} ${file})
    set(symbol gegenprobe_rules_${number})
    embed(${symbol} ${file})
    set(bytes "{${symbol}, static_cast<std::size_t>(${symbol}_end - ${symbol})}")
    if(path MATCHES "([^/]*)/([^/]*)\\.toml$")
      set(prepared ${prepared_folder}/${CMAKE_MATCH_1}_${CMAKE_MATCH_2}.rules)
      embed(${symbol}_prepared ${prepared})
      string(APPEND bytes ", {${symbol}_prepared, static_cast<std::size_t>(${symbol}_prepared_end - ${symbol}_prepared)}")
      list(APPEND all_prepared ${prepared})
      list(APPEND languages ${CMAKE_MATCH_1})
    endif()
    string(APPEND rows "      {\"${path}\", ${bytes}},\n")
    math(EXPR number "${number} + 1")
  endforeach()
  embed(gegenprobe_gazetteer ${gazetteer})
  list(REMOVE_DUPLICATES languages)
  set(sets "")
  foreach(language IN LISTS languages)
    set(of_kinds "")
    foreach(kind value date company speaker)  # in the order of RuleKind
      set(symbol gegenprobe_${language}_${kind}_set)
      set(prepared ${prepared_folder}/${language}_${kind}.set)
      embed(${symbol} ${prepared})
      list(APPEND all_prepared ${prepared})
      string(APPEND of_kinds "std::string_view{${symbol}, static_cast<std::size_t>(${symbol}_end - ${symbol})}, ")
    endforeach()
    string(APPEND sets "      {\"${language}\", {${of_kinds}}},\n")
  endforeach()
  string(APPEND assembler ".section .note.GNU-stack,\"\",@progbits\n")
  string(CONCAT table "#include \"extract/matching/rules.h\"\n\n${externs}\nnamespace gegenprobe::extract {\n\n"
            "const std::vector<RuleSource>& embedded_rules() {\n  static const std::vector<RuleSource> sources{\n${rows}  };\n"
            "  return sources;\n}\n\n"
            "std::string_view embedded_gazetteer() {\n"
            "  return {gegenprobe_gazetteer, static_cast<std::size_t>(gegenprobe_gazetteer_end - gegenprobe_gazetteer)};\n}\n\n"
            "const PreparedLanguages& embedded_sets() {\n  static const PreparedLanguages sets{\n${sets}  };\n"
            "  return sets;\n}\n\n"
            "}  // namespace gegenprobe::extract\n")
  add_custom_command(OUTPUT ${all_prepared} COMMAND gegenprobe_prepare ${folder} ${prepared_folder}
                     DEPENDS gegenprobe_prepare ${files} VERBATIM)
  file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/embedded_rules.S CONTENT "${assembler}" @ONLY)
  file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/embedded_rules.cpp CONTENT "${table}" @ONLY)
  set_source_files_properties(${CMAKE_CURRENT_BINARY_DIR}/embedded_rules.S PROPERTIES OBJECT_DEPENDS "${files};${all_prepared}")
  target_sources(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/embedded_rules.S
                                   ${CMAKE_CURRENT_BINARY_DIR}/embedded_rules.cpp)
endfunction()
