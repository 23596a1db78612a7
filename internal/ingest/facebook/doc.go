// Package facebook reads the exports of Facebook profiles and Pages ("Download your information") in all
// layouts since 2018, as JSON and as HTML pages, with the Messenger threads inside them.
//
// The layout decides nothing: each file is found by every name it ever had, each list by every key. The
// export holds no audience, address or id of the owner's posts; links lead to the activity log instead.
package facebook
