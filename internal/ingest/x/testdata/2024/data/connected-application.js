window.YTD.connected_application.part0 = [
  { "connectedApplication" : { "organization" : { "name" : "Hive Ltd", "url" : "https://example.org" }, "name" : "HiveCount", "description" : "Counts bees", "permissions" : [ "read", "write" ], "approvedAt" : "2014-03-25T20:53:11.000Z", "id" : "5887" } },
  { "connectedApplication" : { "name" : "Old one", "permissions" : [ "read" ], "approvedAtMsec" : "1395780791000", "id" : "5888" } }
]
