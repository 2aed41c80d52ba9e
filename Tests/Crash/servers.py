"""Starts the program, and ends it as a power cut would."""

import pathlib
import resource
import shutil
import signal
import socket
import subprocess
import time

PASSPHRASE = "een lange wachtzin voor de test"


class Server:
    """A program that serves a data folder."""

    def __init__(self, program, data, log, largest_file=None, options=(), opens=True):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.log = open(log, "a")
        # Many reports come from one machine here, so the limit a source has is lifted.
        self.process = subprocess.Popen(
            [program, "serve", "--data", data, "--port", str(self.port), "--most-reports", "1000000", *options],
            stdout=self.log, stderr=self.log, preexec_fn=largest_file and (lambda: fill_up(largest_file)))
        if opens:
            self.wait()

    def wait(self):
        for _ in range(1500):
            try:
                socket.create_connection(("127.0.0.1", self.port), 0.2).close()
                return
            except OSError:
                if self.process.poll() is not None:
                    break
                time.sleep(0.02)
        raise SystemExit("the server did not open: " + pathlib.Path(self.log.name).read_text()[-2000:])

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.log.close()

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=30)
        self.log.close()


def fill_up(largest_file):
    """As a full disk does: from here on no file grows beyond so many bytes, and a write that would fails."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest_file, largest_file))


def prepare(program, catalogue, data):
    """A data folder with a catalogue, and an organisation that takes reports."""
    subprocess.run([program, "load", catalogue, "--data", data], check=True, stdout=subprocess.DEVNULL)
    subprocess.run(
        [program, "inbox", "add", "child-focus", "--theme", "cyberbullying", "--language", "nl", "--handler", "Anna", "--data", data],
        input=PASSPHRASE, text=True, check=True, stdout=subprocess.DEVNULL)


def small_catalogue(catalogue, folder):
    """A shop of a handful of entries, which opens soon: its own ones, over the vocabularies of the real one."""
    shutil.copytree(pathlib.Path(catalogue) / "vocabularies", pathlib.Path(folder) / "vocabularies")
    shutil.copytree(pathlib.Path(__file__).parent / "small", folder, dirs_exist_ok=True)
    return str(folder)
