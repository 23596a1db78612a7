window.YTD.ageinfo.part0 = [ { "ageMeta" : { "ageInfo" : { "age" : [ "37" ], "birthDate" : "1988-01-02" }, "inferredAgeInfo" : { "age" : [ "13-54" ], "birthDate" : "" } } } ]
