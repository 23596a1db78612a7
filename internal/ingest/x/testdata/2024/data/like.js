window.YTD.like.part0 = [
  { "like" : { "tweetId" : "1600000000000000002", "fullText" : "Wax &amp; wane https://t.co/l", "expandedUrl" : "https://twitter.com/i/web/status/1600000000000000002" } },
  { "like" : { "tweetId" : "123456", "expandedUrl" : "https://twitter.com/i/web/status/123456" } }
]
