window.YTD.tweet_headers.part0 = [ { "tweet" : { "tweet_id" : "1690000000000000001", "user_id" : "9001", "created_at" : "Sat Aug 12 16:10:37 +0000 2023" } } ]
