package messenger

import (
	"testing"

	"footprint/internal/ingest/ingesttest"
)

const shared = "../../../../shared/fixtures/messenger/"

func TestConformance(t *testing.T) {
	ingesttest.Run(t, Platform(),
		ingesttest.Path(shared+"msgvault/json_simple"),
		ingesttest.Path(shared+"msgvault/json_group"),
		ingesttest.Path(shared+"msgvault/json_multifile"),
		ingesttest.Path(shared+"msgvault/json_nontext"),
		ingesttest.Path(shared+"msgvault/json_with_media"),
		ingesttest.Path(shared+"msgvault/e2ee_simple"),
		ingesttest.Path(shared+"msgvault/html_simple"),
		ingesttest.Path(shared+"msgvault/html_timestamps"),
		ingesttest.Path(shared+"msgvault"),
		ingesttest.Path(shared+"old_2018_2020"),
		ingesttest.Path(shared+"counter_for_messenger"),
	)
}

func TestDump(t *testing.T) {
	for _, d := range []string{"msgvault/json_simple", "msgvault/json_nontext", "msgvault/e2ee_simple", "msgvault/html_simple", "msgvault/html_timestamps", "msgvault/json_multifile", "msgvault/json_group", "msgvault/json_with_media", "old_2018_2020", "counter_for_messenger"} {
		res := ingesttest.Read(t, Platform(), ingesttest.Path(shared+d))
		for _, x := range res.Exports {
			t.Logf("%s %+v owner=%+v", d, x.Found.Layout+" "+x.Found.Root, x.Owner)
		}
		for _, it := range res.Items {
			t.Logf("  %s|%s|%s|%q|%s|%s|%v|%d|%v", it.Author, it.Direction, it.Target, it.Text, it.Container, it.Created.Format("2006-01-02 15:04"), it.Details, len(it.Media), it.Thread)
		}
		t.Logf("%v %+v", res.Errors, res.Ledger())
	}
}
