window.YTD.screen_name_change.part0 = [
  { "screenNameChange" : { "accountId" : "9001", "screenNameChange" : { "changedAt" : "2015-06-01T00:00:00.000Z", "changedFrom" : "oquill_old", "changedTo" : "quillfeather" } } }
]
