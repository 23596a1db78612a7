// Package account reads the rest of a Facebook export: the profile, friends, groups, pages and contacts,
// settings, apps, interests, searches, and log-ins.
package account
