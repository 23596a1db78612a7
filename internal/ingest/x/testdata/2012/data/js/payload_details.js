var payload_details =  { "tweets" : 3, "created_at" : "2015-04-07 10:35:22 +0000", "lang" : "en" }
