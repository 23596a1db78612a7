window.YTD.verified.part0 = [ { "verified" : { "accountId" : "9001", "verified" : true } } ]
