window.YTD.twitter_circle_tweet.part0 = [ { "tweet" : { "id_str" : "1690000000000000021", "created_at" : "Mon Aug 14 09:00:00 +0000 2023", "full_text" : "Only for the circle", "entities" : { } } } ]
