window.YTD.app.part0 = [ { "app" : { "appId" : "1058", "appNames" : [ "Hive Map", "Carte des ruches" ] } } ]
