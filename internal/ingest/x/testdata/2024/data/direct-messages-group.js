window.YTD.direct_messages_group.part0 = [
  { "dmConversation" : { "conversationId" : "1500000000000000000", "name" : "Apiary committee", "messages" : [
      { "messageCreate" : { "reactions" : [ ], "urls" : [ ], "text" : "Agenda?", "mediaUrls" : [ ], "senderId" : "5151", "id" : "1697000000000000009", "createdAt" : "2023-09-02T09:00:00.000Z" } },
      { "participantsJoin" : { "initiatingUserId" : "5151", "userIds" : [ "4242" ], "createdAt" : "2023-09-01T09:00:00.000Z" } } ] } }
]
