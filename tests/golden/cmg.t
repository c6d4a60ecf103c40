# The policy of the page, asked about the example fleet. Line numbers are left out: the policy is edited.
$ assay why policies/cmg policies/examples/site.json --subject PC06 --rule modes.internet --now 2026-11-22 2>&1 | sed 's/assay:[0-9]*/assay:N/'
fail     modes.internet                                           required, high
         Internet clients and the mode of their management point
         device/PC06

         It fails: this does not hold
           [1] Client certificate, and device-centric scenarios only
           require client-auth is present or (tokens-satisfy-note-1 and
           can-use-token)                                          cmg.assay:N
             tokens-satisfy-note-1 is set to yes
             can-use-token stands for: site-token and site.version >= 2002
                                                                    cmg.assay:N

         The table, with the subject's row and its value marked
             Type of client    Management point
             Workgroup         E-HTTP[1], HTTPS
           > AD domain-joined  E-HTTP[1], >HTTPS<
             Azure AD-joined   E-HTTP, HTTPS
             Hybrid-joined     E-HTTP, HTTPS
           [1] Client certificate, and device-centric scenarios only
               require client-auth is present or (tokens-satisfy-note-1 and
               can-use-token)
               require scenario = device-centric

         What it rests on
           site.version = 2010
                           by lookup site-builds, configuration-manager.assay:N
             site.build = 5.0.9040.1000                   site.json:3 site.build
           management-point.mode = https
                                      by a table, configuration-manager.assay:N
             management-point.role-mode = https
                                      site.json:16 management-point[1].role-mode
             site.communication = https-or-http   site.json:3 site.communication
             site.generated-certificates = yes
                                         site.json:4 site.generated-certificates
           join = ad-domain (AD domain-joined)
                                     by a table, configuration-manager.assay:N
             azure-ad-joined = no         site.json:74 device[5].azure-ad-joined
             domain-joined = yes            site.json:74 device[5].domain-joined
           location = internet                   site.json:75 device[5].location
           site-token = no                     site.json:75 device[5].site-token
           scenario = device-centric             site.json:75 device[5].scenario
           client-auth is absent              site.json:75 device[5].client-auth
           management-point.gateway-traffic = yes
                                site.json:16 management-point[1].gateway-traffic

         It would pass with one of these changes
           - azure-ad-joined is yes (then join is Hybrid-joined)
           - site-token is yes
           - client-auth is present

         What to do
           Let it use a management point that its row allows, and where note 1
           applies give it a certificate and manage it as a device only. "PC06"
           is ad-domain, MP2 is https.

         Source
           "Certificates for the cloud management gateway" (2020-09-18),
           for-internet-based-clients-communicating-with-the-cmg
$ assay why policies/cmg policies/examples/site.json --subject PC18 --rule modes.workgroup-certificate --now 2026-11-22 | sed 's/assay:[0-9]*/assay:N/'
unknown  modes.workgroup-certificate                              supported, low
         A workgroup client inside has a client certificate
         device/PC18

         What it rests on
           site.version = 2010
                           by lookup site-builds, configuration-manager.assay:N
             site.build = 5.0.9040.1000                   site.json:3 site.build
           join is not known         by a table, configuration-manager.assay:N
             azure-ad-joined is not known        not in site.json:130 device[17]
             domain-joined is not known          not in site.json:130 device[17]
           os = windows-7                            site.json:130 device[17].os
           location = intranet (On-premises)   site.json:130 device[17].location
           client-auth is not known              not in site.json:130 device[17]
           site-token is not known               not in site.json:130 device[17]

         What to find out
           domain-joined: DomainJoined in dsregcmd /status
           client-auth: Client certificate in its computer store (certlm.msc on
             it, Personal)
           site-token: Has it a token from the site that is still good
             (ClientIDManagerStartup.log on it)

         It fails if
           - site-token is no and client-auth is absent and join is Workgroup

         It passes if
           - site-token is no and client-auth is present and join is Workgroup

         It is exempt if
           - site-token is yes and join is Workgroup

         It does not apply if
           - join is AD domain-joined or Hybrid-joined

         Source
           "Certificates for the cloud management gateway" (2020-09-18),
           legend-of-terms
$ assay ask policies/cmg policies/examples/site.json --subject PC12 --table modes.internet --now 2026-11-22 | sed 's/assay:[0-9]*/assay:N/'
pass     modes.internet                                            cmg.assay:N
         Internet clients and the mode of their management point
         device/PC12

         Values of management-point.mode
           HTTP    is not judged by the table: its management point must not be
                   HTTP, which management-point.secure tells
           E-HTTP  works [1]
                   note: the page allows it, but support says that Enhanced HTTP
                   takes no client certificates from your own CA; test it, or
                   use HTTPS
           HTTPS   works [1] (it has this now)

         The table, with the subject's row marked
             Type of client    Management point
             Workgroup         E-HTTP[1], HTTPS
           > AD domain-joined  E-HTTP[1], HTTPS
             Azure AD-joined   E-HTTP, HTTPS
             Hybrid-joined     E-HTTP, HTTPS
           [1] Client certificate, and device-centric scenarios only
               require client-auth is present or (tokens-satisfy-note-1 and
               can-use-token)
               require scenario = device-centric

         Source
           "Certificates for the cloud management gateway" (2020-09-18),
           for-internet-based-clients-communicating-with-the-cmg
$ assay needs policies/cmg policies/examples/site.json --now 2026-11-22
device.client-auth: Client certificate in its computer store (certlm.msc on it,
Personal)

  required
    device/PC04 (present), device/PC05 (present), device/PC06 (absent),
    device/PC08 (not known), device/PC12 (present), device/PC13 (present)
    client-auth.required: requires it                      page, bkmk_clientauth
    modes.internet: requires it
                     page, for-internet-based-clients-communicating-with-the-cmg

  required
    device/PC10 (absent), device/PC14 (present)
    client-auth.required: requires it                      page, bkmk_clientauth

  required under a condition
    device/PC09 (absent)
    client-auth.required: requires it if site-token is no  page, bkmk_clientauth
    modes.internet: requires it if site-token is no
                     page, for-internet-based-clients-communicating-with-the-cmg

  required under a condition
    device/PC11 (absent)
    client-auth.required: requires it if join is AD domain-joined
                                                           page, bkmk_clientauth
    modes.internet: requires it if join is AD domain-joined
                     page, for-internet-based-clients-communicating-with-the-cmg

  required under a condition
    device/PC19 (absent)
    client-auth.required: requires it if os is Windows 7, Windows 8 or Windows
      8.1, or if join is Workgroup or AD domain-joined     page, bkmk_clientauth
    modes.internet: requires it if join is Workgroup or AD domain-joined
                     page, for-internet-based-clients-communicating-with-the-cmg

  needed to be supported
    device/PC17 (absent)
    modes.workgroup-certificate: asks for it (level supported)
                                                           page, legend-of-terms

  needed to be supported, under a condition
    device/PC18 (not known)
    modes.workgroup-certificate: asks for it if site-token is no and join is
      Workgroup (level supported)                          page, legend-of-terms

  not required
    device/PC01 (absent), device/PC02 (absent), device/PC03 (absent),
    device/PC20 (absent)
    client-auth.required: exempt, it is Windows 10 or later and joined, so it
      uses Azure AD                                        page, bkmk_clientauth
    modes.internet: holds without it
                     page, for-internet-based-clients-communicating-with-the-cmg
    modes.workgroup-certificate: does not apply; this is false: when location =
      intranet (level supported)                           page, legend-of-terms

  not required
    device/PC07 (absent)
    client-auth.required: exempt, the site has issued it a token
                                                           page, bkmk_clientauth
    modes.internet: holds without it
                     page, for-internet-based-clients-communicating-with-the-cmg
    modes.workgroup-certificate: does not apply; this is false: when location =
      intranet (level supported)                           page, legend-of-terms

  not required
    device/PC15 (absent), device/PC16 (absent)
    client-auth.required: does not apply; this is false: when location =
      internet                                             page, bkmk_clientauth
    modes.internet: does not apply; this is false: when location = internet
                     page, for-internet-based-clients-communicating-with-the-cmg
    modes.workgroup-certificate: does not apply; this is false: when join =
      workgroup (level supported)                          page, legend-of-terms

management-point.web-certificate: What is bound to port 443 of Default Web Site
(IIS Manager on its server, Bindings)

  required
    management-point/MP2 (present)
    management-point.provisioned-outside: requires it         page, bkmk_mphttps

  needed to be supported
    management-point/MP1 (present)
    management-point.role-certificate: asks for it (level supported)
                           page, enhanced-http-certificate-for-management-points

gateway.server-auth: Server authentication certificate (its properties,
Settings)

  required
    gateway/GATEWAY1 (present)
    server-auth.required: requires it                      page, bkmk_serverauth

gateway.trusted-roots: Root and intermediate CA certificates that were uploaded
(its properties, Settings, Certificates)

  required
    gateway/GATEWAY1 (present)
    client-root.required: requires it                      page, bkmk_clientroot

connection-point.client-auth: Its client authentication certificate (certlm.msc
on its server, Personal)

  required
    connection-point/CONNECTOR1 (absent)
    connection-point.client-auth: requires it                   page, bkmk_cmgcp

connection-point.issuers: CA certificates above that certificate (its
Certification Path)

  not required
    connection-point/CONNECTOR1 (not known)
    connection-point.client-auth.issuer: does not apply; this is false: when
      client-auth is present                                    page, bkmk_cmgcp
