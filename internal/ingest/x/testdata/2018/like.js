window.YTD.like.part0 = [ { "like" : { "tweetId" : "980000000000000001" } } ]
