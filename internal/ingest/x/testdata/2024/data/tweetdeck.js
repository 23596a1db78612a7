window.YTD.tweetdeck.part0 = [ { "deck" : { "title" : "Personal", "columns" : [ { "pathname" : "/home?mode=home_latest" }, { "pathname" : "/search?q=odalys%20quill" } ] } } ]
