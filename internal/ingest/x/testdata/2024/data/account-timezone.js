window.YTD.account_timezone.part0 = [ { "accountTimezone" : { "accountId" : "9001" } } ]
