window.YTD.protected_history.part0 = [
  { "protectedHistory" : { "protectedAt" : "2025-01-05T00:00:00.000Z", "action" : "Unprotect" } },
  { "protectedHistory" : { "protectedAt" : "2025-02-05T00:00:00.000Z", "action" : "Protect" } }
]
