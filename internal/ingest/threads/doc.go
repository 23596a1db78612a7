// Package threads reads the Threads part of an Instagram export, in its folder threads/.
//
// The export holds no address, author or parent of the owner's posts; links lead to the profile.
package threads
