# Written by build-aux/list-sources; change files, then run `make sources`.
policy_files = \
  policies/cmg-all.assay \
  policies/cmg-authentication/cmg-authentication.assay \
  policies/cmg-authentication/tests.assay \
  policies/cmg-client-auth/cmg-client-auth.assay \
  policies/cmg-client-auth/tests.assay \
  policies/cmg-generated/cmg-generated.assay \
  policies/cmg-generated/tests.assay \
  policies/cmg-management-point/cmg-management-point.assay \
  policies/cmg-management-point/tests.assay \
  policies/cmg-pages.assay \
  policies/cmg-renewal/cmg-renewal.assay \
  policies/cmg-renewal/tests.assay \
  policies/cmg-server-auth/cmg-server-auth.assay \
  policies/cmg-server-auth/tests.assay \
  policies/cmg-tls/cmg-tls.assay \
  policies/cmg-tls/tests.assay \
  policies/cmg-trust/cmg-trust.assay \
  policies/cmg-trust/tests.assay \
  policies/cmg-versions/cmg-versions.assay \
  policies/cmg-versions/tests.assay \
  policies/cmg/cmg.assay \
  policies/cmg/tests/client-auth.assay \
  policies/cmg/tests/client-certificate.assay \
  policies/cmg/tests/client-root.assay \
  policies/cmg/tests/connection-point.assay \
  policies/cmg/tests/general.assay \
  policies/cmg/tests/internet.assay \
  policies/cmg/tests/management-point.assay \
  policies/cmg/tests/on-premises.assay \
  policies/cmg/tests/server-auth.assay \
  policies/cmg/tests/site.assay \
  policies/cmg/tests/states.assay \
  policies/configuration-manager.assay \
  policies/endpoint/endpoint.assay \
  policies/endpoint/tests.assay \
  policies/examples/certificates.json \
  policies/examples/devices.csv \
  policies/examples/site.json \
  policies/mappings/Get-CMCloudManagementGateway.assay \
  policies/mappings/Get-CMDevice.assay \
  policies/mappings/Get-CMManagementPoint.assay \
  policies/mappings/IISSSLState.assay \
  policies/mappings/dsregcmd.assay \
  policies/mappings/v_CombinedDeviceResources.assay \
  policies/mappings/v_R_System.assay \
  policies/roots-tests.assay \
  policies/roots.assay
man_pages = \
  docs/man/assay.1
