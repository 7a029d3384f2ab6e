"""The running window as a screen reader sees it, through AT-SPI: every control has a name, states change, what happens is told.

Called by run.sh beside this, with a display and a bus of its own: check_tree.py PROGRAM.
"""

import os
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = float(os.environ.get("ACTISCOPE_PATIENCE", 120))  # seconds, for what happens at once on an idle machine
CONTROLS = {
    Atspi.Role.PUSH_BUTTON, Atspi.Role.TOGGLE_BUTTON, Atspi.Role.CHECK_BOX, Atspi.Role.RADIO_BUTTON, Atspi.Role.COMBO_BOX, Atspi.Role.SLIDER,
    Atspi.Role.SPIN_BUTTON, Atspi.Role.ENTRY, Atspi.Role.TEXT, Atspi.Role.MENU_ITEM, Atspi.Role.CHECK_MENU_ITEM, Atspi.Role.TREE,
    Atspi.Role.TREE_TABLE, Atspi.Role.LIST, Atspi.Role.TABLE,
}
# Names that change in a run of a hundred epochs: the button's, what is told, and once those of the rows that it fills (with Qt 6.8, which tells of
# each: 33). One for each epoch would be over a hundred.
MOST_HEARD = 60
problems = []
heard = []


def note(text):
    problems.append(text)
    print("FAIL:", text)


def pump(seconds):
    """Lets events arrive."""
    loop = GLib.MainLoop()
    GLib.timeout_add(int(1000 * seconds), loop.quit)
    loop.run()


def wait_for(what, find):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            found = find()
        except GLib.Error:  # it changed while it was looked at
            found = None
        if found:
            return found
        pump(0.1)
    note(f"never: {what}")
    return None


def walk(node, depth=0):
    """All that is showing below a node."""
    if node is None or depth > 40:
        return
    yield node
    for i in range(node.get_child_count()):
        try:
            child = node.get_child_at_index(i)
            if child and child.get_state_set().contains(Atspi.StateType.SHOWING):
                yield from walk(child, depth + 1)
        except GLib.Error:
            continue


def application(pid):
    desktop = Atspi.get_desktop(0)
    for i in range(desktop.get_child_count()):
        each = desktop.get_child_at_index(i)
        if each and each.get_process_id() == pid and each.get_child_count() > 0:
            return each
    return None


def find(root, role, names):
    return next((node for node in walk(root) if node.get_role() in role and node.get_name() in names), None)


def is_inside_field(node):
    """The editor of a spin box or of a combo box, whose name is that of what it is in."""
    parent = node.get_parent()
    return parent is not None and parent.get_role() in (Atspi.Role.SPIN_BUTTON, Atspi.Role.COMBO_BOX)


def check_names(root, where):
    controls = [node for node in walk(root) if node.get_role() in CONTROLS]
    for node in controls:
        if not node.get_name().strip() and not is_inside_field(node):
            parent = node.get_parent()
            note(f"{where}: a {node.get_role_name()} in “{parent.get_name() if parent else ''}” ({parent.get_role_name() if parent else ''}) has no name")
    print(f"{where}: {len(controls)} controls")
    return len(controls)


def press(node):
    Atspi.Action.do_action(node, 0)


def check(root):
    if check_names(root, "Functions") < 20:
        note("Functions: hardly any control is there")
    rail = find(root, {Atspi.Role.PUSH_BUTTON, Atspi.Role.RADIO_BUTTON, Atspi.Role.TOGGLE_BUTTON, Atspi.Role.CHECK_BOX}, {"Training"})
    if rail is None:
        note("the rail has no button Training")
        return
    press(rail)
    buttons = {Atspi.Role.PUSH_BUTTON}
    train = wait_for("a button Train", lambda: find(root, buttons, {"Train"}))
    if train is None:
        for node in walk(root):
            print("  there:", node.get_role_name(), "“" + node.get_name() + "”")
        return
    if check_names(root, "Training") < 10:
        note("Training: hardly any control is there")
    wait_for("Train is enabled", lambda: train.get_state_set().contains(Atspi.StateType.ENABLED))
    before = len(heard)
    press(train)
    wait_for("the button says Pause", lambda: find(root, buttons, {"Pause"}))
    wait_for("the end of the run is told", lambda: any("Finished at epoch" in text for text in heard))
    wait_for("the button says Train again", lambda: find(root, buttons, {"Train"}))
    if not any(text.startswith("Training from epoch") for text in heard[before:]):
        note("the start of the run is not told")
    if len(heard) - before > MOST_HEARD:
        note(f"{len(heard) - before} names change while it trains: nobody can listen to that")


def main():
    environment = dict(os.environ, QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1")
    program = subprocess.Popen([sys.argv[1]], env=environment)
    try:
        root = wait_for("the program in the tree", lambda: application(program.pid))
        if root is not None:
            listener = Atspi.EventListener.new(lambda event: heard.append(event.source.get_name() or ""))
            for event in ("object:property-change:accessible-name", "object:announcement"):
                listener.register(event)
            pump(1)
            check(root)
    finally:
        program.terminate()
        program.wait(timeout=60)
    for text in dict.fromkeys(heard):
        print("heard:", text)
    sys.exit(1 if problems else 0)


main()
