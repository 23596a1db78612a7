package linkedin

import (
	"footprint/internal/footprint"
	"footprint/internal/ingest/csvtable"
)

// table says how to read one table of the export.
type table struct {
	columns   []string // first columns the header may begin with, where a preamble may precede it
	backslash bool     // quotation marks in cells are written \"
	starts    func(firstCell string) bool
	read      func(r *reader, row csvtable.Row) []footprint.Item
	skip      string // reason for not reading
}

// tables lists every table by its folded name; see linkedin.md section 4.
var tables = map[string]table{
	"shares":         {read: share, backslash: true, starts: isTime},
	"instantreposts": {read: repost},
	"comments":       {read: comment, backslash: true},
	"reactions":      {read: reaction},
	"likes":          {read: reaction},
	"votes":          {read: vote},
	"richmedia":      {read: media},
	"videos":         {read: media},
	"groupposts":     {read: groupItem(footprint.KindPost)},
	"groupcomments":  {read: groupItem(footprint.KindComment)},
	"grouplikes":     {read: groupItem(footprint.KindLike)},

	"profile":                 {read: profile},
	"profilesummary":          {read: part("Profile Summary", "About")},
	"positions":               {read: position},
	"education":               {read: part("Education", "School Name", "Degree Name", "Notes", "Activities")},
	"skills":                  {read: part("Skill", "Name")},
	"certifications":          {read: part("Certification", "Name", "Authority", "License Number")},
	"projects":                {read: part("Project", "Title", "Description")},
	"publications":            {read: part("Publication", "Name", "Description", "Publisher")},
	"honors":                  {read: part("Honour", "Title", "Description", "Issuer")},
	"languages":               {read: part("Language", "Name", "Proficiency")},
	"courses":                 {read: part("Course", "Name", "Number")},
	"patents":                 {read: part("Patent", "Title", "Description")},
	"testscores":              {read: part("Test score", "Name", "Score")},
	"organizations":           {read: part("Organisation", "Name", "Position", "Description")},
	"volunteering":            {read: part("Volunteering", "Role", "Company Name", "Cause", "Description")},
	"volunteeringexperiences": {read: part("Volunteering", "Role", "Company Name", "Cause", "Description")},
	"causesyoucareabout":      {read: part("Cause", "Supported Cause")},
	"emailaddresses":          {read: email},
	"phonenumbers":            {read: phone},
	"whatsappphonenumbers":    {read: phone},
	"verifications":           {read: part("Verification", "Verification type", "Organization name", "Issuing authority")},
	"privateidentityasset":    {read: part("Uploaded document", "Private Identity Asset Name", "Private Identity Asset Raw Text")},
	"providers":               {read: part("Service offered", "Marketplace Type", "Secondary Service Category", "Status")},

	"connections":              {read: connection, columns: []string{"First Name"}},
	"invitations":              {read: invitation},
	"memberfollows":            {read: memberFollow, columns: []string{"Date"}},
	"companyfollows":           {read: companyFollow},
	"hashtagfollows":           {read: hashtagFollow},
	"recommendationsreceived":  {read: recommendation(false)},
	"recommendationsgiven":     {read: recommendation(true)},
	"endorsementreceivedinfo":  {read: endorsement("Endorser ", false)},
	"endorsementgiveninfo":     {read: endorsement("Endorsee ", true)},
	"messages":                 {read: message("")},
	"guidemessages":            {read: message("LinkedIn guide")},
	"learningcoachmessages":    {read: message("Learning coach")},
	"learningroleplaymessages": {read: message("Learning role play")},
	"importedcontacts":         {read: contact},
	"contacts":                 {read: contact},
	"events":                   {read: event},

	"saveditems":               {read: saved("savedItem", "CreatedTime")},
	"savedarticles":            {read: saved("Link", "Saved At")},
	"savedjobs":                {read: saved("Job Url", "Saved Date")},
	"savedjobalerts":           {read: jobAlert},
	"jobapplications":          {read: jobApplication},
	"jobseekerpreferences":     {read: jobPreferences},
	"jobapplicantsavedanswers": {read: part("Answer to an employer", "Question", "Answer")},
	"jobapplicantsavedscreeningquestionresponses": {read: part("Answer to an employer", "Question", "Answer")},
	"learning": {read: learning},
	"receipts": {skip: "invoices of LinkedIn itself, nothing that others see"},

	"registration":              {read: login("Registered", "Registered At", "Registration Date")},
	"logins":                    {read: login("Login", "Login Date")},
	"securitychallenges":        {read: login("Security challenge", "Challenge Date")},
	"accountstatushistory":      {read: login("Account status", "Time")},
	"searchqueries":             {read: searchQuery},
	"adsclicked":                {read: interest("Ad clicked", "Ad clicked Date")},
	"lanadsengagement":          {read: interest("Ad engagement", "Date")},
	"adtargeting":               {read: adTargeting},
	"inferencesaboutyou":        {read: inference},
	"inferredcredibilityscores": {read: interest("Inferred credibility", "Date")},
	"notes":                     {read: part("Note", "Note", "Text", "Content")},
}
