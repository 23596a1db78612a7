window.YTD.lists_subscribed.part0 = [ { "userListInfo" : { "urls" : [ "https://twitter.com/a/lists/one", "https://twitter.com/b/lists/two" ] } } ]
