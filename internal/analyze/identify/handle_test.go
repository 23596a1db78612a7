package identify

import "testing"

// TestUnmasked calls an account somebody's where the words around say whose it is; who is only mentioned is not unmasked.
func TestUnmasked(t *testing.T) {
	check(t, Options{}, []example{
		{"Nell Vasko, she posts as @nell_v_rn and was on with us", "username:@nell_v_rn"},
		{"his own tiktok, search @gutsy_marl", "username:@gutsy_marl"},
		{"find her on snapchat as dozy_maeve99", "username:dozy_maeve99"},
		{"my insta's the same as here btw: jude_bakes", "username:jude_bakes"},
		{"The account u/bone_tim is Tim Aske from our ward", "username:u/bone_tim"},
		{"please open it for username fenella.tarn82 today", "username:fenella.tarn82"},
		{"im izzy_quill2011 on insta and busy", "username:izzy_quill2011"},
		{"her onlyfans is @keane_after_dark", "username:@keane_after_dark"},
		{"the covid_19 on twitter", ""},
		{"Strava: 44.71 km", ""},
		{"twitter @gasman_after_dark, that's his", "username:@gasman_after_dark"},
		{"twitter @gasman_after_dark, that's all", ""},
		{"great talk by Nell Vasko @nell_v_rn", ""},
		{"our tiktok team, thanks @gutsy_marl", ""},
		{"follow the journal on insta: read it daily", ""},
		{"as posted by u/bone_tim in r/medicine", ""},
		{"the username field must be filled", ""},
	})
}

// TestSharedLogin reads a password behind the address it belongs to.
func TestSharedLogin(t *testing.T) {
	check(t, Options{}, []example{
		{"the films are on nessa@quillmail.net / Pineapple77!", "email:nessa@quillmail.net | credential:Pineapple77!"},
		{"nessa@quillmail.net / 0448812", "email:nessa@quillmail.net"},
		{"info@quillmail.net / Monday to Friday", "~email:info@quillmail.net"},
	})
}

// TestAccounts reads accounts whose owner the words around tell; those of shops, of everybody and of nobody stay alone.
func TestAccounts(t *testing.T) {
	check(t, Options{}, []example{
		{"My Discord's bracken#4471, I'm the otter", "username:bracken#4471"},
		{"my discord's down again", ""},
		{"She's @dr_quill_n on insta if you want the photos", "username:@dr_quill_n"},
		{"the bride's uncle, @heronman_of_ayr over on X", "username:@heronman_of_ayr"},
		{"follow the bakery, @crumbs_of_ayr, on insta", ""},
		{"Skype name live:nessa.quill_3, ring late", "username:nessa.quill_3"},
		{"facebook.com/nessa.quill.94, thats her profile", "username:facebook.com/nessa.quill.94"},
		{"facebook.com/nessabakery has the menu", ""},
		{"https://www.linkedin.com/in/nessa-quill-4b19a is my CV basically", "username:https://www.linkedin.com/in/nessa-quill-4b19a"},
		{"https://www.linkedin.com/company/quill is hiring", "~url:https://www.linkedin.com/company/quill"},
		{"Gamertag? xX_OtterMauler_Xx. Don't judge", "username:xX_OtterMauler_Xx"},
		{"insta? never again", ""},
		{"strava: athletes/48820447, go on", "username:48820447"},
		{"her tiktok has gone from bad to worse.", ""},
		{"Steam friend code 1180447293, add me", "username:1180447293"},
		{"promo code 1180447293", ""},
	})
}
