"""Each answer against app/web/openapi.json, and what the answers say."""
import csv
import json
import shutil
import time
import tomllib
from urllib.parse import quote
from xml.etree import ElementTree

import jsonschema
import pytest
from conftest import ROOT, Desk, add

API = json.loads((ROOT / "app/web/openapi.json").read_text())
OPERATIONS = {(method.upper(), path): operation for path, methods in API["paths"].items() for method, operation in methods.items()}


# The shapes that the W3C's report gives for version 0.2 of the Reconciliation Service API.
TEXT = {"type": "string"}
NAMED = {"type": "object", "required": ["id", "name"], "properties": {"id": TEXT, "name": TEXT}}
NAMED_LIST = {"type": "array", "items": NAMED}
SERVICE = {"type": "object", "required": ["service_url", "service_path"],
           "properties": {"service_url": {"type": "string", "pattern": "^https?://.*[^/]$"}, "service_path": {"type": "string", "pattern": "^/"}}}
RECONCILIATION = {
    "manifest": {
        "type": "object", "required": ["name", "identifierSpace", "schemaSpace"],
        "properties": {
            "versions": {"type": "array", "items": TEXT, "contains": {"const": "0.2"}}, "name": TEXT, "identifierSpace": TEXT, "schemaSpace": TEXT,
            "defaultTypes": NAMED_LIST, "batchSize": {"type": "integer"},
            "view": {"type": "object", "required": ["url"], "properties": {"url": {"type": "string", "pattern": "{{id}}"}}},
            "preview": {"type": "object", "required": ["url", "width", "height"],
                        "properties": {"url": {"type": "string", "pattern": "{{id}}"}, "width": {"type": "integer"}, "height": {"type": "integer"}}},
            "suggest": {"type": "object", "properties": {kind: SERVICE for kind in ("entity", "property", "type")}, "additionalProperties": False},
            "extend": {"type": "object", "properties": {"propose_properties": SERVICE, "property_settings": {"type": "array"}}}}},
    "result-batch": {"type": "object", "additionalProperties": {
        "type": "object", "required": ["result"], "properties": {"result": {"type": "array", "items": {
            "type": "object", "required": ["id", "name", "score"],
            "properties": {"id": TEXT, "name": TEXT, "score": {"type": "number"}, "match": {"type": "boolean"}, "type": NAMED_LIST}}}}}},
    "suggestions": {"type": "object", "required": ["result"], "properties": {"result": {"type": "array", "items": {
        **NAMED, "properties": {"id": TEXT, "name": TEXT, "description": TEXT, "notable": {"type": "array", "items": {"anyOf": [TEXT, NAMED]}}}}}}},
    "proposal": {"type": "object", "required": ["properties"], "properties": {"type": TEXT, "limit": {"type": "integer"}, "properties": NAMED_LIST}},
    "extension": {"type": "object", "required": ["meta", "rows"], "properties": {"meta": NAMED_LIST, "rows": {
        "type": "object", "additionalProperties": {"type": "object", "additionalProperties": {"type": "array", "items": {"oneOf": [
            {"type": "object", "required": [kind], "additionalProperties": False, "properties": {kind: value}}
            for kind, value in (("str", TEXT), ("int", {"type": "integer"}), ("float", {"type": "number"}), ("bool", {"type": "boolean"}), ("date", TEXT))
        ] + [NAMED]}}}}}},
}


def schema_of(operation, status):
    answers = operation["responses"]
    answer = answers.get(str(status), answers["default"])
    if "$ref" in answer:
        answer = API["components"]["responses"][answer["$ref"].rsplit("/", 1)[1]]
    return next(iter(answer["content"].values())).get("schema", {})


def fits(operation, reply):
    schema = {"components": API["components"], **schema_of(operation, reply.status)}
    jsonschema.Draft202012Validator(schema).validate(reply.json)


def params_of(operation):
    for parameter in operation.get("parameters", []):
        if "$ref" in parameter:
            parameter = API["components"]["parameters"][parameter["$ref"].rsplit("/", 1)[1]]
        yield parameter


# Operation, address, and what must be in the answer: a path of members and indexes, and the value there.
READS = [
    ("/session", "/session", ["logged_in"], True),
    ("/words", "/words", ["verdicts", 0, "label", "de"], "Größenordnung verdächtig"),
    ("/openapi.json", "/openapi.json", ["openapi"], "3.1.0"),
    ("/statistics", "/statistics", ["is_exact"], True),
    ("/claims", "/claims", ["page", "offset"], 0),
    ("/claims", "/claims?limit=1", ["page", "next_offset"], 1),
    ("/claims", "/claims?company=BASF", ["understood", "company", "entity"], "basf"),
    ("/claims", "/claims?company=B.A.S.F.%20Nowhere", ["understood", "company_known"], False),
    ("/claims", "/claims?company=basf&metric=revenue", ["items", 0, "metric"], "revenue"),
    ("/claims", "/claims?period=2024", ["understood", "period", "to"], "2025-01-01"),
    ("/claims", "/claims?value=" + quote("1-2 Mrd. €"), ["understood", "value", "unit"], "EUR"),
    ("/claims", "/claims?value=" + quote("€1-2bn"), ["understood", "value", "unit"], "EUR"),
    ("/claims", "/claims?lang=de&value=" + quote("mehr als 3 Billionen Dollar"), ["understood", "value", "min"], 3e12),
    ("/claims", "/claims?lang=en&value=" + quote("more than 3 billion dollars"), ["understood", "value", "min"], 3e9),
    ("/claims", "/claims?lang=de&value=" + quote("1-2 Mrd. €"), ["understood", "value", "max"], 2e9),
    ("/claims", "/claims?lang=de&value=1-2bn", ["understood", "value"], {"text": "1-2bn", "min": 1e9, "max": 2e9, "unit": None}),
    ("/claims", "/claims?lang=en&value=" + quote("500 Mio"), ["understood", "value", "unit"], None),
    ("/claims", "/claims?lang=en&value=1.5m", ["understood", "value", "max"], 1.55e6),
    ("/claims", "/claims?lang=en&value=" + quote("mindestens 500 Jobs"), ["understood", "value", "max"], None),
    ("/claims", "/claims?lang=en&value=" + quote("1 Billion"), ["understood", "value", "max"], 1.5e9),
    ("/claims", "/claims?lang=de&value=" + quote("1 Billion"), ["understood", "value", "max"], 1.5e12),
    ("/claims", "/claims?value=" + quote("bis zu 500 Jobs"), ["understood", "value", "min"], None),
    ("/claims", "/claims?modality=expected", ["items", 0, "modality"], "expected"),
    ("/claims", "/claims?unit=eur", ["items", 0, "unit"], "EUR"),
    ("/claims", "/claims?language=en", ["items", 0, "language"], "en"),
    ("/claims", "/claims?flag=currency_inherited&limit=1", ["items", 0, "flags", 0], "currency_inherited"),
    ("/claims", "/claims?company=basf&sort=-value&unit=EUR", ["sorts", 7], "period"),
    ("/claims", "/claims?sort=id&limit=1", ["items", 0, "id"], 1),
    ("/claims", "/claims?text=" + quote('"Milliarden Euro" ueber*'), ["page", "total_is_exact"], True),
    ("/claims", "/claims?text=zzzznothing", ["page", "total"], 0),
    ("/claims", "/claims?metric=", ["page", "offset"], 0),
    ("/claims/facets", "/claims/facets?company=basf", ["facets", 0, "values", 0, "label"], "BASF"),
    ("/claims/facets", "/claims/facets?text=zzzznothing", ["complete"], True),
    ("/claims/{id}", "/claims/1", ["checked", "claim", "id"], 1),
    ("/articles", "/articles?limit=2", ["page", "limit"], 2),
    ("/articles", "/articles?company=basf", ["page", "offset"], 0),
    ("/articles/{id}", "/articles/1", ["article", "id"], 1),
    ("/companies", "/companies?limit=3", ["page", "next_offset"], 3),
    ("/companies", "/companies?name=volks", ["items", 0, "entity"], "volkswagen"),
    ("/companies/suggest", "/companies/suggest?q=Volksw", ["items", 0, "name"], "Volkswagen"),
    ("/companies/suggest", "/companies/suggest?q=" + quote("zzü"), ["items"], []),
    ("/companies/{entity}", "/companies/basf", ["company", "wikidata"], "Q9401"),
    ("/companies/{entity}/figures", "/companies/basf/figures?metric=revenue", ["metric"], "revenue"),
    ("/companies/{entity}/figures", "/companies/nobody/figures?metric=fine", ["items"], []),
    ("/claims", "/claims?origins=1&limit=1", ["page", "limit"], 1),
    ("/watches", "/watches", ["items"], []),
    ("/conflicts", "/conflicts?limit=5", ["items", 0, "section"], "scale_suspect"),
    ("/conflicts", "/conflicts?section=forecast", ["items", 0, "section"], "forecast"),
    ("/conflicts", "/conflicts?section=forecast&verdict=contradicts", ["items"], []),
    ("/conflicts", "/conflicts?verdict=differs&verdict=contradicts&limit=1", ["page", "limit"], 1),
    ("/sources", "/sources", ["states"], []),
    ("/rates", "/rates", ["currencies"], []),
    ("/checks", "/checks", ["items"], []),
    ("/today", "/today?since=2020-01-01", ["since"], "2020-01-01"),
    ("/today", "/today", ["items"], []),
]


@pytest.mark.parametrize("path, address, where, value", READS, ids=[row[1] for row in READS])
def test_read(desk, path, address, where, value):
    reply = desk.get("/api/v1" + address)
    assert reply.status == 200, reply.body
    fits(OPERATIONS["GET", path], reply)
    found = reply.json
    for member in where:
        found = found[member]
    assert found == value


@pytest.mark.parametrize("path, near", [("/claims?metric=revenu", "revenue"), ("/claims?modality=assertd", "asserted"),
                                        ("/claims?compny=Siemens", "company"), ("/claims?metric=qqqq", None),
                                        ("/claims?sort=publishd&company=Siemens", "published"),
                                        ("/today?section=contradictions", "contradiction")])
def test_what_was_likely_meant_is_told(desk, path, near):
    title = desk.get("/api/v1" + path).json["title"]
    assert title.endswith(f"; did you mean '{near}'?") if near else "did you mean" not in title


# Address, status, code of the problem.
REFUSED = [
    ("/claims?metric=turnover", 400, "bad_request"),
    ("/claims?colour=red", 400, "unknown_parameter"),
    ("/claims?period=2024-Q5", 400, "bad_period"),
    ("/claims?value=much", 400, "bad_value"),
    ("/claims?sort=value", 400, "sort_needs_company"),
    ("/claims?sort=rowid;DROP", 400, "bad_request"),
    ("/claims?limit=0", 400, "bad_request"),
    ("/claims?limit=501", 400, "bad_request"),
    ("/claims?unit=Taler", 400, "bad_unit"),
    ("/claims?limit=99999999999999999999", 400, "bad_request"),
    ("/claims?offset=10001", 400, "too_far"),
    ("/claims?offset=-1", 400, "bad_request"),
    ("/claims?min=many", 400, "bad_request"),
    ("/claims?older=perhaps", 400, "bad_request"),
    ("/claims?origins=3", 400, "bad_request"),
    ("/articles/1/diff", 404, "not_found"),
    ("/articles/1?revision=2", 404, "not_found"),
    ("/articles/1/source?revision=2", 404, "not_found"),
    ("/articles/99999999/diff", 404, "not_found"),
    ("/export/claims?format=xlsx", 400, "bad_request"),
    ("/export/conflicts?format=claimreview", 400, "bad_request"),
    ("/export/checks/none", 404, "not_found"),
    ("/watches/1", 404, "not_found"),
    ("/claims?company=a&company=b", 400, "bad_request"),
    ("/claims?company=%FF", 400, "bad_request"),
    ("/claims?company=%00", 400, "bad_request"),
    ("/claims?text=%22%20%2D", 400, "bad_request"),
    ("/claims?flag=%25", 400, "bad_request"),
    ("/claims/0", 404, "not_found"),
    ("/claims/99999999", 404, "not_found"),
    ("/claims/1%20OR%201", 404, "not_found"),
    ("/articles/99999999", 404, "not_found"),
    ("/companies/nobody", 404, "not_found"),
    ("/nothing", 404, "not_found"),
    ("/today?since=yesterday", 400, "bad_request"),
]


@pytest.mark.parametrize("address, status, code", REFUSED, ids=[row[0] for row in REFUSED])
def test_refused(desk, address, status, code):
    reply = desk.get("/api/v1" + address)
    assert (reply.status, reply.json["code"]) == (status, code)
    jsonschema.Draft202012Validator({"components": API["components"], "$ref": "#/components/schemas/Problem"}).validate(reply.json)
    assert reply.headers["Content-Type"] == "application/problem+json"


def test_every_operation_is_served(desk):
    for (method, path), operation in OPERATIONS.items():
        address = "/api/v1" + path.replace("{id}", "1").replace("{entity}", "basf")
        if method == "GET" and path == "/events":
            continue
        reply = desk.write(method, address, {} if method in ("POST", "PATCH") else None)
        assert reply.status < 500 and reply.status != 405, (method, path, reply.status, reply.body[:200])
        assert reply.status != 404 or "no such address" not in reply.json["title"], (method, path)


def test_the_parameters_described_are_those_taken(desk):
    for (method, path), operation in OPERATIONS.items():
        if method != "GET" or path == "/events":
            continue
        names = {parameter["name"] for parameter in params_of(operation) if parameter["in"] == "query"}
        address = "/api/v1" + path.replace("{id}", "1").replace("{entity}", "basf")
        reply = desk.get(address + "?" + "&".join(f"{name}=" for name in sorted(names)))
        assert reply.status in (200, 404) or reply.json["code"] != "unknown_parameter", (path, reply.body[:200])


def test_vocabulary_has_both_languages_and_all_words():
    words = json.loads((ROOT / "app/web/words.json").read_text())
    claim = API["components"]["schemas"]["Claim"]["properties"]
    for kind, members in (("metrics", claim["metric"]["enum"]), ("modalities", claim["modality"]["enum"]),
                          ("qualifiers", claim["qualifier"]["enum"]), ("roles", claim["role"]["enum"]),
                          ("verdicts", API["components"]["schemas"]["Evidence"]["properties"]["verdict"]["enum"])):
        assert [word["word"] for word in words[kind]] == members
        assert all(word["label"]["de"] and word["label"]["en"] for word in words[kind])


def test_every_unit_of_the_rules_has_a_label():
    labels = {word["word"]: word["label"] for word in json.loads((ROOT / "app/web/words.json").read_text())["units"]}
    for file in (ROOT / "extract/rules").glob("*/quantity.toml"):
        lists = tomllib.loads(file.read_text())["list"]
        for unit in {unit for name in ("unit", "measure", "unit_sign") for unit in lists[name]}:
            assert unit in labels and labels[unit]["de"] and labels[unit]["en"], unit


def test_offsets_are_code_points(desk):
    article = next(desk.get(f"/api/v1/articles/{id}").json for id in range(1, 50)
                   if "ü" in desk.get(f"/api/v1/articles/{id}").json["text"] and desk.get(f"/api/v1/articles/{id}").json["claims"])
    text = article["text"]
    for claim in article["claims"]:
        assert text[claim["evidence_begin"]:claim["evidence_end"]] == claim["surface"]
        assert text[claim["sentence_begin"]:claim["sentence_end"]] == claim["sentence"]
    for mention in article["mentions"]:
        assert text[mention["begin"]:mention["end"]] == mention["text"]


def test_check_of_a_text(desk):
    text = "Der Umsatz von BASF lag 2024 bei 65,3 Billionen Euro. Gestern fiel die Aktie."
    reply = desk.write("POST", "/api/v1/check", {"text": text})
    assert reply.status == 200, reply.body
    fits(OPERATIONS["POST", "/check"], reply)
    checked = reply.json["claims"][0]
    assert checked["verdict"] == "scale_suspect"
    assert text[checked["claim"]["evidence_begin"]:checked["claim"]["evidence_end"]] == "65,3 Billionen Euro"
    assert checked["evidence"] and checked["verdicts"][0]["verdict"] == "scale_suspect"
    assert reply.json["needs_published"] == ["Gestern"]
    assert reply.json["unread"] == []


def test_check_tells_what_it_did_not_check(desk):
    text = "Die Inflation lag bei 2,1 Prozent. Bosch setzt 35 Milliarden um."
    reply = desk.write("POST", "/api/v1/check", {"text": text})
    fits(OPERATIONS["POST", "/check"], reply)
    unread = reply.json["unread"]
    assert [(text[each["begin"]:each["end"]], each["why"]) for each in unread] == [("2,1 Prozent", "ungoverned"), ("35 Milliarden", "no_unit")]


def test_check_tells_what_is_wrong_by_itself(desk):
    reply = desk.write("POST", "/api/v1/check", {"text": "Die Zwirnerei Auer AG setzte 2024 78,9 Billionen Euro um."})
    fits(OPERATIONS["POST", "/check"], reply)
    (checked,) = reply.json["claims"]
    assert (checked["verdict"], checked["evidence"]) == ("scale_suspect", [])
    assert [finding["verdict"] for finding in checked["findings"]] == ["scale_suspect"]


def test_a_unit_by_another_word(desk):
    pounds = desk.get("/api/v1/claims?unit=GBP").json["page"]["total"]
    assert pounds > 0 and desk.get("/api/v1/claims?unit=Pfund").json["page"]["total"] == pounds


CHECKS = [
    ("Nothing", {}, 400, "bad_request"),
    ("Both", {"text": "a", "url": "http://example.org"}, 400, "bad_request"),
    ("NoText", {"text": 7}, 400, "bad_request"),
    ("BadDay", {"text": "a", "published": "gestern"}, 400, "bad_request"),
    ("TooLong", {"text": "a" * 500_001}, 413, "too_large"),
    ("Loopback", {"url": "http://127.0.0.1:1/"}, 502, "network"),
    ("Metadata", {"url": "http://169.254.169.254/latest/meta-data/"}, 502, "network"),
    ("File", {"url": "file:///etc/passwd"}, 422, "input"),
    ("NoObject", [1], 400, "bad_request"),
]


@pytest.mark.parametrize("name, body, status, code", CHECKS, ids=[row[0] for row in CHECKS])
def test_check_refused(desk, name, body, status, code):
    reply = desk.write("POST", "/api/v1/check", body)
    assert (reply.status, reply.json["code"]) == (status, code), reply.body
    assert "root:" not in reply.body


def test_etag_saves_the_answer(desk):
    first = desk.get("/api/v1/claims?limit=3")
    again = desk.get("/api/v1/claims?limit=3", If_None_Match=first.headers["ETag"])
    assert (again.status, again.body) == (304, "")


def test_the_page_has_long_lived_files(desk):
    index = desk.get("/claims/7?company=basf")
    assert index.status == 200 and "<div id=" in index.body
    script = index.body.split('src="/assets/')[1].split('"')[0]
    reply = desk.get("/assets/" + script, Accept_Encoding="identity")
    assert reply.status == 200 and "immutable" in reply.headers["Cache-Control"]
    assert desk.ask("HEAD", "/assets/" + script, headers={"Accept-Encoding": "br"}).headers["Content-Encoding"] == "br"


def test_review_and_undo(program, tmp_path):
    path = tmp_path / "news.db"
    add(program, path, "-", "--outlet", "Kurbote", "--published", "2025-03-01",
        text="Der Umsatz von Siemens stieg 2024 auf 75,9 Billionen Euro.")
    own = Desk(program, path)
    operation = OPERATIONS["POST", "/claims/{id}/review"]
    reply = own.write("POST", "/api/v1/claims/1/review", {"decision": "correct", "value": "75,9 Mrd. Euro", "lang": "de", "note": "slip"})
    assert reply.status == 200, reply.body
    fits(operation, reply)
    assert (reply.json["min"], reply.json["review"]["decision"], reply.json["review"]["note"]) == (75.9e9, "correct", "slip")
    assert own.get("/api/v1/claims?review=any").json["page"]["total"] == 1
    assert own.get("/api/v1/claims?review=none").json["page"]["total"] == 0
    undone = own.write("DELETE", "/api/v1/claims/1/review")
    assert (undone.json["min"], undone.json["review"]) == (75.9e12, None)
    assert own.write("POST", "/api/v1/claims/1/review", {"decision": "shrug"}).status == 400
    assert own.write("POST", "/api/v1/claims/1/review", {"decision": "correct", "value": "viel"}).json["code"] == "bad_value"
    unsure = own.write("POST", "/api/v1/claims/1/review", {"decision": "correct", "value": "1 Billion Euro"}).json
    assert unsure["code"] == "bad_value" and "in German" in unsure["title"]
    assert own.write("POST", "/api/v1/claims/77/review", {"decision": "accept"}).status in (404, 422)
    own.stop()


@pytest.fixture
def own(program, tmp_path):
    path = tmp_path / "news.db"
    add(program, path, "-", "--outlet", "Kurbote", "--published", "2025-03-01",
        text="Der Umsatz von Siemens stieg 2024 auf 75,9 Milliarden Euro.")
    add(program, path, "-", "--outlet", "Abendpost", "--published", "2025-03-02",
        text="Der Umsatz der Musterfrau Werke AG stieg 2024 auf 3,1 Milliarden Euro.")
    running = Desk(program, path)
    yield running
    running.stop()


def told(own, method, path, address, body=None, status=200):
    reply = own.write(method, "/api/v1" + address, body)
    assert reply.status == status, reply.body
    fits(OPERATIONS[method, path], reply)
    return reply.json


def test_check_that_is_kept(own):
    kept = told(own, "POST", "/check", "/check", {"text": "Siemens machte 2024 75,9 Billionen Euro Umsatz.", "keep": True, "name": "draft"})
    reply = own.get("/api/v1/checks/" + kept["id"])
    fits(OPERATIONS["GET", "/checks/{id}"], reply)
    assert reply.json == kept
    listed = own.get("/api/v1/checks").json["items"][0]
    assert (listed["name"], listed["claims"], listed["worst"]) == ("draft", 1, "scale_suspect")
    told(own, "DELETE", "/checks/{id}", "/checks/" + kept["id"])
    assert own.get("/api/v1/checks/" + kept["id"]).status == 404


def test_sources_added_paused_removed(own):
    source = told(own, "POST", "/sources", "/sources", {"url": "https://kurbote.example/feed.xml", "outlet": "Kurbote"})
    assert (source["state"], source["kind"], source["outlet"]) == ("new", "unknown", "Kurbote")
    assert told(own, "PATCH", "/sources/{id}", f"/sources/{source['id']}", {"paused": True})["state"] == "paused"
    assert own.get("/api/v1/sources?state=paused").json["page"]["total"] == 1
    told(own, "POST", "/sources", "/sources", {"url": "https://kurbote.example/feed.xml"}, 400)
    told(own, "POST", "/sources", "/sources", {"url": "/etc"}, 400)
    told(own, "POST", "/sources", "/sources", {"url": "file:///etc"}, 400)
    told(own, "DELETE", "/sources/{id}", f"/sources/{source['id']}")
    told(own, "PATCH", "/sources/{id}", f"/sources/{source['id']}", {"paused": True}, 400)


def test_rates_imported(own):
    rates = told(own, "POST", "/rates", "/rates", {"text": "Date,USD,GBP,\n2024-03-04,1.0849,0.85573,\n"})
    assert [row["currency"] for row in rates["currencies"]] == ["GBP", "USD"]
    assert own.get("/api/v1/rates?currency=USD").json["items"] == [{"currency": "USD", "day": "2024-03-04", "rate": 1.0849}]
    told(own, "POST", "/rates", "/rates", {"text": "no rates"}, 422)


def test_names_decided_and_undone(own):
    entity = own.get("/api/v1/claims?text=Musterfrau").json["items"][0]["subject_entity"]
    company = told(own, "POST", "/companies/{entity}/alias", f"/companies/{entity.replace(' ', '%20')}/alias", {"name": "Emwe", "note": "house style"})
    assert company["decisions"][0]["kind"] == "alias" and company["decisions"][0]["name"] == "Emwe"
    told(own, "DELETE", "/decisions/{id}", f"/decisions/{company['decisions'][0]['id']}")
    assert own.get(f"/api/v1/companies/{entity.replace(' ', '%20')}").json["decisions"][0]["undone"] is True
    merged = told(own, "POST", "/companies/{entity}/merge", "/companies/siemens/merge", {"other": entity})
    assert merged["company"]["claims"] == 2
    told(own, "POST", "/companies/{entity}/merge", "/companies/siemens/merge", {"other": "nobody at all"}, 422)
    told(own, "POST", "/companies/{entity}/split", "/companies/siemens/split", {}, 400)


def test_findings_by_what_a_person_said(program, database, tmp_path):
    path = tmp_path / "news.db"
    shutil.copy(database, path)
    own = Desk(program, path)
    first = own.get("/api/v1/conflicts?limit=1").json["items"][0]
    total = own.get("/api/v1/conflicts?limit=1").json["page"]["total"]
    assert own.write("POST", f"/api/v1/claims/{first['a']['id']}/review", {"decision": "accept"}).status == 200
    ids = lambda review: {item["id"] for item in own.get(f"/api/v1/conflicts?limit=500&review={review}").json["items"]}
    assert first["id"] in ids("accept") and ids("any") == ids("accept") and not ids("correct") and not ids("reject")
    page = own.get("/api/v1/conflicts?limit=1&review=none").json
    assert page["items"][0]["id"] not in ids("any") and page["page"]["total"] + len(ids("any")) == total
    assert own.get("/api/v1/conflicts?review=perhaps").status == 400
    own.stop()


def test_exports_are_the_rows_of_the_list(own):
    lines = own.get("/api/v1/export/claims").body.splitlines()
    assert lines[0].startswith("id,subject,") and len(lines) == 3
    reply = own.get("/api/v1/export/claims?format=jsonl&company=siemens")
    assert 'filename="claims.jsonl"' in reply.headers["Content-Disposition"]
    assert [json.loads(line)["subject"] for line in reply.body.splitlines()] == ["Siemens"]
    assert len(json.loads(own.get("/api/v1/export/claims?format=json").body)) == 2
    assert own.get("/api/v1/export/conflicts?format=json").json == []
    assert own.get("/api/v1/export/claims?format=xlsx").status == 400


def test_a_kept_check_is_exported(own):
    kept = told(own, "POST", "/check", "/check", {"text": "Siemens machte 2024 75,9 Billionen Euro Umsatz.", "keep": True})
    address = "/api/v1/export/checks/" + kept["id"]
    assert own.get(address).json == kept
    head, row = csv.reader(own.get(address + "?format=csv").body.splitlines())
    cells = dict(zip(head, row))
    assert (cells["verdict"], cells["surface"], cells["max"]) == ("scale_suspect", "75,9 Billionen Euro", "75900000000000")
    assert cells["evidence_outlet"] == "Kurbote" and "75,9 Milliarden" in cells["evidence_sentence"]
    line = json.loads(own.get(address + "?format=jsonl").body)
    assert (line["evidence_claim"], line["unit"]) == (1, "EUR")
    assert own.get(address + "?format=claimreview").status == 400


def test_what_a_person_accepted_is_a_claim_review(own):
    address = "/api/v1/export/claims?format=claimreview"
    assert own.get(address).json["@graph"] == []
    own.write("POST", "/api/v1/claims/1/review", {"decision": "accept"})
    reply = own.get(address)
    assert 'filename="claims.claimreview.json"' in reply.headers["Content-Disposition"]
    review, = reply.json["@graph"]
    assert review["@type"] == "ClaimReview" and "75,9 Milliarden Euro" in review["itemReviewed"]["text"]
    assert own.get(address + "&review=none").json["@graph"] == []
    annotations = own.get("/api/v1/export/claims?format=webannotation").body.splitlines()
    assert [json.loads(line)["type"] for line in annotations] == ["Annotation", "Annotation"]


def changed_article(program, path, figure, title="Quartalszahlen"):
    line = {"id": "1", "url": "https://kurbote.example/siemens", "outlet": "Kurbote", "lang": "de", "published": "2025-03-01", "title": title,
            "text": f"Der Umsatz von Siemens stieg 2024 auf {figure} Milliarden Euro.\n\nDer Vorstand nannte das Jahr ordentlich."}
    add(program, path, "-", text=json.dumps(line) + "\n")


def test_versions_of_an_article(program, tmp_path):
    path = tmp_path / "news.db"
    changed_article(program, path, "75,9")
    changed_article(program, path, "76,4", "Quartalszahlen, berichtigt")
    own = Desk(program, path)
    for number, figure, title in ((None, "76,4", "Quartalszahlen, berichtigt"), (1, "75,9", "Quartalszahlen"), (2, "76,4", "Quartalszahlen, berichtigt")):
        reply = own.get("/api/v1/articles/1" + (f"?revision={number}" if number else ""))
        fits(OPERATIONS["GET", "/articles/{id}"], reply)
        article = reply.json
        assert article["article"]["title"] == title and article["revision"] == (number or 2)
        assert [claim["surface"] for claim in article["claims"]] == [f"{figure} Milliarden Euro"]
        assert [mention["text"] for mention in article["mentions"] if mention["kind"] == "money"] == [f"{figure} Milliarden Euro"]
        assert [each["live"] for each in article["revisions"]] == [False, True]
    reply = own.get("/api/v1/articles/1/diff")
    fits(OPERATIONS["GET", "/articles/{id}/diff"], reply)
    diff = reply.json
    assert [(piece["op"], piece["text"].strip()) for piece in diff["diff"] if piece["op"] != "same"] == [("removed", "75,9"), ("added", "76,4")]
    change, = diff["claims"]
    assert (change["change"], change["before"]["max"], change["after"]["max"]) == ("changed", 75.9e9, 76.4e9)
    back = own.get("/api/v1/articles/1/diff?from=2&to=1").json
    assert (back["title_before"], back["claims"][0]["after"]["max"]) == ("Quartalszahlen, berichtigt", 75.9e9)
    assert own.get("/api/v1/articles/1/diff?from=1&to=3").status == 404
    own.stop()


def test_origins_tell_what_stands_alone(program, tmp_path):
    path = tmp_path / "news.db"
    for outlet, text in (("Kurbote", "Der Umsatz von Siemens stieg 2024 auf 75,9 Milliarden Euro."),
                         ("Ledger", "Siemens hat 2024 einen Umsatz von 75,9 Milliarden Euro gemacht, wie der Konzern am Morgen mitteilte."),
                         ("Abendpost", "Der Umsatz von BASF lag 2024 bei 65,3 Milliarden Euro.")):
        add(program, path, "-", "--outlet", outlet, "--published", "2025-03-01", text=text)
    own = Desk(program, path)
    subjects = lambda origins: sorted({claim["subject"] for claim in own.get(f"/api/v1/claims?origins={origins}").json["items"]})
    assert (subjects(1), subjects(2)) == (["BASF"], ["Siemens"])
    own.stop()


def test_watches_find_what_comes_in(program, own, tmp_path):
    watch = told(own, "POST", "/watches", "/watches", {"name": "Umsätze über 1 Mrd.", "query": {"metric": "revenue", "value": "mindestens 1 Mrd. €"}})
    assert watch["query"] == {"metric": "revenue", "value": "mindestens 1 Mrd. €"} and watch["last_run"] is None
    address = f"/api/v1/watches/{watch['id']}"
    assert own.get(address).json["items"] == []
    text = "Der Umsatz von Siemens stieg 2024 auf 75,9 Billionen Euro. Der Umsatz der Bäckerei Harms lag 2024 bei 3 Millionen Euro."
    add(program, tmp_path / "news.db", "-", "--outlet", "Ledger", "--published", "2025-03-03", text=text)
    run = told(own, "POST", "/watches/{id}/run", f"/watches/{watch['id']}/run")
    assert run == {"new": 2, "sent": [], "failed": []}
    reply = own.get(address)
    fits(OPERATIONS["GET", "/watches/{id}"], reply)
    found = reply.json
    assert sorted((item["verdict"] or "", item["a"]["max"]) for item in found["items"]) == [("", 75.9e12), ("scale_suspect", 75.9e9)]
    assert (found["watch"]["claims"], found["watch"]["conflicts"], found["watch"]["new"]) == (1, 1, 2)
    told(own, "POST", "/watches/{id}/seen", f"/watches/{watch['id']}/seen")
    listed = own.get("/api/v1/watches")
    fits(OPERATIONS["GET", "/watches"], listed)
    assert (listed.json["items"][0]["new"], listed.json["items"][0]["last_run"] is not None) == (0, True)
    feed = own.get(watch["feed"])
    assert feed.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    entries = ElementTree.fromstring(feed.body).findall("{http://www.w3.org/2005/Atom}entry")
    assert len(entries) == 2
    told(own, "DELETE", "/watches/{id}", f"/watches/{watch['id']}")
    assert own.get(watch["feed"]).status == 404 and own.get(address).status == 404


WATCHES = [
    ("NoName", {"query": {}}, "bad_request"),
    ("TwoLines", {"name": "a\nb", "query": {}}, "bad_request"),
    ("Taken", {"name": "taken", "query": {}}, "bad_request"),
    ("NoQuery", {"name": "a", "query": "revenue"}, "bad_request"),
    ("NumberInQuery", {"name": "a", "query": {"metric": 3}}, "bad_request"),
    ("NotWatched", {"name": "a", "query": {"older": "true"}}, "not_watched"),
    ("BadMetric", {"name": "a", "query": {"metric": "turnover"}}, "bad_request"),
    ("BadPeriod", {"name": "a", "query": {"period": "2024-Q5"}}, "bad_period"),
    ("BadValue", {"name": "a", "query": {"value": "much"}}, "bad_value"),
    ("BadText", {"name": "a", "query": {"text": "..."}}, "bad_request"),
]


@pytest.mark.parametrize("name, body, code", WATCHES, ids=[row[0] for row in WATCHES])
def test_watch_refused(own, name, body, code):
    own.write("POST", "/api/v1/watches", {"name": "taken", "query": {}})
    reply = own.write("POST", "/api/v1/watches", body)
    assert (reply.status, reply.json["code"]) == (400, code), reply.body


def test_a_saved_billion_is_read_the_same_by_all(own):
    """«1 Billion Euro» is another figure to a German reader than to an English one: kept are the bounds."""
    body = {"name": "a", "query": {"value": "1 Billion Euro", "lang": "de"}}
    watch = told(own, "POST", "/watches", "/watches", body)
    assert "value" not in watch["query"] and float(watch["query"]["max"]) == 1.5e12


def test_watches_are_looked_after_while_the_desk_is_open(program, own, tmp_path):
    told(own, "POST", "/watches", "/watches", {"name": "all", "query": {}})
    add(program, tmp_path / "news.db", "-", "--outlet", "Ledger", text="Der Umsatz von BASF lag 2024 bei 65,3 Milliarden Euro.")
    until = time.monotonic() + 60
    while time.monotonic() < until and own.get("/api/v1/watches").json["items"][0]["claims"] == 0:
        time.sleep(0.2)
    assert own.get("/api/v1/watches").json["items"][0]["new"] == 1


def test_reconciliation_as_openrefine_asks(program, database):
    own = Desk(program, database, "--allow-origin", "http://127.0.0.1:3333")
    refine = {"Origin": "http://127.0.0.1:3333", "Sec-Fetch-Site": "same-site"}
    manifest = own.ask("GET", "/reconcile", headers=refine)
    assert manifest.headers["Access-Control-Allow-Origin"] == "http://127.0.0.1:3333"
    assert manifest.json["versions"] == ["0.1", "0.2"] and manifest.json["defaultTypes"][0]["id"] == "company"
    queries = json.dumps({"q0": {"query": "BASF SE", "limit": 3}, "q1": {"query": "volksw"}, "q2": {"query": "Nobody"}})
    reply = own.ask("POST", "/reconcile", ("queries=" + quote(queries)).encode(),
                    refine | {"Content-Type": "application/x-www-form-urlencoded"})
    answer = reply.json
    assert [(each["id"], each["match"]) for each in answer["q0"]["result"]] == [("basf", True)]
    assert answer["q1"]["result"][0]["id"] == "volkswagen" and answer["q1"]["result"][0]["match"] is False
    assert answer["q2"]["result"] == []
    assert own.get("/reconcile/suggest/entity?prefix=nvi").json["result"][0]["id"] == "nvidia"
    proposed = own.get("/reconcile/extend/propose?type=company").json
    assert [each["id"] for each in proposed["properties"]] == ["wikidata", "lei", "ticker", "claims", "articles"]
    extension = json.dumps({"ids": ["basf", "nobody"], "properties": [{"id": "wikidata"}, {"id": "claims"}]})
    extended = own.ask("POST", "/reconcile", ("extend=" + quote(extension)).encode(),
                       refine | {"Content-Type": "application/x-www-form-urlencoded"}).json
    assert extended["meta"] == [{"id": "wikidata", "name": "Wikidata"}, {"id": "claims", "name": "Claims"}]
    assert extended["rows"]["basf"]["wikidata"] == [{"str": "Q9401"}] and extended["rows"]["basf"]["claims"][0]["int"] > 0
    assert extended["rows"]["nobody"] == {"wikidata": [], "claims": []}
    for shape, answer in (("manifest", manifest.json), ("result-batch", reply.json), ("extension", extended), ("proposal", proposed),
                          ("suggestions", own.get("/reconcile/suggest/entity?prefix=nvi").json)):
        jsonschema.Draft202012Validator(RECONCILIATION[shape]).validate(answer)
    preview = own.get("/reconcile/preview?id=basf", Sec_Fetch_Dest="iframe", Sec_Fetch_Site="cross-site")
    assert preview.status == 200 and "frame-ancestors http://127.0.0.1:3333" in preview.headers["Content-Security-Policy"]
    assert own.get("/reconcile", Origin="http://evil.example").status == 403
    assert own.get("/api/v1/session", Origin="http://127.0.0.1:3333").status == 403
    for query in ("queries=[1]", 'extend={"ids": "basf"}', 'extend={"ids": ["basf"], "properties": [{"id": "sql"}]}'):
        name, value = query.split("=", 1)
        assert own.get(f"/reconcile?{name}={quote(value)}").status == 400
    own.stop()
