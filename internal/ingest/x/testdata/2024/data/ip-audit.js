window.YTD.ip_audit.part0 = [ { "ipAudit" : { "accountId" : "9001", "createdAt" : "2025-02-01T00:00:00.000Z", "loginIp" : "2001:db8::1", "loginPortNumber" : "443" } } ]
