"""Drops files on a window as a file manager does: the source of a drag in version 5 of XDND.

usage: drop.py WINDOW URI...
It ends with 0 once the window says that it took them.
"""

import sys

from Xlib import X, display
from Xlib.protocol import event

screen = display.Display()
root = screen.screen().root
target = screen.create_resource_object("window", int(sys.argv[1]))
files = "".join(uri + "\r\n" for uri in sys.argv[2:]).encode()
atom = screen.intern_atom
source = root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
source.set_selection_owner(atom("XdndSelection"), X.CurrentTime)


def tell(name, *data):
    """Sends the window a message of the protocol."""
    data = (source.id,) + data + (0,) * (4 - len(data))
    target.send_event(event.ClientMessage(window=target, client_type=atom(name), data=(32, data)))
    screen.flush()


def hand_over(request):
    """Answers what the window asks of the selection: the names of the files."""
    request.requestor.change_property(request.property, request.target, 8, files)
    request.requestor.send_event(event.SelectionNotify(time=request.time, requestor=request.requestor,
                                                       selection=request.selection, target=request.target, property=request.property))
    screen.flush()


size = target.get_geometry()
at = root.translate_coords(target, 0, 0)
middle = (size.width // 2 - at.x) << 16 | (size.height // 2 - at.y)
tell("XdndEnter", 5 << 24, atom("text/uri-list"))
tell("XdndPosition", 0, middle, X.CurrentTime, atom("XdndActionCopy"))
dropped = False
while True:
    said = screen.next_event()
    if said.type == X.SelectionRequest:
        hand_over(said)
    elif said.type == X.ClientMessage and said.client_type == atom("XdndStatus") and not dropped:
        if not said.data[1][1] & 1:
            sys.exit("the window does not take files")
        tell("XdndDrop", 0, X.CurrentTime)
        dropped = True
    elif said.type == X.ClientMessage and said.client_type == atom("XdndFinished"):
        # GLFW says how many bytes it took, not 1.
        sys.exit(0 if said.data[1][1] else "the window did not take the files")
