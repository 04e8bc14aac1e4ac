"""Each answer against app/web/openapi.json, and what the answers say."""
import json
from urllib.parse import quote

import jsonschema
import pytest
from conftest import ROOT, Desk, add

API = json.loads((ROOT / "app/web/openapi.json").read_text())
OPERATIONS = {(method.upper(), path): operation for path, methods in API["paths"].items() for method, operation in methods.items()}


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
    ("/claims?limit=99999999999999999999", 400, "bad_request"),
    ("/claims?offset=10001", 400, "too_far"),
    ("/claims?offset=-1", 400, "bad_request"),
    ("/claims?min=many", 400, "bad_request"),
    ("/claims?older=perhaps", 400, "bad_request"),
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


def test_every_operation_is_served_or_says_so(desk):
    for (method, path), operation in OPERATIONS.items():
        address = "/api/v1" + path.replace("{id}", "1").replace("{entity}", "basf")
        if method == "GET" and path == "/events":
            continue
        reply = desk.write(method, address, {} if method in ("POST", "PATCH") else None)
        assert (reply.status == 501) == (not operation["x-served"]), (method, path, reply.status, reply.body[:200])
        assert reply.status != 500, (method, path, reply.body)


def test_the_parameters_described_are_those_taken(desk):
    for (method, path), operation in OPERATIONS.items():
        if method != "GET" or path == "/events" or not operation["x-served"]:
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


def test_exports_are_the_rows_of_the_list(own):
    lines = own.get("/api/v1/export/claims").body.splitlines()
    assert lines[0].startswith("id,subject,") and len(lines) == 3
    reply = own.get("/api/v1/export/claims?format=jsonl&company=siemens")
    assert 'filename="claims.jsonl"' in reply.headers["Content-Disposition"]
    assert [json.loads(line)["subject"] for line in reply.body.splitlines()] == ["Siemens"]
    assert len(json.loads(own.get("/api/v1/export/claims?format=json").body)) == 2
    assert own.get("/api/v1/export/conflicts?format=json").json == []
    assert own.get("/api/v1/export/claims?format=xlsx").status == 400


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
    preview = own.get("/reconcile/preview?id=basf", Sec_Fetch_Dest="iframe", Sec_Fetch_Site="cross-site")
    assert preview.status == 200 and "frame-ancestors http://127.0.0.1:3333" in preview.headers["Content-Security-Policy"]
    assert own.get("/reconcile", Origin="http://evil.example").status == 403
    assert own.get("/api/v1/session", Origin="http://127.0.0.1:3333").status == 403
    assert own.get("/reconcile?queries=" + quote("[1]")).status == 400
    own.stop()
