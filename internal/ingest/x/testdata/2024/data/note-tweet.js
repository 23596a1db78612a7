window.YTD.note_tweet.part0 = [
  { "noteTweet" : { "noteTweetId" : "1689999999999999990", "createdAt" : "2023-08-12T20:10:37.000Z", "updatedAt" : "2023-08-12T20:10:37.000Z",
    "lifecycle" : { "value" : "1", "name" : "Active" },
    "core" : { "text" : "On the ethics of honey: a long story that starts with a wager between two neighbours and ends with a swarm & an apology.", "urls" : [ ], "mentions" : [ ], "hashtags" : [ ], "cashtags" : [ ] } } },
  { "noteTweet" : { "noteTweetId" : "1689999999999999991", "createdAt" : "2023-08-14T20:10:37.000Z", "core" : { "text" : "A long post whose short twin is gone. See https://t.co/n", "urls" : [ { "shortUrl" : "https://t.co/n", "expandedUrl" : "https://example.org/n", "fromIndex" : "42", "toIndex" : "56" } ], "mentions" : [ { "screenName" : "hivemind", "fromIndex" : "0", "toIndex" : "1" } ] } } }
]
