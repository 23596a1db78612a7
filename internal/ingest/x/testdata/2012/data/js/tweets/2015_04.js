Grailbird.data.tweets_2015_04 = 
 [ {
  "source" : "\u003Ca href=\"http:\/\/example.org\"\u003ETide App\u003C\/a\u003E",
  "entities" : { "user_mentions" : [ ], "media" : [ { "expanded_url" : "http:\/\/twitter.com\/tidepool\/status\/584000000000000001\/photo\/1", "indices" : [ 5, 27 ], "url" : "http:\/\/t.co\/ph", "media_url" : "http:\/\/pbs.twimg.com\/media\/Tide.jpg", "media_url_https" : "https:\/\/pbs.twimg.com\/media\/Tide.jpg", "sizes" : [ { "h" : 10, "resize" : "fit", "w" : 10 } ] } ], "hashtags" : [ ], "urls" : [ ] },
  "geo" : { "type" : "Point", "coordinates" : [ -36.85, 174.76 ] },
  "id_str" : "584000000000000001",
  "text" : "Low \u0026amp; slow http:\/\/t.co\/ph \uD83C\uDF0A",
  "id" : 584000000000000001,
  "created_at" : "2015-04-03 12:00:00 +0000",
  "user" : { "name" : "Isolde Marsh", "screen_name" : "tidepool", "protected" : false, "id_str" : "61", "id" : 61, "verified" : false }
}, {
  "source" : "web", "retweeted_status" : { "source" : "web", "entities" : { "urls" : [ { "url" : "http:\/\/t.co\/u", "expanded_url" : "http:\/\/example.org\/whole" } ] }, "geo" : { }, "id_str" : "583000000000000000", "text" : "The whole of the moon and the whole of the words, uncut http:\/\/t.co\/u", "id" : 583000000000000000, "created_at" : "2015-04-01 12:00:00 +0000", "user" : { "name" : "Luna", "screen_name" : "lunatide", "protected" : false, "id_str" : "62", "id" : 62 } },
  "entities" : { "user_mentions" : [ { "name" : "Luna", "screen_name" : "lunatide", "indices" : [ 3, 12 ], "id_str" : "62", "id" : 62 } ], "media" : [ ], "hashtags" : [ ], "urls" : [ ] },
  "geo" : { }, "id_str" : "584000000000000002", "text" : "RT @lunatide: The whole of the moon and the w\u2026", "id" : 584000000000000002, "created_at" : "2015-04-03 13:00:00 +0000",
  "user" : { "name" : "Isolde Marsh", "screen_name" : "tidepool", "protected" : false, "id_str" : "61", "id" : 61 }
}, {
  "source" : "web", "entities" : { "user_mentions" : [ ], "media" : [ ], "hashtags" : [ ], "urls" : [ ] }, "in_reply_to_status_id_str" : "583900000000000000", "geo" : { }, "id_str" : "584000000000000003", "in_reply_to_user_id" : 62, "text" : "@lunatide aye", "id" : 584000000000000003, "in_reply_to_screen_name" : "lunatide", "in_reply_to_user_id_str" : "62", "in_reply_to_status_id" : 583900000000000000, "created_at" : "2015-04-03 14:00:00 +0000",
  "user" : { "name" : "Isolde Marsh", "screen_name" : "tidepool", "protected" : false, "id_str" : "61", "id" : 61 }
} ]
