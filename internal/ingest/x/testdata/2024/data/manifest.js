window.__THAR_CONFIG = {
  "userInfo" : { "accountId" : "9001", "userName" : "quillfeather", "displayName" : "Odalys Quill" },
  "archiveInfo" : { "sizeBytes" : "1", "generationDate" : "2025-03-01T10:00:00.000Z", "isPartialArchive" : false, "maxPartSizeBytes" : "53687091200" },
  "dataTypes" : {
    "account" : { "files" : [ { "fileName" : "data/account.js", "globalName" : "YTD.account.part0", "count" : "1" } ] },
    "tweets" : { "mediaDirectory" : "data/tweets_media", "files" : [ { "fileName" : "data/tweets.js", "globalName" : "YTD.tweets.part0", "count" : "8" }, { "fileName" : "data/tweets-part1.js", "globalName" : "YTD.tweets.part1", "count" : "2" } ] },
    "mute" : { "files" : [ { "fileName" : "data/mute.js", "globalName" : "YTD.mute.part0", "count" : "3" } ] },
    "moment" : { "files" : [ { "fileName" : "data/moment.js", "globalName" : "YTD.moment.part0", "count" : "0" } ] }
  }
}
