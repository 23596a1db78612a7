window.YTD.deleted_tweet_headers.part0 = [
  { "tweet" : { "tweet_id" : "1690000000000000030", "user_id" : "9001", "created_at" : "Tue Aug 15 08:00:00 +0000 2023", "deleted_at" : "Wed Aug 16 08:00:00 +0000 2023" } },
  { "tweet" : { "tweet_id" : "1690000000000000031", "user_id" : "9001", "created_at" : "Tue Aug 15 09:00:00 +0000 2023", "deleted_at" : "Wed Aug 16 09:00:00 +0000 2023" } }
]
