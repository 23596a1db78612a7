window.YTD.tweets.part0 = [
  {
    "tweet" : {
      "edit_info" : { "initial" : { "editTweetIds" : [ "1690000000000000001" ], "editableUntil" : "2023-08-12T17:10:37.000Z", "editsRemaining" : "5", "isEditEligible" : true } },
      "retweeted" : false, "source" : "<a href=\"https://mobile.twitter.com\" rel=\"nofollow\">Twitter Web App</a>",
      "entities" : { "hashtags" : [ { "text" : "bees", "indices" : [ "0", "5" ] } ], "symbols" : [ ], "user_mentions" : [ { "name" : "Bram Tolliver", "screen_name" : "bramtolliver", "indices" : [ "4", "17" ], "id_str" : "4242", "id" : "4242" } ],
        "urls" : [ { "url" : "https://t.co/one", "expanded_url" : "https://example.org/hives?a=1&b=2", "display_url" : "example.org/hives", "indices" : [ "40", "63" ] } ] },
      "display_text_range" : [ "0", "90" ], "favorite_count" : "10", "id_str" : "1690000000000000001", "truncated" : false, "retweet_count" : "2",
      "id" : "1690000000000000001", "created_at" : "Sat Aug 12 16:10:37 +0000 2023", "favorited" : false,
      "full_text" : "Hey @bramtolliver 🐝 salt &amp; smoke &lt;3 https://t.co/one", "lang" : "en"
    }
  },
  {
    "tweet" : {
      "id_str" : "1690000000000000002", "created_at" : "Sat Aug 12 17:10:37 +0000 2023", "full_text" : "@bramtolliver quite so", "lang" : "en", "favorite_count" : "0",
      "in_reply_to_status_id_str" : "1689999999999999999", "in_reply_to_user_id_str" : "4242", "in_reply_to_screen_name" : "bramtolliver",
      "entities" : { "user_mentions" : [ ], "urls" : [ ] }
    }
  },
  {
    "tweet" : {
      "id_str" : "1690000000000000003", "created_at" : "Sat Aug 12 18:10:37 +0000 2023", "full_text" : "RT @hivemind: Smoke calms them, wind does not, and the rest is a matter of pat…", "favorite_count" : "0",
      "entities" : { "user_mentions" : [ { "name" : "Hive", "screen_name" : "hivemind", "indices" : [ "3", "12" ], "id_str" : "777", "id" : "777" } ], "urls" : [ ] }
    }
  },
  {
    "tweet" : {
      "id_str" : "1690000000000000004", "created_at" : "Sat Aug 12 19:10:37 +0000 2023", "full_text" : "Hives at dusk https://t.co/med", "favorite_count" : "1", "possibly_sensitive" : false,
      "entities" : { "urls" : [ ], "media" : [ { "url" : "https://t.co/med", "media_url_https" : "https://pbs.twimg.com/media/Pic1.jpg", "type" : "photo" } ] },
      "extended_entities" : { "media" : [
        { "url" : "https://t.co/med", "media_url_https" : "https://pbs.twimg.com/media/Pic1.jpg", "type" : "photo", "id_str" : "1" },
        { "url" : "https://t.co/med", "media_url_https" : "https://pbs.twimg.com/ext_tw_video_thumb/2/pu/img/t.jpg", "type" : "video", "id_str" : "2",
          "video_info" : { "aspect_ratio" : [ "16", "9" ], "variants" : [
            { "content_type" : "application/x-mpegURL", "url" : "https://video.twimg.com/x.m3u8" },
            { "bitrate" : "256000", "content_type" : "video/mp4", "url" : "https://video.twimg.com/low.mp4?tag=1" },
            { "bitrate" : "832000", "content_type" : "video/mp4", "url" : "https://video.twimg.com/high.mp4?tag=1" } ] } },
        { "url" : "https://t.co/med", "media_url_https" : "https://pbs.twimg.com/media/Gone.jpg", "type" : "photo", "id_str" : "3" } ] }
    }
  },
  {
    "tweet" : {
      "id_str" : "1690000000000000005", "created_at" : "Sat Aug 12 20:10:37 +0000 2023", "full_text" : "On the ethics of honey: a long story that starts with a wager between two neighbours and ends… https://t.co/long", "favorite_count" : "0",
      "entities" : { "urls" : [ { "url" : "https://t.co/long", "expanded_url" : "https://twitter.com/i/web/status/1690000000000000005" } ] }
    }
  },
  {
    "tweet" : {
      "id_str" : "1690000000000000006", "created_at" : "Sat Aug 12 21:10:37 +0000 2023", "full_text" : "Firts try", "favorite_count" : "0",
      "edit_info" : { "initial" : { "editTweetIds" : [ "1690000000000000006", "1690000000100000007" ] } }, "entities" : { }
    }
  },
  {
    "tweet" : {
      "id_str" : "1690000000100000007", "created_at" : "Sat Aug 12 21:12:37 +0000 2023", "full_text" : "First try", "favorite_count" : "0",
      "edit_info" : { "edit" : { "initialTweetId" : "1690000000000000006", "editControlInitial" : { "editTweetIds" : [ "1690000000000000006", "1690000000100000007" ] } } }, "entities" : { }
    }
  },
  {
    "tweet" : {
      "id_str" : "1690000000000000008", "created_at" : "Sat Aug 12 22:10:37 +0000 2023", "full_text" : "Could not agree less https://t.co/quo", "favorite_count" : "0",
      "entities" : { "urls" : [ { "url" : "https://t.co/quo", "expanded_url" : "https://twitter.com/hivemind/status/1680000000000000000" } ] }
    }
  }
]
