window.__THAR_CONFIG = { "userInfo" : { "accountId" : "41", "userName" : "fernhollow", "displayName" : "Fern Hollow" }, "archiveInfo" : { "generationDate" : "2021-11-01T10:00:00.000Z", "isPartialArchive" : true },
  "dataTypes" : { "tweet" : { "mediaDirectory" : "data/tweet_media", "files" : [ { "fileName" : "data/tweet.js", "globalName" : "YTD.tweet.part0", "count" : "2" } ] } } }
