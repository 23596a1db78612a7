window.YTD.ads_revenue_sharing.part0 = [ { "adsRevenueSharing" : { "payoutHistory" : [ { "amount" : "12.50", "currency" : "USD", "createdAt" : "2024-01-02T00:00:00.000Z" } ] } } ]
