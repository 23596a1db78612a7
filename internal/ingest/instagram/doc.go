// Package instagram reads Instagram exports in all layouts since 2018, as JSON and as HTML pages, with the
// direct messages inside them. Threads, which lies in the same archive, has a package of its own.
//
// Labels follow the account's language and are read through the table of package meta. The export holds
// no address of the owner's posts; links lead to the profile or to the pages of the account's activity.
package instagram
