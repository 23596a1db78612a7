window.YTD.profile.part0 = [
  {
    "profile" : {
      "description" : { "bio" : "Rheumatology registrar &amp; beekeeper. Views my own.", "website" : "https://t.co/aa", "location" : "Port Ember" },
      "avatarMediaUrl" : "https://pbs.twimg.com/profile_images/77/Bee1.jpg",
      "headerMediaUrl" : "https://pbs.twimg.com/profile_banners/9001/1600000000"
    }
  }
]
