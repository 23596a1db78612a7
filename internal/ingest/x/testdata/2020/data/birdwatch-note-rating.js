window.YTD.birdwatch_note_rating.part0 = [ { "birdwatchNoteRating" : { "noteId" : "1", "userId" : "41", "createdAt" : "2021-10-02T15:55:24.633Z", "helpfulnessLevel" : "NotHelpful" } } ]
