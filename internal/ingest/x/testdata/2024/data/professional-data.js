window.YTD.professional_data.part0 = [ { "professionalData" : { "accountId" : "9001", "professionalId" : "5", "professionalType" : "Creator",
  "categories" : [ { "categoryName" : "Doctor", "setToDisplay" : true }, { "categoryName" : "Hidden", "setToDisplay" : false } ],
  "createdAt" : "2023-01-02T03:04:05.000Z", "creationSource" : "web", "locationSpotlight" : [ ], "linkSpotlight" : [ ], "appSpotlight" : [ ] } } ]
