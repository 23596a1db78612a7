window.YTD.direct_messages.part0 = [
  {
    "dmConversation" : {
      "conversationId" : "4242-9001",
      "messages" : [
        { "messageCreate" : { "recipientId" : "9001", "reactions" : [ { "senderId" : "9001", "reactionKey" : "like", "eventId" : "1", "createdAt" : "2023-09-01T10:01:00.000Z" } ], "urls" : [ { "url" : "https://t.co/p", "expanded" : "https://twitter.com/messages/media/1697000000000000001", "display" : "pic" } ],
          "text" : "look &amp; learn https://t.co/p", "mediaUrls" : [ "https://ton.twitter.com/dm/1697000000000000001/16/Comb.jpg" ], "senderId" : "4242", "id" : "1697000000000000001", "createdAt" : "2023-09-01T10:00:00.000Z" } },
        { "messageCreate" : { "recipientId" : "4242", "reactions" : [ ], "urls" : [ { "url" : "https://t.co/q", "expanded" : "https://example.org/q", "display" : "q" } ], "text" : "see https://t.co/q", "mediaUrls" : [ ], "senderId" : "9001", "id" : "1697000000000000000", "createdAt" : "2023-09-01T09:00:00.000Z", "editHistory" : [ ] } }
      ]
    }
  }
]
