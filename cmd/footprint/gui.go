//go:build !nogui

package main

import "context"

// window returns what opens the window and waits until it is closed; nil in a build without one.
func window() func(context.Context, *app, windowOptions) error { return nil }
