window.YTD.tweets.part1 = [
  { "tweet" : { "id_str" : "1100000001", "created_at" : "Wed Feb 04 08:00:00 +0000 2009", "full_text" : "Well said RT @hivemind the queen is the least free of all", "favorite_count" : "0", "entities" : { } } },
  { "tweet" : { "id_str" : "1690000000000000010", "created_at" : "Sun Aug 13 08:00:00 +0000 2023", "full_text" : "2/ as I was saying", "favorite_count" : "0",
      "in_reply_to_status_id_str" : "1690000000000000001", "in_reply_to_user_id_str" : "9001", "in_reply_to_screen_name" : "quillfeather", "entities" : { },
      "geo" : { "type" : "Point", "coordinates" : [ "-36.85", "174.76" ] }, "coordinates" : { "type" : "Point", "coordinates" : [ "174.76", "-36.85" ] }, "place" : { "full_name" : "Port Ember" } } }
]
