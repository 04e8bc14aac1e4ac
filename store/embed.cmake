# Makes one source file that holds the migrations in their order and the list of legal forms as string
# literals. Runs at configure time, which a changed file starts again.
function(gegenprobe_embed_store target folder)
  file(GLOB migrations CONFIGURE_DEPENDS ${folder}/migrations/*.sql)
  list(SORT migrations)
  set(rows "")
  foreach(file IN LISTS migrations)
    file(READ ${file} sql)
    get_filename_component(name ${file} NAME_WE)
    string(APPEND rows "    Migration{\"${name}\", R\"sql(${sql})sql\"},\n")
  endforeach()
  file(READ ${folder}/legal_forms.txt legal_forms)
  file(READ ${folder}/plausible.toml plausible)
  file(READ ${folder}/kinship.toml kinship)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${migrations} ${folder}/legal_forms.txt ${folder}/plausible.toml
                                                            ${folder}/kinship.toml)
  string(CONCAT source "#include \"store/embedded.h\"\n\nnamespace gegenprobe::store {\nnamespace {\n\n"
            "constexpr Migration kMigrations[] = {\n${rows}};\n\n}  // namespace\n\n"
            "std::span<const Migration> migrations() { return kMigrations; }\n"
            "std::string_view legal_forms() {\n  return R\"txt(${legal_forms})txt\";\n}\n"
            "std::string_view plausible_toml() {\n  return R\"txt(${plausible})txt\";\n}\n"
            "std::string_view kinship_toml() {\n  return R\"txt(${kinship})txt\";\n}\n\n"
            "}  // namespace gegenprobe::store\n")
  file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/embedded.cpp CONTENT "${source}" @ONLY)
  target_sources(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/embedded.cpp)
endfunction()
