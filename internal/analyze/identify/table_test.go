package identify

import (
	"strings"
	"testing"
)

// TestTables reads what the head of a column announces, and no more than that.
func TestTables(t *testing.T) {
	check(t, Options{}, []example{
		{"| Patient | DOB | Dx |\n|---|---|---|\n| R. Vasko | 12/09/1961 | NSTEMI |", "date:12/09/1961"},
		{"ward,mrn,bed\n4B,0448812,12\n4C,0448820,3", "health_id:0448812 | health_id:0448820"},
		{"Name\tMobile\nNell\t07700 900713", "phone:07700 900713"},
		{"drug,dose,n\nA,40,120448\nB,80,119800", ""},
		{"dob,score\n1961,120448", ""},
		{"Staff, wards and theatres, we thank you\nall 4471 of you, 120 wards, 12 theatres", ""},
		{"mrn;bed\n\n0448812 beans in the jar", ""},
	})
}

// TestSegments reads the fields of HL7 messages that hold a patient, and none of those that hold results.
func TestSegments(t *testing.T) {
	check(t, Options{}, []example{
		{"PID|1||7734120^^^SITE^MR||QUILL^NESSA||19580312|F|||12 ELM ST^^MOOR^TX^75001||2145550136", "health_id:7734120 | date:19580312 | address:12 ELM ST^^MOOR^TX^75001 | phone:2145550136"},
		{"NK1|1|RASK^INGA|SPO|44 FERN ST^^MOOR^TX|2145550136", "address:44 FERN ST^^MOOR^TX | phone:2145550136"},
		{"OBX|3|NM|2951-2^SODIUM^LN||139|mmol/L|133-146|N", ""},
		{"PID|1||N/A||||19581312", ""},
		{"RAPID|1||7734120", ""},
	})
}

// TestTablesAreBounded holds that tables and messages without end cost time in proportion to their length.
func TestTablesAreBounded(t *testing.T) {
	for _, text := range []string{
		strings.Repeat("mrn,dob\n", 40000), strings.Repeat("mrn,dob\n1,2\n", 20000), strings.Repeat("|", 200000) + "\n0448812",
		strings.Repeat("PID|1||7734120\n", 10000), "mrn" + strings.Repeat(",", 100000) + "\n" + strings.Repeat(",", 100000), strings.Repeat("\n", 200000) + "1",
	} {
		Find(text, Options{})
	}
}
