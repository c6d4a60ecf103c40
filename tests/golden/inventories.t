# Exports as Windows writes them: Windows PowerShell 5.1 with the type line, a German culture and the ANSI
# code page.
$ assay facts -I policies --mapping Get-CMDevice inventories/devices-5.1.csv
inventories/devices-5.1.csv:5:13: warning: id: column Name: "M\x{dc}LLER-NB" is not utf-8; if this is an ANSI code page, it has to be said: encoding windows-1252
inventories/devices-5.1.csv:5:1: warning: device: no usable `id` (column Name: "M\x{dc}LLER-NB" is not utf-8; if this is an ANSI code page, it has to be said: encoding windows-1252); the record is called #3
inventories/devices-5.1.csv:6:96: warning: location: it is for the internet only, but online inside
{"format": "assay-facts 1"}
{"device": {"id": "PC1", "azure-ad-joined": {"state": "missing", "why": "without an AADDeviceID it may be joined all the same"}, "domain-joined": {"state": "missing", "why": "the parameter ad-domains of the mapping is not set"}, "os": "windows-10", "location": "intranet", "management-point": "MP1"}}
{"device": {"id": "PC2", "azure-ad-joined": true, "domain-joined": {"state": "missing", "why": "the parameter ad-domains of the mapping is not set"}, "os": "windows-11", "location": "internet", "management-point": "MP1"}}
{"device": {"id": {"state": "undecodable", "why": "column Name: \"M\\x{dc}LLER-NB\" is not utf-8; if this is an ANSI code page, it has to be said: encoding windows-1252"}, "azure-ad-joined": {"state": "missing", "why": "without an AADDeviceID it may be joined all the same"}, "domain-joined": false, "os": "windows-8.1", "location": "internet", "management-point": {"state": "missing", "why": "column LastMPServerName is empty"}}}
{"device": {"id": "SRV1", "azure-ad-joined": {"state": "missing", "why": "without an AADDeviceID it may be joined all the same"}, "domain-joined": {"state": "missing", "why": "the parameter ad-domains of the mapping is not set"}, "os": "windows-10", "location": {"state": "conflict", "why": "it is for the internet only, but online inside"}, "management-point": "MP1"}}

# The code page has to be said, and so have the domains.
$ assay facts -I policies --mapping Get-CMDevice --mapping-set encoding=windows-1252 --mapping-set ad-domains=contoso inventories/devices-5.1.csv
inventories/devices-5.1.csv:6:96: warning: location: it is for the internet only, but online inside
{"format": "assay-facts 1"}
{"device": {"id": "PC1", "azure-ad-joined": {"state": "missing", "why": "without an AADDeviceID it may be joined all the same"}, "domain-joined": true, "os": "windows-10", "location": "intranet", "management-point": "MP1"}}
{"device": {"id": "PC2", "azure-ad-joined": true, "domain-joined": true, "os": "windows-11", "location": "internet", "management-point": "MP1"}}
{"device": {"id": "MÜLLER-NB", "azure-ad-joined": {"state": "missing", "why": "without an AADDeviceID it may be joined all the same"}, "domain-joined": false, "os": "windows-8.1", "location": "internet", "management-point": {"state": "missing", "why": "column LastMPServerName is empty"}}}
{"device": {"id": "SRV1", "azure-ad-joined": {"state": "missing", "why": "without an AADDeviceID it may be joined all the same"}, "domain-joined": false, "os": "windows-10", "location": {"state": "conflict", "why": "it is for the internet only, but online inside"}, "management-point": "MP1"}}

# UTF-16 and UTF-8 with their marks say the same without being asked.
$ assay facts -I policies --mapping get-cmdevice --mapping-set ad-domains=contoso,fabrikam --mapping-set azure-ad-ids=complete inventories/devices-utf16.csv >a.json 2>a.txt; cat a.json a.txt
{"format": "assay-facts 1"}
{"device": {"id": "PC1", "azure-ad-joined": false, "domain-joined": true, "os": "windows-10", "location": "intranet", "management-point": "MP1"}}
{"device": {"id": "PC2", "azure-ad-joined": true, "domain-joined": true, "os": "windows-11", "location": "internet", "management-point": "MP1"}}
{"device": {"id": "MÜLLER-NB", "azure-ad-joined": false, "domain-joined": false, "os": "windows-8.1", "location": "internet", "management-point": {"state": "missing", "why": "column LastMPServerName is empty"}}}
{"device": {"id": "SRV1", "azure-ad-joined": false, "domain-joined": true, "os": "windows-10", "location": {"state": "conflict", "why": "it is for the internet only, but online inside"}, "management-point": "MP1"}}
inventories/devices-utf16.csv:5:96: warning: location: it is for the internet only, but online inside
$ assay facts -I policies --mapping get-cmdevice --mapping-set ad-domains=contoso,fabrikam --mapping-set azure-ad-ids=complete inventories/devices-7.csv 2>&1 >b.json; cmp a.json b.json
inventories/devices-7.csv:5:96: warning: location: it is for the internet only, but online inside

# What is not named is known by its titles, if one mapping fits.
$ assay eval policies/cmg -I policies inventories/devices-utf16.csv --rule client-auth.required
inventories/devices-utf16.csv: note: its titles are those of the mapping Get-CMDevice, which reads it
inventories/devices-utf16.csv:5:96: warning: location: it is for the internet only, but online inside
error    client-auth.required                                     required, high
         An internet client has a client certificate

         device/SRV1
           site.version is missing   join is missing   os = windows-10
           location is in conflict: it is for the internet only, but online
             inside
         see: page, bkmk_clientauth

unknown  client-auth.required                                     required, high
         An internet client has a client certificate

         device/MÜLLER-NB
           join = workgroup   domain-joined = no   os = windows-8.1
           location = internet
           not known: client-auth, site.version, site.build, site-token
         see: page, bkmk_clientauth

exempt   client-auth.required                                     required, high
         An internet client has a client certificate
         unless [azure-ad] can-use-azure-ad "it is Windows 10 or later and
         joined, so it uses Azure AD"                              cmg.assay:128

         device/PC2
           site.version is missing   join is missing   azure-ad-joined = yes
           os = windows-11   location = internet
         see: page, bkmk_clientauth

notapplicable client-auth.required                                required, high
         An internet client has a client certificate
         applies when site.version >= 1806                          cmg.assay:21

         device/PC1
           site.version is missing   join is missing   os = windows-10
           location = intranet
         see: page, bkmk_clientauth

                   required  recommended    supported
error                     4            -            1
unknown                  18            3           13
pass                      2            1            2
exempt                    1            -            -
notapplicable             7            -            5

5 records, 1 warning about the input
cannot be relied on: 4 required rules are in error for 1 subject; 7 required
rules are unknown for 7 subjects
? 3
$ assay eval policies/cmg -I policies --quiet --mapping Get-CMDevice inventories/devices-7.csv --mapping auto policies/examples/site.json
inventories/devices-7.csv:5:96: warning: location: it is for the internet only, but online inside
? 3

# Mistakes of the call.
$ assay eval policies/cmg -I policies --mapping Get-CMDevices inventories/devices-7.csv
Get-CMDevices: error: there is no mapping of this name; did you mean Get-CMDevice?
? 3
$ assay eval policies/cmg -I policies --mapping-set ad-domains=x inventories/devices-7.csv
assay eval: --mapping-set needs --mapping before the files
usage: assay eval POLICY [FACTS|CERTIFICATE|tls://HOST:PORT|-]...
`assay help eval` says more
? 64
$ assay eval policies/cmg -I policies --mapping Get-CMDevice --mapping-set ad-domain=x inventories/devices-7.csv
assay eval: no mapping named has a parameter `ad-domain`
usage: assay eval POLICY [FACTS|CERTIFICATE|tls://HOST:PORT|-]...
`assay help eval` says more
? 64
$ assay eval policies/cmg -I policies --mapping policies/cmg/cmg.assay inventories/devices-7.csv
policies/cmg/cmg.assay: error: this is no mapping; it has no `mapping` line
? 3
$ assay facts -I policies --mapping Get-CMDevice inventories/none.csv certs/root.pem
inventories/none.csv: error: No such file or directory
certs/root.pem: error: this is no input for the mapping Get-CMDevice, which needs the column ResourceID; found "-----BEGIN CERTIFICATE-----"
{"format": "assay-facts 1"}
? 3
$ assay eval cert-rules.assay -I policies --mapping Get-CMDevice inventories/devices-7.csv
inventories/devices-7.csv: error: the mapping Get-CMDevice gives `device.id`, which the policy's model has not, or has otherwise
0 records
cannot be relied on: 1 input or record was refused
? 3
