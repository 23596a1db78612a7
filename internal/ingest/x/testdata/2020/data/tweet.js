window.YTD.tweet.part0 = [ {
  "tweet" : { "id_str" : "1390000000000000001", "full_text" : "Ferns https://t.co/f", "created_at" : "Wed May 05 01:00:00 +0000 2021",
    "extended_entities" : { "media" : [ { "url" : "https://t.co/f", "type" : "animated_gif", "media_url_https" : "https://pbs.twimg.com/tweet_video_thumb/F.jpg", "video_info" : { "variants" : [ { "bitrate" : "0", "content_type" : "video/mp4", "url" : "https://video.twimg.com/tweet_video/F.mp4" } ] } } ] } } } ]
