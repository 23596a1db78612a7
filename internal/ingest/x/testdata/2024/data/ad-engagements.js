window.YTD.ad_engagements.part0 = [ { "ad" : { "adsUserData" : { "adEngagements" : { "engagements" : [
  { "impressionAttributes" : { "promotedTweetInfo" : { "tweetId" : "1234567890123", "tweetText" : "Buy honey &amp; wax" }, "advertiserInfo" : { "advertiserName" : "Wax Co", "screenName" : "@waxco" }, "matchedTargetingCriteria" : [ { "targetingType" : "Keywords", "targetingValue" : "bees" } ], "impressionTime" : "2023-06-05 17:00:52" },
    "engagementAttributes" : [ { "engagementTime" : "2023-06-05 17:01:00", "engagementType" : "Detail" } ] } ] } } } } ]
