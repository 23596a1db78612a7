var tweet_index =  [ { "file_name" : "data\/js\/tweets\/2015_04.js", "year" : 2015, "var_name" : "tweets_2015_04", "tweet_count" : 3, "month" : 4 } ]
