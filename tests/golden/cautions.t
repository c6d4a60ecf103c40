# On which clients the tables of a gateway's page remark something.
$ assay eval policies/cmg cautions.json --format ndjson | sed -n '/"rule": "modes\./ { /"cautions": \[\]/! s/.*"rule": "\([^"]*\)", "result": "\([^"]*\)".*"subject": "\([^"]*\)".*"cautions": \(.*\), "approximate".*/\1 \2 \3 \4/p; }'
modes.internet pass device/workgroup ["the page allows it, but support says that Enhanced HTTP takes no client certificates from your own CA; test it, or use HTTPS"]
modes.internet pass device/ad-domain ["the page allows it, but support says that Enhanced HTTP takes no client certificates from your own CA; test it, or use HTTPS"]
modes.internet fail device/user ["the page allows it, but support says that Enhanced HTTP takes no client certificates from your own CA; test it, or use HTTPS"]
modes.on-premises pass device/inside, HTTP ["the table has only HTTPS for it; the note below lets it use HTTP as long as it is managed as a device only"]
