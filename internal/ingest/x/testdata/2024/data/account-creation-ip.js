window.YTD.account_creation_ip.part0 = [ { "accountCreationIp" : { "accountId" : "9001", "userCreationIp" : "192.0.2.9" } } ]
