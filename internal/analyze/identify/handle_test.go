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
