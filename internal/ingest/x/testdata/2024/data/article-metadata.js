window.YTD.article_metadata.part0 = [
  { "articleMetadata" : { "authorId" : "9001", "createdAtMs" : "1736534733000", "modifiedAtMs" : "1743102408000", "lifecycleState" : { "lifecycle" : { "value" : "3", "name" : "Draft" }, "modifiedAtSecs" : "1736534733000" } } },
  { "articleMetadata" : { "authorId" : "9001", "createdAtMs" : "1736534799000", "firstPublishedAtMs" : "1736534800000", "tweetId" : "1690000000000000099", "lifecycleState" : { "lifecycle" : { "value" : "2", "name" : "Published" } } } }
]
