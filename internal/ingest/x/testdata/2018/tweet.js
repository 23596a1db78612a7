window.YTD.tweet.part0 = [ {
  "retweeted" : false, "source" : "<a href=\"http://example.org\">Tweeter</a>", "id" : "990000000000000001", "id_str" : "990000000000000001",
  "full_text" : "Stones &amp; rivers", "created_at" : "Sun Apr 29 01:00:00 +0000 2018", "entities" : { "urls" : [ ] } }, {
  "id_str" : "990000000000000002", "full_text" : "@else indeed", "created_at" : "Sun Apr 29 02:00:00 +0000 2018", "in_reply_to_status_id_str" : "989999999999999999", "in_reply_to_user_id_str" : "32", "in_reply_to_screen_name" : "else", "entities" : { } } ]
