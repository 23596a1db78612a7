// Package chat reads the message threads of Meta exports: the messages folder of Facebook and Instagram
// exports, in JSON and as pages, and the separate export of end-to-end encrypted chats.
//
// One message is one item. Sentences that the platform wrote (someone joined, a call, a placeholder for an
// attachment) are kept as messages without text, so that nobody's words are judged by them.
package chat
