window.YTD.email_address_change.part0 = [
  { "emailAddressChange" : { "accountId" : "9001", "emailChange" : { "changedAt" : "2016-06-01T00:00:00.000Z", "changedFrom" : "old@example.org", "changedTo" : "odalys@example.org" } } }
]
