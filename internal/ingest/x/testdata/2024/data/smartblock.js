window.YTD.smartblock.part0 = [ { "smartblocking" : { "accountId" : "667", "createdAt" : "2023-01-01T00:00:00.000Z", "expiresAt" : "2023-01-08T00:00:00.000Z", "ttl" : "7" } } ]
