# Exports as Windows writes them: Windows PowerShell 5.1 with the type line, a German culture and the ANSI
# code page.
$ assay facts -I policies --mapping Get-CMDevice inventories/devices-5.1.csv
inventories/devices-5.1.csv: warning: the mapping Get-CMDevice also reads columns that are not there: ClientVersion
inventories/devices-5.1.csv:3:119: warning: last-contact: column LastActiveTime: expected a date such as 2026-11-22 10:30, found "22.11.2026 08:15:30"
inventories/devices-5.1.csv:4:154: warning: last-contact: column LastActiveTime: expected a date such as 2026-11-22 10:30, found "22.11.2026 08:16:02"
inventories/devices-5.1.csv:5:13: warning: id: column Name: "M\x{dc}LLER-NB" is not utf-8; if this is an ANSI code page, it has to be said: encoding windows-1252
inventories/devices-5.1.csv:5:13: warning: computer-name: column Name: "M\x{dc}LLER-NB" is not utf-8; if this is an ANSI code page, it has to be said: encoding windows-1252
inventories/devices-5.1.csv:5:1: warning: device: no usable `id` (column Name: "M\x{dc}LLER-NB" is not utf-8; if this is an ANSI code page, it has to be said: encoding windows-1252); the record is called #3
inventories/devices-5.1.csv:6:96: warning: location: it is for the internet only, but online inside
{"format": "assay-facts 1"}
{"device": {"id": "PC1", "azure-ad-joined": {"state": "missing", "why": "without an AADDeviceID it may be joined all the same"}, "domain-joined": {"state": "missing", "why": "the parameter ad-domains of the mapping is not set"}, "os": "windows-10", "location": "intranet", "management-point": "MP1", "computer-name": "PC1", "client-version": {"state": "missing", "why": "the input has no column ClientVersion"}, "last-contact": {"state": "undecodable", "why": "column LastActiveTime: expected a date such as 2026-11-22 10:30, found \"22.11.2026 08:15:30\""}}}
{"device": {"id": "PC2", "azure-ad-joined": true, "domain-joined": {"state": "missing", "why": "the parameter ad-domains of the mapping is not set"}, "os": "windows-11", "location": "internet", "management-point": "MP1", "computer-name": "PC2", "client-version": {"state": "missing", "why": "the input has no column ClientVersion"}, "last-contact": {"state": "undecodable", "why": "column LastActiveTime: expected a date such as 2026-11-22 10:30, found \"22.11.2026 08:16:02\""}}}
{"device": {"id": {"state": "undecodable", "why": "column Name: \"M\\x{dc}LLER-NB\" is not utf-8; if this is an ANSI code page, it has to be said: encoding windows-1252"}, "azure-ad-joined": {"state": "missing", "why": "without an AADDeviceID it may be joined all the same"}, "domain-joined": false, "os": "windows-8.1", "location": "internet", "management-point": {"state": "missing", "why": "column LastMPServerName is empty"}, "computer-name": {"state": "undecodable", "why": "column Name: \"M\\x{dc}LLER-NB\" is not utf-8; if this is an ANSI code page, it has to be said: encoding windows-1252"}, "client-version": {"state": "missing", "why": "the input has no column ClientVersion"}, "last-contact": {"state": "missing", "why": "column LastActiveTime is empty"}}}
{"device": {"id": "SRV1", "azure-ad-joined": {"state": "missing", "why": "without an AADDeviceID it may be joined all the same"}, "domain-joined": {"state": "missing", "why": "the parameter ad-domains of the mapping is not set"}, "os": "windows-10", "location": {"state": "conflict", "why": "it is for the internet only, but online inside"}, "management-point": "MP1", "computer-name": "SRV1", "client-version": {"state": "missing", "why": "the input has no column ClientVersion"}, "last-contact": {"state": "missing", "why": "column LastActiveTime is empty"}}}

# The code page has to be said, and so have the domains.
$ assay facts -I policies --mapping Get-CMDevice --mapping-set encoding=windows-1252 --mapping-set ad-domains=contoso inventories/devices-5.1.csv
inventories/devices-5.1.csv: warning: the mapping Get-CMDevice also reads columns that are not there: ClientVersion
inventories/devices-5.1.csv:3:119: warning: last-contact: column LastActiveTime: expected a date such as 2026-11-22 10:30, found "22.11.2026 08:15:30"
inventories/devices-5.1.csv:4:154: warning: last-contact: column LastActiveTime: expected a date such as 2026-11-22 10:30, found "22.11.2026 08:16:02"
inventories/devices-5.1.csv:6:96: warning: location: it is for the internet only, but online inside
{"format": "assay-facts 1"}
{"device": {"id": "PC1", "azure-ad-joined": {"state": "missing", "why": "without an AADDeviceID it may be joined all the same"}, "domain-joined": true, "os": "windows-10", "location": "intranet", "management-point": "MP1", "computer-name": "PC1", "client-version": {"state": "missing", "why": "the input has no column ClientVersion"}, "last-contact": {"state": "undecodable", "why": "column LastActiveTime: expected a date such as 2026-11-22 10:30, found \"22.11.2026 08:15:30\""}}}
{"device": {"id": "PC2", "azure-ad-joined": true, "domain-joined": true, "os": "windows-11", "location": "internet", "management-point": "MP1", "computer-name": "PC2", "client-version": {"state": "missing", "why": "the input has no column ClientVersion"}, "last-contact": {"state": "undecodable", "why": "column LastActiveTime: expected a date such as 2026-11-22 10:30, found \"22.11.2026 08:16:02\""}}}
{"device": {"id": "MÜLLER-NB", "azure-ad-joined": {"state": "missing", "why": "without an AADDeviceID it may be joined all the same"}, "domain-joined": false, "os": "windows-8.1", "location": "internet", "management-point": {"state": "missing", "why": "column LastMPServerName is empty"}, "computer-name": "MÜLLER-NB", "client-version": {"state": "missing", "why": "the input has no column ClientVersion"}, "last-contact": {"state": "missing", "why": "column LastActiveTime is empty"}}}
{"device": {"id": "SRV1", "azure-ad-joined": {"state": "missing", "why": "without an AADDeviceID it may be joined all the same"}, "domain-joined": false, "os": "windows-10", "location": {"state": "conflict", "why": "it is for the internet only, but online inside"}, "management-point": "MP1", "computer-name": "SRV1", "client-version": {"state": "missing", "why": "the input has no column ClientVersion"}, "last-contact": {"state": "missing", "why": "column LastActiveTime is empty"}}}

# UTF-16 and UTF-8 with their marks say the same without being asked.
$ assay facts -I policies --mapping get-cmdevice --mapping-set ad-domains=contoso,fabrikam --mapping-set azure-ad-ids=complete inventories/devices-utf16.csv >a.json 2>a.txt; cat a.json a.txt
{"format": "assay-facts 1"}
{"device": {"id": "PC1", "azure-ad-joined": false, "domain-joined": true, "os": "windows-10", "location": "intranet", "management-point": "MP1", "computer-name": "PC1", "client-version": {"state": "missing", "why": "the input has no column ClientVersion"}, "last-contact": {"state": "undecodable", "why": "column LastActiveTime: expected a date such as 2026-11-22 10:30, found \"22.11.2026 08:15:30\""}}}
{"device": {"id": "PC2", "azure-ad-joined": true, "domain-joined": true, "os": "windows-11", "location": "internet", "management-point": "MP1", "computer-name": "PC2", "client-version": {"state": "missing", "why": "the input has no column ClientVersion"}, "last-contact": {"state": "undecodable", "why": "column LastActiveTime: expected a date such as 2026-11-22 10:30, found \"22.11.2026 08:16:02\""}}}
{"device": {"id": "MÜLLER-NB", "azure-ad-joined": false, "domain-joined": false, "os": "windows-8.1", "location": "internet", "management-point": {"state": "missing", "why": "column LastMPServerName is empty"}, "computer-name": "MÜLLER-NB", "client-version": {"state": "missing", "why": "the input has no column ClientVersion"}, "last-contact": {"state": "missing", "why": "column LastActiveTime is empty"}}}
{"device": {"id": "SRV1", "azure-ad-joined": false, "domain-joined": true, "os": "windows-10", "location": {"state": "conflict", "why": "it is for the internet only, but online inside"}, "management-point": "MP1", "computer-name": "SRV1", "client-version": {"state": "missing", "why": "the input has no column ClientVersion"}, "last-contact": {"state": "missing", "why": "column LastActiveTime is empty"}}}
inventories/devices-utf16.csv: warning: the mapping Get-CMDevice also reads columns that are not there: ClientVersion
inventories/devices-utf16.csv:2:119: warning: last-contact: column LastActiveTime: expected a date such as 2026-11-22 10:30, found "22.11.2026 08:15:30"
inventories/devices-utf16.csv:3:154: warning: last-contact: column LastActiveTime: expected a date such as 2026-11-22 10:30, found "22.11.2026 08:16:02"
inventories/devices-utf16.csv:5:96: warning: location: it is for the internet only, but online inside
$ assay facts -I policies --mapping get-cmdevice --mapping-set ad-domains=contoso,fabrikam --mapping-set azure-ad-ids=complete inventories/devices-7.csv 2>&1 >b.json; cmp a.json b.json
inventories/devices-7.csv: warning: the mapping Get-CMDevice also reads columns that are not there: ClientVersion
inventories/devices-7.csv:2:119: warning: last-contact: column LastActiveTime: expected a date such as 2026-11-22 10:30, found "22.11.2026 08:15:30"
inventories/devices-7.csv:3:154: warning: last-contact: column LastActiveTime: expected a date such as 2026-11-22 10:30, found "22.11.2026 08:16:02"
inventories/devices-7.csv:5:96: warning: location: it is for the internet only, but online inside

# What is not named is known by its titles, if one mapping fits.
$ assay eval policies/cmg -I policies inventories/devices-utf16.csv --rule client-auth.required
inventories/devices-utf16.csv: note: its titles are those of the mapping Get-CMDevice, which reads it
inventories/devices-utf16.csv: warning: the mapping Get-CMDevice also reads columns that are not there: ClientVersion
inventories/devices-utf16.csv:2:119: warning: last-contact: column LastActiveTime: expected a date such as 2026-11-22 10:30, found "22.11.2026 08:15:30"
inventories/devices-utf16.csv:3:154: warning: last-contact: column LastActiveTime: expected a date such as 2026-11-22 10:30, found "22.11.2026 08:16:02"
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

5 records, 4 warnings about the input
cannot be relied on: 4 required rules are in error for 1 subject; 7 required
rules are unknown for 7 subjects
? 3
$ assay eval policies/cmg -I policies --quiet --mapping Get-CMDevice inventories/devices-7.csv --mapping auto policies/examples/site.json
inventories/devices-7.csv: warning: the mapping Get-CMDevice also reads columns that are not there: ClientVersion
inventories/devices-7.csv:2:119: warning: last-contact: column LastActiveTime: expected a date such as 2026-11-22 10:30, found "22.11.2026 08:15:30"
inventories/devices-7.csv:3:154: warning: last-contact: column LastActiveTime: expected a date such as 2026-11-22 10:30, found "22.11.2026 08:16:02"
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

# A grid of SQL Server Management Studio, and what sqlcmd writes.
$ assay facts -I policies --mapping v_CombinedDeviceResources --mapping-set ad-domains=CONTOSO inventories/ssms-devices.csv
{"format": "assay-facts 1"}
{"device": {"id": "PC1", "azure-ad-joined": {"state": "missing", "why": "without an AADDeviceID it may be joined all the same"}, "domain-joined": true, "os": "windows-10", "location": "intranet", "management-point": "MP1", "computer-name": "PC1", "client-version": "5.0.9040.1010", "last-contact": "2026-11-22T08:15:30Z"}}
{"device": {"id": "PC2", "azure-ad-joined": true, "domain-joined": true, "os": "windows-11", "location": "internet", "management-point": {"state": "missing", "why": "column LastMPServerName is empty"}, "computer-name": "PC2", "client-version": "5.0.9040.1010", "last-contact": "2026-11-22T08:16:02Z"}}
{"device": {"id": "PC3", "azure-ad-joined": {"state": "missing", "why": "without an AADDeviceID it may be joined all the same"}, "domain-joined": false, "os": "windows-8.1", "location": "internet", "management-point": {"state": "missing", "why": "column LastMPServerName is empty"}, "computer-name": "PC3", "client-version": {"state": "missing", "why": "column ClientVersion is empty"}, "last-contact": {"state": "missing", "why": "column LastActiveTime is empty"}}}
$ assay facts -I policies --mapping v_R_System --mapping-set azure-ad-ids=complete inventories/sqlcmd-v_R_System.csv
inventories/sqlcmd-v_R_System.csv:6:1: error: 1 fields under 7 titles; this record is not used
{"format": "assay-facts 1"}
{"device": {"id": "PC1", "azure-ad-joined": false, "domain-joined": {"state": "missing", "why": "the parameter ad-domains of the mapping is not set"}, "os": "windows-10"}}
{"device": {"id": "SRV1", "azure-ad-joined": false, "domain-joined": {"state": "missing", "why": "the parameter ad-domains of the mapping is not set"}, "os": "windows-8.1"}}
? 3

# A file of each computer; older builds do not say their names.
$ assay facts -I policies --mapping dsregcmd inventories/dsregcmd-PC4.txt inventories/PC5.txt
{"format": "assay-facts 1"}
{"device": {"id": "PC4.contoso.com", "azure-ad-joined": true, "domain-joined": true}}
inventories/PC5.txt: warning: the mapping dsregcmd also reads columns that are not there: DeviceName
{"format": "assay-facts 1"}
{"device": {"id": "PC5", "azure-ad-joined": false, "domain-joined": false}}

# A site from five exports, each known by its titles.
$ cd inventories; assay eval ../policies/cmg -I ../policies --quiet site.csv management-points.csv gateways.csv ssms-devices.csv dsregcmd-PC4.txt
site.csv: note: its titles are those of the mapping IISSSLState, which reads it
management-points.csv: note: its titles are those of the mapping Get-CMManagementPoint, which reads it
gateways.csv: note: its titles are those of the mapping Get-CMCloudManagementGateway, which reads it
ssms-devices.csv: note: its titles are those of the mapping v_CombinedDeviceResources, which reads it
dsregcmd-PC4.txt: note: its titles are those of the mapping dsregcmd, which reads it
? 2
$ assay facts -I policies --mapping IISSSLState inventories/site.csv --mapping Get-CMManagementPoint inventories/management-points.csv --mapping Get-CMCloudManagementGateway inventories/gateways.csv
{"format": "assay-facts 1"}
{"site": {"code": "PS1", "build": "5.0.9040.1000", "communication": "https-or-http", "generated-certificates": true, "management-point-count": 2, "pki-certificates": true, "crl-check": true}}
{"format": "assay-facts 1"}
{"management-point": {"name": "mp1.contoso.com", "role-mode": "https", "serves": "internet", "gateway-traffic": true}}
{"management-point": {"name": "mp2.contoso.com", "role-mode": "http", "serves": "intranet", "gateway-traffic": false}}
{"format": "assay-facts 1"}
{"gateway": {"name": "CMG1", "service-name": "cmg1.contoso.com", "deployment-name": "cmg1.cloudapp.net"}}
$ assay facts -I policies --mapping Get-CMManagementPoint inventories/management-points-raw.csv
inventories/management-points-raw.csv: error: this is no input for the mapping Get-CMManagementPoint, which needs the column Server; found "NetworkOSPath", "SiteCode", "SslState", "Props"
{"format": "assay-facts 1"}
? 3
$ assay eval policies/cmg -I policies inventories/site.csv inventories/management-points.csv inventories/ssms-devices.csv --rule modes.internet --rule management-point.secure --as-of 2026-11-26
inventories/site.csv: note: its titles are those of the mapping IISSSLState, which reads it
inventories/management-points.csv: note: its titles are those of the mapping Get-CMManagementPoint, which reads it
inventories/ssms-devices.csv: note: its titles are those of the mapping v_CombinedDeviceResources, which reads it
unknown  modes.internet                                           required, high
         Internet clients and the mode of their management point

         device/PC3
           site.version = 2010
           management-point is missing: column LastMPServerName is empty
           join = workgroup   site.communication = https-or-http
           site.generated-certificates = yes   domain-joined = no
           os = windows-8.1   location = internet
           not known: scenario, client-auth, site-token
         see: page, for-internet-based-clients-communicating-with-the-cmg

pass     management-point.secure                                  required, high
         A management point that serves the gateway uses HTTPS or Enhanced HTTP

         management-point/mp1.contoso.com
           site.version = 2010   mode = https   gateway-traffic = yes
         see: page, bkmk_cmgcp; page, bkmk_mphttps; page,
              for-internet-based-clients-communicating-with-the-cmg

pass     modes.internet                                           required, high
         Internet clients and the mode of their management point
         | Azure AD-joined | E-HTTP, HTTPS |                       cmg.assay:357

         device/PC2
           site.version = 2010
           management-point is missing: column LastMPServerName is empty
           join is missing   site.communication = https-or-http
           site.generated-certificates = yes   azure-ad-joined = yes
           location = internet
         see: page, for-internet-based-clients-communicating-with-the-cmg

exempt   management-point.secure                                  required, high
         A management point that serves the gateway uses HTTPS or Enhanced HTTP
         unless [no-gateway-traffic] not gateway-traffic "the gateway does not
         use it"                                                   cmg.assay:290

         management-point/mp2.contoso.com
           site.version = 2010   mode = e-http   gateway-traffic = no
         see: page, bkmk_cmgcp; page, bkmk_mphttps; page,
              for-internet-based-clients-communicating-with-the-cmg

notapplicable modes.internet                                      required, high
         Internet clients and the mode of their management point
         when location = internet                                  cmg.assay:348

         device/PC1
           site.version = 2010
           management-point is missing: there is no management-point "MP1"
           join is missing   site.communication = https-or-http
           site.generated-certificates = yes   location = intranet
         see: page, for-internet-based-clients-communicating-with-the-cmg

                   required  recommended    supported
fail                      -            1            -
unknown                  14            1            8
pass                      5            1            4
exempt                    3            -            -
notapplicable            10            2            5
notchecked                -            -            1

6 records
cannot be decided: 7 required rules are unknown for 6 subjects
? 2
