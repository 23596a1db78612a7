window.YTD.deleted_note_tweet.part0 = [ { "noteTweet" : { "noteTweetId" : "1689999999999999995", "createdAt" : "2023-08-14T21:10:37.000Z", "core" : { "text" : "A long regret" } } } ]
