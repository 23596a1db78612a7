//go:build nogui

package main

import "context"

// window is nil: this build has none.
func window() func(context.Context, *app, windowOptions) error { return nil }
