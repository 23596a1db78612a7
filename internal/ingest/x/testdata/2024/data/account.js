window.YTD.account.part0 = [
  {
    "account" : {
      "email" : "odalys@example.org",
      "createdVia" : "oauth:258901",
      "username" : "quillfeather",
      "accountId" : "9001",
      "createdAt" : "2011-02-03T04:05:06.000Z",
      "accountDisplayName" : "Odalys Quill"
    }
  }
]
