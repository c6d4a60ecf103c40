# The pages around, on a site with real certificates; policies/examples/certificates.json has some mistakes
# of each kind, which build-aux/make-example tells.
$ assay eval policies/cmg-server-auth policies/examples/certificates.json --as-of 2026-12-01 --profile certificates-only
fail     server-certificate.trusted-digest                        required, high
         The gateway's certificate is signed with a digest that Windows trusts
         require not signature.digest in md2, md5, sha1
                                                       cmg-server-auth.assay:120

         gateway/CONTOSO-CMG/server-auth (Contoso-CMG.contoso.com)
           site.version = 2107
           server-auth = policies/examples/certificates.json:42
             (gateway[1].server-auth)   server-auth.signature.digest = sha1
         fix: Request a new one that is signed with SHA-256 or better; Windows
              does not trust sha1.
         see: pki-page, secure-hash-algorithm-2-sha-2-certificates

fail     server-certificate.alternative-name                  required, critical
         If the gateway's certificate has DNS names, the service name is among
         them
         require some name in dns-names has (gateway.service-name matches name)
                                                       cmg-server-auth.assay:179

         gateway/CONTOSO-CMG/server-auth (Contoso-CMG.contoso.com)
           site.version = 2107
           server-auth = policies/examples/certificates.json:42
             (gateway[1].server-auth)
           server-auth.dns-names = "www.contoso.com"
           service-name = "Contoso-CMG.contoso.com"
         fix: Replace it by one with "Contoso-CMG.contoso.com" among its
              alternative names, or without any; this one has "www.contoso.com".
         see: rfc6125, 6.4.4

fail     server-certificate.wildcard-replaced                     required, high
         The service name has no asterisk
         require not service-name contains "*"         cmg-server-auth.assay:194

         gateway/BOUGHT
           site.version = 2107   service-name = "*.contoso.com"
         fix: Where the wizard shows "*.contoso.com", put the name that you want
              in place of the asterisk.
         see: setup-page, set-up-a-cmg

fail     server-certificate.prefix                                required, high
         The first part of the service name is one that Azure takes
         require prefix-characters != lower-case or common-name-prefix made of
         lower-case, digits                            cmg-server-auth.assay:234

         gateway/CONTOSO-CMG/server-auth (Contoso-CMG.contoso.com)
           site.version = 2107
           server-auth = policies/examples/certificates.json:42
             (gateway[1].server-auth)
           server-auth.common-name-prefix = "Contoso-CMG"
           note: it has a hyphen, which one page forbids and another lets stand
                 between letters
         fix: Request one for a service name that begins with 3 to 24 lower-case
              letters and digits; this one begins with "Contoso-CMG".
         see: server-page, globally-unique-name; limits-page,
              supported-configurations-for-cloud-management-gateway

fail     server-certificate.dns-alias                             required, high
         A name in one's own domain is an alias of the deployment's name
         require gateway.dns-alias is present          cmg-server-auth.assay:275

         gateway/CONTOSO-CMG/server-auth (Contoso-CMG.contoso.com)
           site.version = 2107
           server-auth = policies/examples/certificates.json:42
             (gateway[1].server-auth)
           server-auth.common-name = "Contoso-CMG.contoso.com"
           server-auth.common-name-domain = "contoso.com"   dns-alias is absent
         fix: In your public DNS, make "Contoso-CMG.contoso.com" a CNAME of
              "Contoso-CMG.CloudApp.Net"; it is <absent> now.
         see: server-page, create-a-dns-cname-alias

                   required  recommended    supported
fail                      5            -            -
pass                     25            6            2
notapplicable             9            3            4
notchecked                6            -            -
notselected               6            -            6

14 records
fails: 5 required rules fail for 2 subjects
? 1
$ assay eval policies/cmg-client-auth policies/examples/certificates.json --as-of 2026-12-01 --profile certificates-only
fail     client-certificate.key-usage                             required, high
         A client's key is for signatures and for encrypting keys
         require key-usage includes key-encipherment    cmg-client-auth.assay:60

         device/PC3/client-auth (PC3.contoso.local)
           site.version = 2107
           client-auth = policies/examples/certificates.json:87
             (device[2].client-auth)   client-auth.key-usage = digital-signature
         fix: Request one with the key usage Digital Signature, Key Encipherment
              (a0); this one has digital-signature.
         see: pki-page, windows-client-computers

fail     client-certificate.rsa                                   required, high
         The client certificate has an RSA key
         require key.algorithm = rsa                    cmg-client-auth.assay:83

         device/PC2/client-auth (PC2.contoso.local)
           site.version = 2107
           client-auth = policies/examples/certificates.json:79
             (device[1].client-auth)   client-auth.key.algorithm = ec
           note: one page says that since 2107 EC keys are supported, another
                 that only RSA keys are; test it
         fix: Request one with an RSA key; this one is ec.
         see: cng-page, cng-v3-certificates-overview; certificates-page,
              hardware-bound-key-storage-provider

fail     client-certificate.computer-name                         required, high
         The subject of a client's certificate has the computer's name
         require subject contains device.computer-name or (common-name-prefix is
         present and common-name-prefix equals device.computer-name ignoring
         case)                                         cmg-client-auth.assay:187

         device/PC4/client-auth (laptop.contoso.local)
           site.version = 2107   site.certificate-selection = client-auth
           client-auth = policies/examples/certificates.json:94
             (device[3].client-auth)
           client-auth.subject = "CN=laptop.contoso.local"
           client-auth.common-name-prefix = "laptop"   computer-name = "PC4"
         fix: Request one whose subject has "PC4", or set another way to choose
              in Communication Security; its subject is
              "CN=laptop.contoso.local".
         see: pki-page, windows-client-computers; plan-page,
              pki-client-certificate-selection

fail     client-certificate.single-byte                         required, medium
         The names of the client certificate have single-byte characters alone
         require every attribute in subject-attributes has (attribute made of
         ascii or (not single-byte-is-ascii and attribute made of latin-1))
                                                       cmg-client-auth.assay:219

         device/PC5/client-auth (PC5.contoso.local)
           site.version = 2107
           client-auth = policies/examples/certificates.json:101
             (device[4].client-auth)   client-auth.alternative-names is absent
           client-auth.subject-attributes = "O=東京支社", "CN=PC5.contoso.local"
         fix: Request one with plain names: "CN=PC5.contoso.local,O=東京支社"
              has characters that Configuration Manager can't use, or one of its
              alternative names has.
         see: cryptography-page, certificates

fail     client-certificate.template                            recommended, low
         The client certificate is from the template Workstation Authentication
         require template-name is absent               cmg-client-auth.assay:157

         device/PC4/client-auth (laptop.contoso.local)
           site.version = 2107
           client-auth = policies/examples/certificates.json:94
             (device[3].client-auth)   client-auth.template-name = "Machine"
         fix: Request the next one from the template Workstation Authentication;
              this one is from "Machine".
         see: pki-page, windows-client-computers

                   required  recommended    supported
fail                      4            1            -
pass                     48           11            -
notapplicable             7            -            -
notchecked                2            -            -
notselected               6            -            6

14 records, 2 findings with a note not shown; see --all
fails: 4 required rules fail for 4 subjects
? 1
$ assay eval policies/cmg-management-point policies/examples/certificates.json --as-of 2026-12-01
fail     web-certificate.intranet-name                            required, high
         The management point's certificate has the name for the internal
         network
         require has-intranet-name                cmg-management-point.assay:105

         management-point/MP2
           site.version = 2107   mode = https   serves = intranet
           web-certificate = policies/examples/certificates.json:22
             (management-point[1].web-certificate)
           web-certificate.common-name = "mp2.contoso.com"
           web-certificate.dns-names is absent
           intranet-fqdn = "mp2.contoso.local"   name = "MP2"
         fix: Request one with "mp2.contoso.local" as subject or alternative
              name; this one has "CN=mp2.contoso.com", <absent>.
         see: pki-page,
              site-systems-that-run-iis-and-support-https-client-connections

fail     monitoring.key-length                                  required, medium
         The certificate for monitoring has a key of 2048 bits at most
         require key.bits <= 2048 bits            cmg-management-point.assay:180

         management-point/MP1/monitoring (mp1.contoso.local)
           site.version = 2107   mode = https
           monitoring = policies/examples/certificates.json:18
             (management-point[0].monitoring)   monitoring.key.bits = 4096 bits
         fix: Issue one with an RSA key of 2048 bits; this key has 4096 bits.
         see: pki-page, site-system-monitoring

                   required  recommended
fail                      2            -
pass                     21            -
notapplicable             1            2
notchecked                2            -

14 records
fails: 2 required rules fail for 2 subjects
? 1
$ assay eval policies/cmg-trust policies/examples/certificates.json --as-of 2026-12-01
fail     trust.site-roots                                         required, high
         The site names the roots that the gateway knows
         require every upload in trusted-roots has (not upload.self-issued or
         some root in site.trusted-roots has (root.subject-name =
         upload.subject-name))                                cmg-trust.assay:68

         gateway/CONTOSO-CMG
           site.version = 2107
           site.trusted-roots = policies/examples/certificates.json:8
             (site.trusted-roots[0])
           trusted-roots = policies/examples/certificates.json:44
             (gateway[1].trusted-roots[0]),
             policies/examples/certificates.json:45
             (gateway[1].trusted-roots[1]),
             policies/examples/certificates.json:46
             (gateway[1].trusted-roots[2])
         fix: In Communication Security, Trusted Root Certification Authorities,
              add the roots that "CONTOSO-CMG" has and the site lacks.
         see: plan-page, pki-trusted-root-certificates; security-page,
              review-entries-in-the-sites-certificate-trust-list

fail     revocation.client-url                                    required, high
         A client's certificate has its CRL at an http address
         require has-revocation-address or (ocsp-urls is present and some url in
         ocsp-urls has (url starts with "http:"))            cmg-trust.assay:113

         device/PC5/client-auth (PC5.contoso.local)
           site.version = 2107   location = internet
           client-auth = policies/examples/certificates.json:101
             (device[4].client-auth)
           client-auth.crl-urls = "ldap:///CN=issuing"
           client-auth.ocsp-urls is absent   gateway.revocation-check = yes
         fix: Let the CA write an http address of its CRL into certificates, and
              issue "CN=PC5.contoso.local,O=東京支社" anew; it has
              "ldap:///CN=issuing".
         see: security-page, publish-the-certificate-revocation-list; plan-page,
              pki-certificate-revocation

fail     revocation.server-url                                    required, high
         The gateway's certificate has its CRL where clients can read it
         require has-revocation-address or (ocsp-urls is present and some url in
         ocsp-urls has (url starts with "http:"))            cmg-trust.assay:139

         gateway/CONTOSO-CMG/server-auth (Contoso-CMG.contoso.com)
           site.version = 2107   site.crl-check = yes
           server-auth = policies/examples/certificates.json:42
             (gateway[1].server-auth)
           server-auth.crl-urls = "ldap:///CN=issuing"
           server-auth.ocsp-urls is absent
         fix: Let the CA write an http address of its CRL into certificates and
              replace this one, or clear Clients check the certificate
              revocation list (CRL) for site systems; it has
              "ldap:///CN=issuing".
         see: plan-page, pki-certificate-revocation; support-page,
              error-code-0x2f8f-error_winhttp_secure_failure

fail     revocation.enabled                                  recommended, medium
         The gateway asks for revocation if it can
         require revocation-check                             cmg-trust.assay:89

         gateway/CONTOSO-CMG
           site.version = 2107   site.crl-on-internet = yes
           revocation-check = no
         fix: Tick Verify client certificate revocation in the properties of
              "CONTOSO-CMG", Settings; the CRL is on the internet.
         see: security-page, publish-the-certificate-revocation-list

                   required  recommended
fail                      3            1
pass                     18            3
notapplicable             9            -
notchecked                3            -

14 records
fails: 3 required rules fail for 3 subjects
? 1
$ assay eval policies/cmg-generated policies/examples/certificates.json --as-of 2026-12-01
fail     token-signing.digest                                 required, critical
         The certificate for tokens is not signed with SHA-1
         require not signature.digest in md2, md5, sha1   cmg-generated.assay:57

         site/token-signing (SMS Token Signing Certificate)
           version = 2107
           token-signing = policies/examples/certificates.json:10
             (site.token-signing)   token-signing.signature.digest = sha1
         fix: Renew SMS Token Signing Certificate. Be prepared: all tokens that
              were issued are void from then on, until clients have been in
              contact inside or by another method.
         see: token-page,
              token-based-authentication-for-cloud-management-gateway

fail     client-made.signing                                      supported, low
         A client's certificate for signing says that it is
         require extended-key-usage includes sms-signing  cmg-generated.assay:76

         device/PC2/signing (PC2)
           site.version = 2107
           signing = policies/examples/certificates.json:81 (device[1].signing)
           signing.subject = "CN=PC2,CN=SMS"
           signing.extended-key-usage = sms-encryption
         fix: Let "PC2" make it anew: stop its service SMS Agent Host, remove
              the certificates of its store SMS, and start the service. This one
              is "CN=PC2,CN=SMS", for sms-encryption.
         see: cryptography-page, certificates

unknown  client-made.hardware                                   recommended, low
         From 2107 on the key of a client is in hardware

         device/PC1/signing (PC1)
           site.version = 2107   client-version = 5.0.9058.1012
           signing = policies/examples/certificates.json:73 (device[0].signing)
           not known: signing.key.provider
         see: certificates-page, hardware-bound-key-storage-provider

unknown  client-made.not-exportable                            supported, medium
         From 2107 on the key of a client can't be exported

         device/PC1/signing (PC1)
           site.version = 2107   client-version = 5.0.9058.1012
           signing = policies/examples/certificates.json:73 (device[0].signing)
           not known: signing.key.exportable
         see: certificates-page, hardware-bound-key-storage-provider

                   required  recommended    supported
fail                      1            -            1
unknown                   -            1            1
pass                      2            -            6
notapplicable             -            1            5

14 records
fails: 1 required rule fails for 1 subject
? 1
$ assay eval policies/cmg-authentication policies/examples/certificates.json --as-of 2026-12-01
fail     methods.scenario                                         required, high
         What a client is managed for and the method that it uses
         | PKI certificate | Device-centric |        cmg-authentication.assay:50

         device/PC3
           site.version = 2107   location = internet   scenario = user-centric
           authentication = pki
         fix: Join "PC3" to Azure AD, or deploy nothing to its users; it
              authenticates by pki.
         see: authentication-page, cmg-client-authentication

fail     methods.client-setting                                   required, high
         A client on the internet may use the gateway
         require gateway-enabled                     cmg-authentication.assay:98

         device/PC5
           site.version = 2107   location = internet   gateway-enabled = no
         fix: Set Enable clients to use a cloud management gateway to Yes in the
              client settings of "PC5".
         see: azure-ad-page, configure-client-settings; setup-page,
              configure-clients-for-cmg

fail     azure-ad.asp-net                                         required, high
         ASP.NET 4.5 is on where clients come with Azure AD
         require asp-net                            cmg-authentication.assay:124

         management-point/MP2
           site.version = 2107   gateway-traffic = yes   asp-net = no
         fix: Turn on ASP.NET 4.5 on "MP2": Install-WindowsFeature
              NET-Framework-45-ASPNET.
         see: azure-ad-page, prerequisites

fail     token.client                                             required, high
         The client is new enough to use tokens
         require client-version >= 5.00.8968        cmg-authentication.assay:157

         device/PC7
           site.version = 2107   location = internet
           client-version = 5.0.8913.1012   authentication = token
         fix: Update the client "PC7" to the version of its site; it has
              5.0.8913.1012, and tokens came with 5.00.8968 (2002).
         see: token-page,
              token-based-authentication-for-cloud-management-gateway

fail     token.contact                                            required, high
         A client that uses a token has been in contact lately
         require last-contact >= now - token-life   cmg-authentication.assay:175

         device/PC7
           site.version = 2107   location = internet   authentication = token
           last-contact = 2026-05-20
         fix: Connect "PC7" to a management point inside, or install the client
              again with a new bulk registration token; its last contact was on
              2026-05-20.
         see: token-page, token-renewal; support-page,
              error-code-401-cmgservice_invalid_token

                   required  recommended    supported
fail                      5            -            -
pass                     33            -            1
notapplicable            24           14            -
notchecked                2            -            -

14 records
fails: 5 required rules fail for 4 subjects
? 1
$ assay eval policies/cmg-tls policies/examples/certificates.json --as-of 2026-12-01
fail     tls.net-framework                                      required, medium
         .NET Framework is new enough
         require net-framework >= 4.6.2                         cmg-tls.assay:85

         device/PC3
           site.version = 2107   net-framework = 4.5.2
         fix: Install .NET Framework 4.6.2 or later, better 4.8, on "PC3"; it
              has 4.5.2.
         see: tls-client-page, bkmk_net

fail     tls.enforced                                        recommended, medium
         The gateway refuses what is older than TLS 1.2
         require tls-enforced                                   cmg-tls.assay:25

         gateway/CONTOSO-CMG
           site.version = 2107   tls-enforced = no
         fix: Tick Enforce TLS 1.2 in the properties of "CONTOSO-CMG", Settings,
              once all clients can speak it.
         see: security-page, enforce-tls-12; setup-page, set-up-a-cmg

unknown  tls.endpoint-enforced                               recommended, medium
         A gateway that enforces TLS 1.2 refuses what is older

         gateway/GRANITEFALLS, gateway/BOUGHT
           site.version = 2107   tls-enforced = yes
           not known: endpoint
         see: security-page, enforce-tls-12

unknown  tls.endpoint                                            supported, high
         The gateway answers with TLS 1.2

         gateway/GRANITEFALLS, gateway/CONTOSO-CMG, gateway/BOUGHT
           site.version = 2107
           not known: endpoint
         see: support-page, error-code-0x2f8f-error_winhttp_secure_failure

                   required  recommended    supported
fail                      1            1            -
unknown                   -            2            3
pass                      6            2            5
notapplicable             1            1            2
notchecked                7            -            -

14 records
fails: 1 required rule fails for 1 subject
? 1
$ assay eval policies/cmg-versions policies/examples/certificates.json --as-of 2026-12-01
fail     versions.scale-set-recommended                      recommended, medium
         The gateway is a virtual machine scale set
         require deployment = scale-set                   cmg-versions.assay:112

         gateway/CONTOSO-CMG
           site.version = 2107   deployment = classic   azure-cloud = public
         fix: Convert "CONTOSO-CMG" to a virtual machine scale set; if its
              service name ends in cloudapp.net, make a new one with a name of
              your own and another certificate.
         see: server-page, cmg-server-authentication-certificate; removed-page,
              deprecated-features

                   required  recommended    supported
fail                      -            1            -
pass                      3            7            2
notapplicable            18            -            6

14 records
passes: no required rule fails
# All of them with the page, and where they remark something.
$ assay eval policies/cmg-all.assay policies/examples/certificates.json --as-of 2026-12-01 --profile once --format ndjson | sed -n '/"cautions": \[\]/! s/.*"rule": "\([^"]*\)", "result": "\([^"]*\)".*"subject": "\([^"]*\)".*"cautions": \(.*\), "approximate".*/\1 \2 \3 \4/p'
client-certificate.rsa fail device/PC2/client-auth ["one page says that since 2107 EC keys are supported, another that only RSA keys are; test it"]
client-certificate.identity pass device/PC3/client-auth ["of its alternative names only the first is used, \"dns:PC3.contoso.local\""]
server-certificate.prefix fail gateway/CONTOSO-CMG/server-auth ["it has a hyphen, which one page forbids and another lets stand between letters"]
client-certificate.connection-point-usage pass connection-point/CP1/client-auth ["a client's certificate would need Key Encipherment besides; for a connection point no page says so"]
# Some weeks before it all ends.
$ assay eval policies/cmg-all.assay policies/examples/certificates.json --as-of 2036-10-31 --format ndjson | sed -n '/in-force/ { /"cautions": \[\]/! s/.*"rule": "\([^"]*\)", "result": "\([^"]*\)".*"subject": "\([^"]*\)".*"cautions": \(.*\), "approximate".*/\1 \2 \3 \4/p; }'
client-certificate.in-force pass device/PC1/client-auth ["it ends on 2036-11-23T13:25:01Z"]
client-certificate.in-force pass device/PC2/client-auth ["it ends on 2036-11-23T13:25:01Z"]
client-certificate.in-force pass device/PC3/client-auth ["it ends on 2036-11-23T13:25:02Z"]
client-certificate.in-force pass device/PC4/client-auth ["it ends on 2036-11-23T13:25:02Z"]
client-certificate.in-force pass device/PC5/client-auth ["it ends on 2036-11-23T13:25:03Z"]
web-certificate.in-force pass management-point/MP1/web-certificate ["it ends on 2036-11-23T13:24:56Z"]
web-certificate.in-force pass management-point/MP2/web-certificate ["it ends on 2036-11-23T13:24:59Z"]
server-certificate.in-force pass gateway/GRANITEFALLS/server-auth ["it ends on 2036-11-23T13:24:53Z; the console does not warn of it, and from then on clients stay away"]
server-certificate.in-force pass gateway/CONTOSO-CMG/server-auth ["it ends on 2036-11-23T13:24:53Z; the console does not warn of it, and from then on clients stay away"]
server-certificate.in-force pass gateway/BOUGHT/server-auth ["it ends on 2036-11-23T13:24:55Z; the console does not warn of it, and from then on clients stay away"]
client-certificate.in-force pass connection-point/CP1/client-auth ["it ends on 2036-11-23T13:25:00Z"]
# The remarks that those certificates gave no reason for, on an old site and on a newer one.
$ for policy in versions trust; do assay eval policies/cmg-$policy remarks-1806.json --as-of 2026-01-01 --format ndjson | sed -n '/"cautions": \[\]/! s/.*"rule": "\([^"]*\)", "result": "\([^"]*\)".*"subject": "\([^"]*\)".*"cautions": \(.*\), "approximate".*/\1 \2 \3 \4/p'; done
versions.e-http pass management-point/E-HTTP ["Enhanced HTTP was a pre-release feature until 1810"]
trust.limit pass gateway/four CAs ["at most two of them may be roots, and four intermediates; count them"]
$ for policy in server-auth client-auth management-point authentication versions; do assay eval policies/cmg-$policy remarks-2203.json --as-of 2026-01-01 --format ndjson | sed -n '/"cautions": \[\]/! s/.*"rule": "\([^"]*\)", "result": "\([^"]*\)".*"subject": "\([^"]*\)".*"cautions": \(.*\), "approximate".*/\1 \2 \3 \4/p'; done
server-certificate.purpose unknown gateway/old/server-auth ["its application policies list other purposes than its extended key usage; Windows may go by them"]
server-certificate.key-length pass gateway/old/server-auth ["the pages name 2048 and 4096 bits; whether a key of 3072 bits works, they do not say"]
server-certificate.file-protection pass gateway/old/server-auth ["AES256-SHA256 needs a newer Windows; if the import refuses the file, export it as TripleDES-SHA1"]
server-certificate.name pass gateway/old/server-auth ["it has several common names; the last, \"GraniteFalls.contoso.com\", is looked at"]
server-certificate.prefix fail gateway/old/server-auth ["it has capitals; until August 2021 the page allowed them, and its example still has them"]
client-certificate.purpose unknown device/pki/client-auth ["its application policies list other purposes than its extended key usage; Windows may go by them"]
client-certificate.key-length pass device/pki/client-auth ["the pages about the gateway name 2048 and 4096 bits; one about clients says that there is no longest"]
client-certificate.provider pass device/pki/client-auth ["the page's advice on templates names Microsoft Software Key Storage Provider alone; elsewhere it allows TPMs"]
web-certificate.purpose unknown management-point/MP1/web-certificate ["its application policies list other purposes than its extended key usage; Windows may go by them"]
web-certificate.internet-name pass management-point/MP1 ["its common name has two names joined by &, as the page says; another page's example has two alternative names instead"]
web-certificate.intranet-name pass management-point/MP1 ["its common name has two names joined by &, as the page says; another page's example has two alternative names instead"]
monitoring.purpose unknown management-point/MP1/monitoring ["its application policies list other purposes than its extended key usage; Windows may go by them"]
monitoring.identity pass management-point/MP1/monitoring ["of its alternative names only the first is used, <not known>"]
methods.management-point pass device/pki ["the table allows it, but support says that Enhanced HTTP takes no client certificates from your own CA; test it, or use HTTPS"]
token.contact pass device/silent ["it was last in contact on 2025-11-15; support has seen clients refused that were silent for so long"]
versions.service-manager fail gateway/old ["since 1902 no gateway can be made that way any more"]
versions.scale-set-recommended fail gateway/old ["since 2203 no classic gateway can be made any more"]
# The file that a gateway is to be made from, before anything else is known.
$ openssl req -x509 -newkey rsa:2048 -nodes -keyout gateway.key -subj /CN=granitefalls.contoso.com -addext extendedKeyUsage=serverAuth -days 3650 -out gateway.pem 2>gateway.log; echo secret >password; openssl pkcs12 -export -inkey gateway.key -in gateway.pem -passout file:password -CSP "Microsoft Software Key Storage Provider" -keypbe AES-256-CBC -macalg sha256 -out gateway.pfx; openssl pkcs12 -export -nokeys -in gateway.pem -passout file:password -out bare.pfx; echo '{ "site": { "version": 1706 } }' >old-site.json
$ for file in gateway bare; do assay eval policies/cmg-server-auth --as gateway.server-auth --password-file password $file.pfx old-site.json --all --rule server-certificate.private-key --rule server-certificate.exportable --rule server-certificate.provider --rule server-certificate.file-protection | sed '/^  *required/,$d'; done
fail     server-certificate.provider                           supported, medium
         A key in a key storage provider has a site that can use it
         require site.version >= 1710                   cmg-server-auth.assay:99

         gateway/gateway.pfx/server-auth (granitefalls.contoso.com)
           site.version = 1706   server-auth = gateway.pfx
           server-auth.key.provider-kind = ksp
         fix: Update the site to 1710 or later, or request one whose key is in a
              cryptographic service provider; this key is in "Microsoft Software
              Key Storage Provider".
         see: old-page, general-information; server-page, issue-the-certificate

pass     server-certificate.private-key                           required, high
         The gateway's certificate comes with its private key, as a PFX file

         gateway/gateway.pfx/server-auth (granitefalls.contoso.com)
           site.version = 1706   server-auth = gateway.pfx
           server-auth.private-key = yes
         see: pki-page, cloud-management-gateway-cmg; setup-page, set-up-a-cmg

pass     server-certificate.exportable                            required, high
         The gateway's private key may be exported

         gateway/gateway.pfx/server-auth (granitefalls.contoso.com)
           site.version = 1706   server-auth = gateway.pfx
           server-auth.private-key = yes   server-auth.key.exportable = yes
         see: pki-page, cloud-management-gateway-cmg

pass     server-certificate.file-protection                    supported, medium
         The gateway's PFX file is one that Windows can read

         gateway/gateway.pfx/server-auth (granitefalls.contoso.com)
           site.version = 1706   server-auth = gateway.pfx
           server-auth.private-key = yes
           server-auth.protection = aes256-sha256
           note: AES256-SHA256 needs a newer Windows; if the import refuses the
                 file, export it as TripleDES-SHA1
         see: setup-page, set-up-a-cmg

fail     server-certificate.private-key                           required, high
         The gateway's certificate comes with its private key, as a PFX file
         require private-key                            cmg-server-auth.assay:81

         gateway/bare.pfx/server-auth (granitefalls.contoso.com)
           site.version = 1706   server-auth = bare.pfx
           server-auth.private-key = no
         fix: Export it with its private key as a PFX file whose password you
              know; the console takes no other.
         see: pki-page, cloud-management-gateway-cmg; setup-page, set-up-a-cmg

unknown  server-certificate.provider                           supported, medium
         A key in a key storage provider has a site that can use it

         gateway/bare.pfx/server-auth (granitefalls.contoso.com)
           site.version = 1706   server-auth = bare.pfx
           server-auth.key.provider-kind is missing: the file does not hold the
             private key
         see: old-page, general-information; server-page, issue-the-certificate

notapplicable server-certificate.exportable                       required, high
         The gateway's private key may be exported
         when private-key                               cmg-server-auth.assay:88

         gateway/bare.pfx/server-auth (granitefalls.contoso.com)
           site.version = 1706   server-auth = bare.pfx
           server-auth.private-key = no
         see: pki-page, cloud-management-gateway-cmg

notapplicable server-certificate.file-protection               supported, medium
         The gateway's PFX file is one that Windows can read
         when private-key                              cmg-server-auth.assay:108

         gateway/bare.pfx/server-auth (granitefalls.contoso.com)
           site.version = 1706   server-auth = bare.pfx
           server-auth.private-key = no
         see: setup-page, set-up-a-cmg
\
