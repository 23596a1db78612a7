window.YTD.contact.part0 = [
  { "contact" : { "id" : "1", "emails" : [ "p@example.org" ], "phoneNumbers" : [ "+15550111" ] } },
  { "contact" : { "id" : "2", "emails" : [ ], "phoneNumbers" : [ "+15550112" ] } }
]
