window.YTD.follower.part0 = [
  { "follower" : { "accountId" : "4242", "userLink" : "https://twitter.com/intent/user?user_id=4242" } },
  { "follower" : { "accountId" : "5151", "userLink" : "https://twitter.com/intent/user?user_id=5151" } }
]
