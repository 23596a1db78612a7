window.YTD.saved_search.part0 = [ { "savedSearch" : { "savedSearchId" : "4", "query" : "port ember bees" } } ]
