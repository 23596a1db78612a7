package exportgen

import (
	"bufio"
	"fmt"
	"io"
	"time"
)

// WhatsApp writes one chat as Android exports it, two people in turn, a line a message.
func WhatsApp(w io.Writer, o Options) error {
	out, r := bufio.NewWriterSize(w, 1<<16), random()
	out.WriteString("01/01/12, 00:00 - Messages and calls are end-to-end encrypted. No one outside of this chat can read them.\n")
	for i := range o.Records {
		fmt.Fprintf(out, "%s - %s: %s\n", start.Add(step*time.Duration(i)).Format("02/01/06, 15:04"), [2]string{"Wren Larkspur", "Reader"}[i%2], sentence(r))
	}
	return out.Flush()
}

// Telegram writes an export of 2022 with one chat of two people.
func Telegram(w io.Writer, o Options) error {
	return archive(w, file{"DataExport_2024-09-01/result.json", func(out *bufio.Writer) {
		r := random()
		out.WriteString(`{
 "about": "Here is the data you requested.",
 "personal_information": { "user_id": 77, "first_name": "Wren", "last_name": "Larkspur", "username": "@larkspur" },
 "chats": { "about": "x", "list": [ { "name": "Reader", "type": "personal_chat", "id": 78, "messages": [`)
		for i := range o.Records {
			if i > 0 {
				out.WriteByte(',')
			}
			at, said := start.Add(step*time.Duration(i)), sentence(r)
			fmt.Fprintf(out, `
     {
      "id": %d,
      "type": "message",
      "date": "%s",
      "date_unixtime": "%d",
      "from": "%s",
      "from_id": "user%d",
      "text": "%s",
      "text_entities": [
       {
        "type": "plain",
        "text": "%s"
       }
      ]
     }`, i+1, at.Format("2006-01-02T15:04:05"), at.Unix(), [2]string{"Wren Larkspur", "Reader"}[i%2], 77+i%2, said, said)
		}
		out.WriteString("\n    ] } ] }\n}\n")
	}})
}
