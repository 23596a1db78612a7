package main

import (
	"context"
	"os/exec"
	"runtime"
)

// notify shows a notification by the system's own program, if there is one. Without a desktop there is nobody
// to tell, so that a failure says nothing.
func notify(ctx context.Context, title, text string) {
	var args []string
	switch runtime.GOOS {
	case "darwin":
		args = []string{"osascript", "-e", "on run argv", "-e", "display notification (item 2 of argv) with title (item 1 of argv)", "-e", "end run", title, text}
	case "windows":
		args = []string{"msg", "*", title + ": " + text}
	default:
		args = []string{"notify-send", "--app-name=Footprint", "--", title, text}
	}
	if path, err := exec.LookPath(args[0]); err == nil {
		_ = exec.CommandContext(ctx, path, args[1:]...).Run()
	}
}
