var user_details =  {
  "screen_name" : "tidepool",
  "location" : "Port Ember",
  "full_name" : "Isolde Marsh",
  "bio" : "Tides \u0026 tables",
  "id" : "61",
  "created_at" : "2009-03-04 05:06:07 +0000",
  "expanded_url" : "http:\/\/example.org"
}
