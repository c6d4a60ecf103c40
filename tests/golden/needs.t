# Which certificates are required: subjects with one answer stand together.
$ assay needs till-rules.assay shop.json
shop.json:12:64: warning: visit.age: expected an integer, found text "twelve"
till.cert: What it shows to the network

  required
    till/T1 (absent)
    till.certificate: requires it                                  manual, tills
    till.certificate.nice: asks for it (level recommended)         manual, tills

  recommended
    till/T2 (absent)
    till.certificate.nice: asks for it (level recommended)         manual, tills
# A condition, an exemption, a list of all subjects.
$ echo '{"site": {"version": 2006}, "till": [{"name": "T1", "kind": "self-service"}, {"name": "T2"}]}' | assay needs till-rules.assay --all
till.cert: What it shows to the network

  required under a condition
    till/T1 (not known)
    till.certificate: requires it if site.open is yes              manual, tills
    till.certificate.nice: asks for it (level recommended)         manual, tills

  required under a condition
    till/T2 (not known)
    till.certificate: requires it if site.open is yes and kind is Self service
                                                                   manual, tills
    till.certificate.nice: asks for it (level recommended)         manual, tills
$ echo '{"site": {"version": 2006, "open": false}, "till": {"name": "T1", "kind": "self-service", "cert": {"key.bits": 512}}}' | assay needs till-rules.assay
till.cert: What it shows to the network

  recommended
    till/T1 (present)
    till.certificate.nice: asks for it (level recommended)         manual, tills
# Where no rule requires one.
$ assay needs shop-rules.assay shop.json
shop.json:12:64: warning: visit.age: expected an integer, found text "twelve"
no rule requires a certificate of what was given
$ assay needs till-rules.assay shop.json --subject T3
shop.json:12:64: warning: visit.age: expected an integer, found text "twelve"
assay needs: there is no subject `T3`; did you mean `T1`?
usage: assay needs POLICY [FACTS|CERTIFICATE|-]...
`assay help needs` says more
? 64
# For programs.
$ assay needs till-rules.assay shop.json --subject T1 --format json --now 2026-11-22 | sed 's/[0-9a-f]\{64\}/DIGEST/'
shop.json:12:64: warning: visit.age: expected an integer, found text "twelve"
{"policy": {"name": "till-rules", "version": "1.0.0", "digest": "DIGEST"}, "now": "2026-11-22T00:00:00Z", "needs": [
{"subject": "till/T1", "place": "cert", "meaning": "What it shows to the network", "state": "absent", "verdict": "required", "level": "required", "rules": [{"rule": "till.certificate", "title": "A till that nobody minds shows a certificate", "level": "required", "verdict": "required", "cases": [], "casesCut": false, "reason": "", "clause": "", "message": "", "cite": "\"The manual\" (2026-01-31), tills"}, {"rule": "till.certificate.nice", "title": "Every till shows one", "level": "recommended", "verdict": "required", "cases": [], "casesCut": false, "reason": "", "clause": "", "message": "", "cite": "\"The manual\" (2026-01-31), tills"}]}
]}
