"""Who may not read a data folder is told so: not that it is damaged, not that it is empty, and not to bring a backup back."""

import os
import pathlib
import subprocess
import tempfile

NOBODY = 65_534


def check(program, small, checks):
    """Needs root, who can be somebody else."""
    if os.geteuid() != 0:
        print("rights: not tried: only root can be somebody else", flush=True)
        return
    with tempfile.TemporaryDirectory() as name:
        root = pathlib.Path(name)
        root.chmod(0o755)
        data, writable = root / "data", root / "writable"
        writable.mkdir()
        writable.chmod(0o777)
        shop = root / "shop"
        subprocess.run(["cp", "-r", small, str(shop)], check=True)
        shop.chmod(0o755)
        for path in shop.rglob("*"):
            path.chmod(0o755 if path.is_dir() else 0o644)
        subprocess.run([program, "load", small, "--data", str(data)], check=True, stdout=subprocess.DEVNULL)
        modes = {path.name: oct(path.stat().st_mode & 0o777) for path in (data, *data.iterdir()) if path.name != "lock"}
        checks.expect(all(mode.endswith("00") for mode in modes.values()), f"what is kept is its owner's alone: {modes}")

        def as_nobody(*arguments):
            return subprocess.run([program, *arguments], capture_output=True, text=True, timeout=60, user=NOBODY,
                                  group=NOBODY, extra_groups=[], cwd=writable)

        try:
            as_nobody("--version").check_returncode()
        except (OSError, subprocess.CalledProcessError) as fault:
            # The program, or what it loads, lies in a folder of root's.
            print(f"rights: not tried: nobody else may run the program ({fault})", flush=True)
            return

        def refused(what, *arguments, words="permission denied"):
            done = as_nobody(*arguments)
            fits = done.returncode == 1 and words in done.stderr and "restore" not in done.stderr and "loaded here" not in done.stderr
            checks.expect(fits, f"{what}: {arguments[0]}: {done.returncode} {done.stderr!r}")

        for what, folder, file in [("no rights to the file", 0o755, 0o600), ("a file to read only", 0o755, 0o644),
                                   ("no rights to the folder", 0o700, 0o644)]:
            data.chmod(folder)
            for path in data.iterdir():
                path.chmod(file)
            refused(what, "verify", "--data", str(data))
            refused(what, "backup", str(writable / "copy.sqlite"), "--data", str(data))
            refused(what, "move", "--from", str(data), "--to", "postgresql://127.0.0.1:1/nothing")
            refused(what, "account", "list", "--data", str(data))
        refused("no rights to the folder", "load", str(shop), "--data", str(data))

        done = subprocess.run([program, "verify", str(data)], capture_output=True, text=True, timeout=60)
        checks.expect(done.returncode == 1 and f"--data {data}" in done.stderr, f"a folder is no backup: {done.stderr!r}")
        to = root / "new"
        done = subprocess.run([program, "move", "--from", "postgresql://127.0.0.1:1/nothing", "--to", str(to)],
                              capture_output=True, text=True, timeout=60)
        checks.expect(done.returncode == 1 and not to.exists(), f"a database that is away leaves no folder: {done.stderr!r}")
        checks.expect("run the command again" in done.stderr, f"and says what to do: {done.stderr!r}")

        # Root brings back what the user of the site must open.
        copy = root / "copy.sqlite"
        subprocess.run([program, "backup", str(copy), "--data", str(data)], check=True, stdout=subprocess.DEVNULL)
        home = root / "home"
        home.mkdir(mode=0o700)
        os.chown(home, NOBODY, NOBODY)
        subprocess.run([program, "restore", str(copy), "--data", str(home)], check=True, stdout=subprocess.DEVNULL)
        done = as_nobody("verify", "--data", str(home))
        checks.expect(done.returncode == 0, f"what root brought back can't be opened: {done.stderr!r}")

        # A catalogue with a folder that may not be read.
        closed = next(path for path in sorted(shop.iterdir()) if path.is_dir() and path.name != "vocabularies")
        closed.chmod(0)
        done = as_nobody("check", str(shop))
        checks.expect(done.returncode == 65 and done.stderr.startswith(f"{closed}:1: ") and done.stderr.count("\n") == 1,
                      f"a closed folder is named, once: {done.returncode} {done.stderr[:300]!r}")
    print("read what may not be read", flush=True)
