# The forms for programs; tests/run-formats holds them against schemas.
$ assay eval shop-rules.assay shop.json 2>/dev/null --now 2026-11-22 --rule visit.adult --format csv | tr -d '\r'
﻿Result,Level,Severity,Rule,Title,Subject,Clause,Message,Fix,Facts,Unknown,Cautions,Source,File,Offset
"pass","required","high","visit.adult","Only adults use self service","visit/adult","","","","fast = yes; site.version = 2006; site.open = yes; age = 35","","","manual, age","shop.json",201
"fail","required","high","visit.adult","Only adults use self service","visit/child","require is-adult","","Send the visitor to a staffed till; the age noted is 12.","fast = yes; site.version = 2006; site.open = yes; age = 12","","","manual, age","shop.json",271
"pass","required","high","visit.adult","Only adults use self service","visit/cash","","","","fast = yes; site.version = 2006; site.open = yes; age = 50","","","manual, age","shop.json",341
"notapplicable","required","high","visit.adult","Only adults use self service","visit/old","when fast","","","fast = no; site.version = 2006; site.open = yes; age = 104","","an age of 104 is unlikely","manual, age","shop.json",410
"fail","required","high","visit.adult","Only adults use self service","visit/ageless","require is-adult","","Send the visitor to a staffed till; the age noted is <absent>.","fast = yes; site.version = 2006; site.open = yes; age is absent","","","manual, age","shop.json",479
"unknown","required","high","visit.adult","Only adults use self service","visit/unasked","","","","fast = yes; site.version = 2006; site.open = yes","age is missing","","manual, age","shop.json",553
"pass","required","high","visit.adult","Only adults use self service","visit/lost","","","","fast is missing; site.version = 2006; site.open = yes; age = 20","","","manual, age","shop.json",614
"error","required","high","visit.adult","Only adults use self service","visit/odd","","","","fast = yes; site.version = 2006; site.open = yes; age is undecodable: expected an integer, found text ""twelve""","age is undecodable: expected an integer, found text ""twelve""","","manual, age","shop.json",683
"notapplicable","required","high","visit.adult","Only adults use self service","visit/alone","when fast","","","fast = no; site.version = 2006; site.open = yes; age = 33","","","manual, age","shop.json",757
$ assay eval shop-rules.assay shop.json 2>/dev/null --now 2026-11-22 --rule visit.adult --format sarif | sed 's/[0-9a-f]\{64\}/DIGEST/'
{"$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json", "version": "2.1.0", "runs": [{"tool": {"driver": {"name": "assay", "semanticVersion": "0.1.0", "rules": [
{"id": "visit.adult", "shortDescription": {"text": "Only adults use self service"}, "help": {"text": "Send the visitor to a staffed till; the age noted is {age}."}, "defaultConfiguration": {"level": "error"}, "properties": {"level": "required", "severity": "high", "source": "manual, age"}},
{"id": "visit.receipt", "shortDescription": {"text": "The receipt was handed over"}, "defaultConfiguration": {"level": "error"}, "properties": {"level": "required", "severity": "medium", "source": ""}},
{"id": "visit.payment", "shortDescription": {"text": "How a visit may be paid"}, "defaultConfiguration": {"level": "error"}, "properties": {"level": "required", "severity": "medium", "source": ""}}]}}, "columnKind": "utf16CodeUnits", "results": [
{"ruleId": "visit.adult", "ruleIndex": 0, "kind": "pass", "level": "none", "message": {"text": "Only adults use self service"}, "locations": [{"physicalLocation": {"artifactLocation": {"uri": "shop.json"}, "region": {"byteOffset": 201}}, "logicalLocations": [{"fullyQualifiedName": "visit/adult", "kind": "resource"}]}], "partialFingerprints": {"ruleAndSubject/v1": "visit.adult visit/adult"}, "properties": {"result": "pass", "facts": {"fast": "yes", "site.version": "2006", "site.open": "yes", "age": "35"}}},
{"ruleId": "visit.adult", "ruleIndex": 0, "kind": "fail", "level": "error", "message": {"text": "Only adults use self service: require is-adult. Send the visitor to a staffed till; the age noted is 12."}, "locations": [{"physicalLocation": {"artifactLocation": {"uri": "shop.json"}, "region": {"byteOffset": 271}}, "logicalLocations": [{"fullyQualifiedName": "visit/child", "kind": "resource"}]}], "partialFingerprints": {"ruleAndSubject/v1": "visit.adult visit/child"}, "properties": {"result": "fail", "facts": {"fast": "yes", "site.version": "2006", "site.open": "yes", "age": "12"}}},
{"ruleId": "visit.adult", "ruleIndex": 0, "kind": "pass", "level": "none", "message": {"text": "Only adults use self service"}, "locations": [{"physicalLocation": {"artifactLocation": {"uri": "shop.json"}, "region": {"byteOffset": 341}}, "logicalLocations": [{"fullyQualifiedName": "visit/cash", "kind": "resource"}]}], "partialFingerprints": {"ruleAndSubject/v1": "visit.adult visit/cash"}, "properties": {"result": "pass", "facts": {"fast": "yes", "site.version": "2006", "site.open": "yes", "age": "50"}}},
{"ruleId": "visit.adult", "ruleIndex": 0, "kind": "notApplicable", "level": "none", "message": {"text": "Only adults use self service: when fast"}, "locations": [{"physicalLocation": {"artifactLocation": {"uri": "shop.json"}, "region": {"byteOffset": 410}}, "logicalLocations": [{"fullyQualifiedName": "visit/old", "kind": "resource"}]}], "partialFingerprints": {"ruleAndSubject/v1": "visit.adult visit/old"}, "properties": {"result": "notapplicable", "facts": {"fast": "no", "site.version": "2006", "site.open": "yes", "age": "104"}}},
{"ruleId": "visit.adult", "ruleIndex": 0, "kind": "fail", "level": "error", "message": {"text": "Only adults use self service: require is-adult. Send the visitor to a staffed till; the age noted is <absent>."}, "locations": [{"physicalLocation": {"artifactLocation": {"uri": "shop.json"}, "region": {"byteOffset": 479}}, "logicalLocations": [{"fullyQualifiedName": "visit/ageless", "kind": "resource"}]}], "partialFingerprints": {"ruleAndSubject/v1": "visit.adult visit/ageless"}, "properties": {"result": "fail", "facts": {"fast": "yes", "site.version": "2006", "site.open": "yes", "age": "absent"}}},
{"ruleId": "visit.adult", "ruleIndex": 0, "kind": "open", "level": "none", "message": {"text": "Only adults use self service: age is missing"}, "locations": [{"physicalLocation": {"artifactLocation": {"uri": "shop.json"}, "region": {"byteOffset": 553}}, "logicalLocations": [{"fullyQualifiedName": "visit/unasked", "kind": "resource"}]}], "partialFingerprints": {"ruleAndSubject/v1": "visit.adult visit/unasked"}, "properties": {"result": "unknown", "facts": {"fast": "yes", "site.version": "2006", "site.open": "yes"}}},
{"ruleId": "visit.adult", "ruleIndex": 0, "kind": "pass", "level": "none", "message": {"text": "Only adults use self service"}, "locations": [{"physicalLocation": {"artifactLocation": {"uri": "shop.json"}, "region": {"byteOffset": 614}}, "logicalLocations": [{"fullyQualifiedName": "visit/lost", "kind": "resource"}]}], "partialFingerprints": {"ruleAndSubject/v1": "visit.adult visit/lost"}, "properties": {"result": "pass", "facts": {"fast": "missing", "site.version": "2006", "site.open": "yes", "age": "20"}}},
{"ruleId": "visit.adult", "ruleIndex": 0, "kind": "open", "level": "none", "message": {"text": "Only adults use self service: age is undecodable (expected an integer, found text \"twelve\")"}, "locations": [{"physicalLocation": {"artifactLocation": {"uri": "shop.json"}, "region": {"byteOffset": 683}}, "logicalLocations": [{"fullyQualifiedName": "visit/odd", "kind": "resource"}]}], "partialFingerprints": {"ruleAndSubject/v1": "visit.adult visit/odd"}, "properties": {"result": "error", "facts": {"fast": "yes", "site.version": "2006", "site.open": "yes", "age": "undecodable"}}},
{"ruleId": "visit.adult", "ruleIndex": 0, "kind": "notApplicable", "level": "none", "message": {"text": "Only adults use self service: when fast"}, "locations": [{"physicalLocation": {"artifactLocation": {"uri": "shop.json"}, "region": {"byteOffset": 757}}, "logicalLocations": [{"fullyQualifiedName": "visit/alone", "kind": "resource"}]}], "partialFingerprints": {"ruleAndSubject/v1": "visit.adult visit/alone"}, "properties": {"result": "notapplicable", "facts": {"fast": "no", "site.version": "2006", "site.open": "yes", "age": "33"}}}
], "invocations": [{"executionSuccessful": true, "exitCode": 3}], "properties": {"policy": "shop-rules", "policyVersion": "2.1.0", "policyDigest": "DIGEST", "now": "2026-11-22T00:00:00Z"}}]}
$ assay eval shop-rules.assay shop.json --now 2026-11-22 --rule visit.adult --format junit
shop.json:12:64: warning: visit.age: expected an integer, found text "twelve"
<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
<testsuite name="shop-rules" tests="9" failures="2" errors="2" skipped="2" time="0" hostname="assay" timestamp="2026-11-22T00:00:00">
<testcase classname="visit.adult" name="visit/adult" time="0">
</testcase>
<testcase classname="visit.adult" name="visit/child" time="0">
<failure message="Only adults use self service: require is-adult. Send the visitor to a staffed till; the age noted is 12." type="fail">fail, required
fast = yes
site.version = 2006
site.open = yes
age = 12
</failure>
</testcase>
<testcase classname="visit.adult" name="visit/cash" time="0">
</testcase>
<testcase classname="visit.adult" name="visit/old" time="0">
<skipped message="Only adults use self service: when fast">notapplicable, required
fast = no
site.version = 2006
site.open = yes
age = 104
</skipped>
</testcase>
<testcase classname="visit.adult" name="visit/ageless" time="0">
<failure message="Only adults use self service: require is-adult. Send the visitor to a staffed till; the age noted is &lt;absent&gt;." type="fail">fail, required
fast = yes
site.version = 2006
site.open = yes
age is absent
</failure>
</testcase>
<testcase classname="visit.adult" name="visit/unasked" time="0">
<error message="Only adults use self service: age is missing" type="unknown">unknown, required
fast = yes
site.version = 2006
site.open = yes
</error>
</testcase>
<testcase classname="visit.adult" name="visit/lost" time="0">
</testcase>
<testcase classname="visit.adult" name="visit/odd" time="0">
<error message="Only adults use self service: age is undecodable (expected an integer, found text &quot;twelve&quot;)" type="error">error, required
fast = yes
site.version = 2006
site.open = yes
age is undecodable
</error>
</testcase>
<testcase classname="visit.adult" name="visit/alone" time="0">
<skipped message="Only adults use self service: when fast">notapplicable, required
fast = no
site.version = 2006
site.open = yes
age = 33
</skipped>
</testcase>
</testsuite>
</testsuites>
? 3
$ assay eval shop-rules.assay shop.json --now 2026-11-22 --rule visit.adult --format tap
TAP version 14
ok 1 - visit.adult on visit/adult
not ok 2 - visit.adult on visit/child
  ---
  message: "Only adults use self service: require is-adult. Send the visitor to a staffed till; the age noted is 12."
  result: "fail"
  severity: "high"
  source: "manual, age"
  facts:
    fast: "yes"
    site.version: "2006"
    site.open: "yes"
    age: "12"
  ...
ok 3 - visit.adult on visit/cash
ok 4 - visit.adult on visit/old # SKIP notapplicable
not ok 5 - visit.adult on visit/ageless
  ---
  message: "Only adults use self service: require is-adult. Send the visitor to a staffed till; the age noted is <absent>."
  result: "fail"
  severity: "high"
  source: "manual, age"
  facts:
    fast: "yes"
    site.version: "2006"
    site.open: "yes"
    age: "absent"
  ...
not ok 6 - visit.adult on visit/unasked
  ---
  message: "Only adults use self service: age is missing"
  result: "unknown"
  severity: "high"
  source: "manual, age"
  facts:
    fast: "yes"
    site.version: "2006"
    site.open: "yes"
  ...
ok 7 - visit.adult on visit/lost
shop.json:12:64: warning: visit.age: expected an integer, found text "twelve"
not ok 8 - visit.adult on visit/odd
  ---
  message: "Only adults use self service: age is undecodable (expected an integer, found text \"twelve\")"
  result: "error"
  severity: "high"
  source: "manual, age"
  facts:
    fast: "yes"
    site.version: "2006"
    site.open: "yes"
    age: "undecodable"
  ...
ok 9 - visit.adult on visit/alone # SKIP notapplicable
1..9
? 3
$ assay eval shop-rules.assay shop.json 2>/dev/null --now 2026-11-22 --rule visit.adult --format xccdf | sed 's/[0-9a-f]\{64\}/DIGEST/'
<?xml version="1.0" encoding="UTF-8"?>
<TestResult xmlns="http://checklists.nist.gov/xccdf/1.2" id="xccdf_assay_testresult_shop-rules" end-time="2026-11-22T00:00:00" test-system="cpe:/a:assay:assay:0.1.0" version="2.1.0">
<benchmark id="xccdf_assay_benchmark_shop-rules" href="shop-rules"/>
<title>Rules of the shop</title>
<remark>policy digest sha-256 DIGEST</remark>
<target>facts</target>
<rule-result idref="xccdf_assay_rule_visit.adult" role="full" severity="high">
<result>pass</result>
<instance context="subject">visit/adult</instance>
</rule-result>
<rule-result idref="xccdf_assay_rule_visit.adult" role="full" severity="high">
<result>fail</result>
<message severity="error">Only adults use self service: require is-adult. Send the visitor to a staffed till; the age noted is 12.</message>
<instance context="subject">visit/child</instance>
<fix system="urn:xccdf:fix:system:manual">Send the visitor to a staffed till; the age noted is 12.</fix>
</rule-result>
<rule-result idref="xccdf_assay_rule_visit.adult" role="full" severity="high">
<result>pass</result>
<instance context="subject">visit/cash</instance>
</rule-result>
<rule-result idref="xccdf_assay_rule_visit.adult" role="full" severity="high">
<result>notapplicable</result>
<message severity="info">Only adults use self service: when fast</message>
<instance context="subject">visit/old</instance>
</rule-result>
<rule-result idref="xccdf_assay_rule_visit.adult" role="full" severity="high">
<result>fail</result>
<message severity="error">Only adults use self service: require is-adult. Send the visitor to a staffed till; the age noted is &lt;absent&gt;.</message>
<instance context="subject">visit/ageless</instance>
<fix system="urn:xccdf:fix:system:manual">Send the visitor to a staffed till; the age noted is &lt;absent&gt;.</fix>
</rule-result>
<rule-result idref="xccdf_assay_rule_visit.adult" role="full" severity="high">
<result>unknown</result>
<message severity="error">Only adults use self service: age is missing</message>
<instance context="subject">visit/unasked</instance>
</rule-result>
<rule-result idref="xccdf_assay_rule_visit.adult" role="full" severity="high">
<result>pass</result>
<instance context="subject">visit/lost</instance>
</rule-result>
<rule-result idref="xccdf_assay_rule_visit.adult" role="full" severity="high">
<result>error</result>
<message severity="error">Only adults use self service: age is undecodable (expected an integer, found text &quot;twelve&quot;)</message>
<instance context="subject">visit/odd</instance>
</rule-result>
<rule-result idref="xccdf_assay_rule_visit.adult" role="full" severity="high">
<result>notapplicable</result>
<message severity="info">Only adults use self service: when fast</message>
<instance context="subject">visit/alone</instance>
</rule-result>
<score system="urn:xccdf:scoring:flat-unweighted" maximum="15">10</score>
</TestResult>
$ assay eval shop-rules.assay shop.json --now 2026-11-22 --format github
::error title=visit.adult,file=shop.json::fail on visit/child: Only adults use self service: require is-adult. Send the visitor to a staffed till; the age noted is 12.
::error title=visit.payment,file=shop.json::fail on visit/cash: How a visit may be paid: Card only
::error title=visit.adult,file=shop.json::fail on visit/ageless: Only adults use self service: require is-adult. Send the visitor to a staffed till; the age noted is <absent>.
::warning title=visit.adult,file=shop.json::unknown on visit/unasked: Only adults use self service: age is missing
shop.json:12:64: warning: visit.age: expected an integer, found text "twelve"
::error title=visit.adult,file=shop.json::error on visit/odd: Only adults use self service: age is undecodable (expected an integer, found text "twelve")
? 3
$ assay eval shop-rules.assay shop.json --now 2026-11-22 --rule visit.adult --format prometheus
shop.json:12:64: warning: visit.age: expected an integer, found text "twelve"
\# HELP assay_findings Findings of a rule, by result.
\# TYPE assay_findings gauge
assay_findings{policy="shop-rules",rule="visit.adult",level="required",severity="high",result="fail"} 2
assay_findings{policy="shop-rules",rule="visit.adult",level="required",severity="high",result="error"} 1
assay_findings{policy="shop-rules",rule="visit.adult",level="required",severity="high",result="unknown"} 1
assay_findings{policy="shop-rules",rule="visit.adult",level="required",severity="high",result="waived"} 0
assay_findings{policy="shop-rules",rule="visit.adult",level="required",severity="high",result="pass"} 3
assay_findings{policy="shop-rules",rule="visit.adult",level="required",severity="high",result="exempt"} 0
assay_findings{policy="shop-rules",rule="visit.adult",level="required",severity="high",result="notapplicable"} 2
assay_findings{policy="shop-rules",rule="visit.adult",level="required",severity="high",result="notchecked"} 0
assay_findings{policy="shop-rules",rule="visit.adult",level="required",severity="high",result="notselected"} 0
\# HELP assay_records Records that were evaluated.
\# TYPE assay_records gauge
assay_records{policy="shop-rules"} 12
\# HELP assay_refused Inputs and records that could not be used.
\# TYPE assay_refused gauge
assay_refused{policy="shop-rules"} 0
\# HELP assay_exit_status 0 passes, 1 fails, 2 cannot be decided, 3 cannot be relied on.
\# TYPE assay_exit_status gauge
assay_exit_status{policy="shop-rules"} 3
\# HELP assay_evaluated_as_of_seconds The time that it was evaluated for, as a Unix time.
\# TYPE assay_evaluated_as_of_seconds gauge
assay_evaluated_as_of_seconds{policy="shop-rules"} 1795305600
? 3
# Names that would be a formula, an annotation or markup.
$ assay eval shop-rules.assay formulas.json --now 2026-11-22 --rule visit.adult --format csv | tr -d '\r' | cut -d , -f 1-6
﻿Result,Level,Severity,Rule,Title,Subject
"fail","required","high","visit.adult","Only adults use self service","visit/=cmd|' /C calc'!A0"
"fail","required","high","visit.adult","Only adults use self service","visit/50% off: #1
$ assay eval shop-rules.assay formulas.json --now 2026-11-22 --rule visit.adult --format github
::error title=visit.adult,file=formulas.json::fail on visit/=cmd|' /C calc'!A0: Only adults use self service: require is-adult. Send the visitor to a staffed till; the age noted is 12.
::error title=visit.adult,file=formulas.json::fail on visit/50%25 off: #1, <b>&"::error::: Only adults use self service: require is-adult. Send the visitor to a staffed till; the age noted is 12.
? 1
$ assay eval shop-rules.assay formulas.json --now 2026-11-22 --rule visit.adult --format tap
TAP version 14
not ok 1 - visit.adult on visit/=cmd|' /C calc'!A0
  ---
  message: "Only adults use self service: require is-adult. Send the visitor to a staffed till; the age noted is 12."
  result: "fail"
  severity: "high"
  source: "manual, age"
  facts:
    fast: "yes"
    site.version: "2006"
    site.open: "yes"
    age: "12"
  ...
not ok 2 - visit.adult on visit/50% off: \#1, <b>&"::error::
  ---
  message: "Only adults use self service: require is-adult. Send the visitor to a staffed till; the age noted is 12."
  result: "fail"
  severity: "high"
  source: "manual, age"
  facts:
    fast: "yes"
    site.version: "2006"
    site.open: "yes"
    age: "12"
  ...
1..2
? 1
$ assay eval shop-rules.assay formulas.json --now 2026-11-22 --rule visit.adult --format xccdf | grep instance
<instance context="subject">visit/=cmd|' /C calc'!A0</instance>
<instance context="subject">visit/50% off: #1, &lt;b&gt;&amp;&quot;::error::</instance>
# Where there is nothing to say.
$ assay eval shop-rules.assay formulas.json --now 2026-11-22 --rule visit.receipt --format github
? 1
$ assay eval shop-rules.assay shop.json --format html5
assay eval: --format is one of `text`, `json`, `ndjson`, `csv`, `sarif`, `junit`, `tap`, `github`, `xccdf`, `prometheus`, not `html5`
usage: assay eval POLICY [FACTS|CERTIFICATE|tls://HOST:PORT|-]...
`assay help eval` says more
? 64
# A spreadsheet would calculate this.
$ cp formulas.json =1+1.json && assay eval shop-rules.assay =1+1.json --now 2026-11-22 --rule visit.adult --format csv | tr -d '\r' | tail -n 1 | tail -c 20
e","'=1+1.json",188
