window.YTD.grok_chat_item.part0 = [
  { "grokChatItem" : { "accountId" : "9001", "chatId" : "88", "createdAt" : "2024-12-01T10:00:00.000Z", "message" : "How do I write up a sting?", "sender" : { "value" : "1", "name" : "User", "originalName" : "USER", "annotations" : { } }, "grokMode" : { "name" : "Normal" }, "attachments" : [ { "mediaId" : "3131", "fileName" : "sting.jpg", "mimeType" : "image/jpeg", "url" : "https://ton.x.com/i/3131" } ] } },
  { "grokChatItem" : { "accountId" : "9001", "chatId" : "88", "createdAt" : "2024-12-01T10:00:05.000Z", "message" : "Calmly.", "sender" : { "value" : "2", "name" : "Agent", "originalName" : "AGENT", "annotations" : { } }, "grokMode" : { "name" : "Normal" } } }
]
