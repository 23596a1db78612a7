package text

import "strings"

// languages are those told apart by their function words, written without accents as in Token.Norm.
var languages = [...]string{"es", "fr", "de", "it", "pt", "nl", "mi", "sm", "to", "id", "tl", "hi", "tr", "pl", "sv", "vi", "af", "sw"}

var functionLists = [...]string{
	"el la los las de que y en un una por con para como pero mas esta este muy su mi tu yo ella ellos eres soy son es se lo le del al no si hay todo todos cuando porque tambien nos gente puta mierda hacer tiene estan fue ser ya sin sobre feliz hoy mi mis dia bien hola gracias hermana hermano amigos casa vida nada aqui asi donde quien cada estoy estamos vamos quiero nunca siempre otra vez",
	"le la les des du de et en un une est que qui dans pour pas sur avec ce cette il elle ils nous vous je tu mais ou sont au aux plus se son sa ses leur tout tous fait comme etre avoir ont c'est j'ai quand meme aussi bien suis ces mon ma mes faut",
	"der die das und ist nicht ein eine einen ich du er sie wir ihr den dem des mit von zu auf fur im sich auch es an als aus bei nach wie aber oder wenn nur noch so dass man sind hat haben wird werden war mein kein keine immer schon hier alle was warum wieso mal ja nein doch da wo wer jetzt heute dann zum zur vom beim uns euch unser ihre seine diese dieser dieses keiner jeder mehr viel sehr ganz muss kann soll will habe bin bist diesen jeden um",
	"il lo la gli le di che e un una per con non sono del della dei nel alla piu ma come questo questa anche se io tu lui lei noi mi ti si ha ho hanno era essere tutto tutti quando perche molto fare della degli sei fa ci",
	"o os as de que e em um uma por com para como mas mais este esta muito seu sua meu minha eu ele ela eles voce nao se do da dos das no na nos ao foi ser tem sao isso quando porque tambem ja so todo todos gente essa esse pra pro vc vcs pq tb tbm hj ta to tou tava vou vai ir foi era ela eles elas dele dela isto aquilo aqui ali la ate bem bom boa mal hoje dia quem qual onde nunca sempre nada tudo cara mano porra caralho merda pqp mds tipo acho quero sei fica ficou faz fazer fala olha ver vem tem tinha estou estava esta sou somos uns umas sem entao devia coisa muita depois agora meus minhas kkk kkkk kkkkk",
	"de het een en van ik je dat die is in op te niet met voor zijn er aan maar ook als bij nog wel wat door naar heeft hebben deze dit ze hij wij jullie om dan worden werd moet geen over veel meer mensen",
	"te nga ngā ki ko he me ka kua i o e a au koe ia tatou matou ratou tenei tena tera hoki mai atu ake iho mo ma no na taku toku aku oku ehara kaore kei tino rawa ana whanau aroha kia ora tangata wahine korero mahi whakaaro",
	"o le ma i e ua lea lo la na ia te fa'a tatou latou matou o'u lou lona atoa tele foi fa'afetai ona ai po'o pea nei ina mea tagata aiga talofa",
	"ko e he ki mo oku na'e ne te 'oku pea ka mei ho hono koe kau mau tau nau ia malo aupito lahi eni ena ofa fakamalo",
	"yang dan di ke dari untuk dengan ini itu tidak ada saya kamu aku dia kami kita mereka akan sudah bisa juga atau pada adalah karena jadi tak boleh nak sangat lebih orang lagi kalau banyak semua apa bukan dalam oleh",
	"ang ng sa na mga ay at si ko mo siya kami tayo sila ako ikaw ka hindi ito iyan para naman lang din rin po kung pero dahil kasi may wala mas yung nga ba talaga kayo nila namin",
	"hai hain ka ki ke ko se mein main nahi nahin kya aur tha thi the bhi toh kar raha rahi rahe ho hum tum aap mera meri tera woh yeh kuch sab bahut karna koi jo apne unka uska liye sirf agar",
	"bir ve bu da de icin ile cok ne gibi ama daha kadar var yok ben sen o biz siz onlar degil mi her sey olarak olan en sonra bana sana onun hic kendi",
	"i w na z nie jest sie to do ze jak ale po co tak za od dla ten ta o przez ma juz tylko czy byl sa mnie ich ktory bardzo jego jej moze nawet wszystko",
	"och att det som en ett og er jeg ikke til vil have mere pa ar av for inte med jag du han hon vi de till den har om men var sig fran ska kan nar eller hade nu bara mycket alla man detta",
	"la cua va co khong toi ban cho nhung mot trong duoc nguoi nay voi cac den khi da se con o cung rat di lam gi thi ve noi nhu",
	"die het 'n van en nie ek jy hy sy ons hulle is dat met vir om te wat sal moet baie maar ook nog mense hierdie daar",
	"na ya wa kwa ni za la katika kama hii huu sana lakini yake yangu watu hapana ndiyo si wao mimi wewe yeye sisi",
}

const englishList = "the and of to in is it you that he was for on are with as i his they be at one have this from or had by but not what all were we when your can said " +
	"there an each which she do how their if will up about out many then them these so some her would make like him into time has more go no way could my than been who its now did get may " +
	"i'm it's don't i've can't that's you're they're we're didn't isn't just our us am me a any because here why where very after before should being does too off over only also really still got im dont"

// sharedWord marks an English word that is one of another language as well ("no", "me", "as"): it says less.
const sharedWord = 1 << 31

// functionWords maps a word to the languages it serves: bit 0 is English, bit n+1 is languages[n]. A word
// that English has too votes for English alone unless it is rare there.
var functionWords = buildFunctionWords()

func buildFunctionWords() map[string]uint32 {
	m := make(map[string]uint32, 1200)
	for l, list := range functionLists {
		for _, w := range strings.Fields(list) {
			m[w] |= 1 << (l + 1)
		}
	}
	for _, w := range strings.Fields(englishList) {
		if m[w] != 0 {
			m[w] = 1 | sharedWord
			continue
		}
		m[w] = 1
	}
	return m
}
