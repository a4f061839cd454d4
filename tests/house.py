"""A real server for the tests outside: started on loopback, asked over sockets, killed at will."""
import base64
import contextlib
import hmac
import http.client
import json
import os
import pathlib
import re
import signal
import socket
import subprocess
import time
import uuid

ROOT = pathlib.Path(__file__).resolve().parent.parent
BINARY = pathlib.Path(os.environ.get("MAPLEBRIDGE_BINARY") or ROOT / "build/release/maplebridge")
PASSWORD = "red maple 7 by the bridge"


def totp(secret, step=None):
    """The code of a base32 secret, of now or of a step of thirty seconds (RFC 6238)."""
    counter = int(time.time()) // 30 if step is None else step
    mac = hmac.digest(base64.b32decode(secret + "=" * (-len(secret) % 8)), counter.to_bytes(8, "big"), "sha1")
    at = mac[19] & 15
    return f"{(int.from_bytes(mac[at:at + 4], 'big') & 0x7fffffff) % 1_000_000:06d}"


class House:
    def __init__(self, data, *options):
        self.data, self.options = pathlib.Path(data), options
        self.process, self.port, self.first_run = None, None, None
        self.recovery = {}

    def start(self):
        self.process = subprocess.Popen([BINARY, "serve", "--data", self.data, "--port", "0", *self.options],
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        for line in self.process.stdout:
            if self.port is None or f":{self.port}/" not in line:
                if found := re.search(r"http://127\.0\.0\.1:(\d+)/  \(", line):
                    self.port = int(found.group(1))
            if found := re.search(r"first-run#(\S+)", line):
                self.first_run = found.group(1)
                break
            if self.port and not self._fresh():
                break
        return self

    def _fresh(self):
        """Whether a first-run link is still to be printed."""
        if "--demo" in self.options:
            return False
        status, _, _ = self.ask("GET", "/ready")
        marker = self.data / ".has-accounts"
        return status == 200 and not marker.exists()

    def kill(self):
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.port = None

    def stop(self):
        """Asks the server to end and tells its exit code; None where none ran."""
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(timeout=30)
        self.port = None
        return self.process.returncode if self.process else None

    def run(self, command, *more):
        """A command of the program on the same data."""
        return run(command, "--data", self.data, *[o for o in self.options if o != "--demo"], *more)

    def connect(self):
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)

    def status_of(self, sent):
        """Any bytes to the socket, the status that comes back."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=20) as line:
            line.sendall(sent)
            answer = http.client.HTTPResponse(line)
            answer.begin()
            return answer.status

    def ask(self, verb, path, body=None, cookie=None, headers=None, connection=None):
        connection = connection or self.connect()
        sent = {"Accept-Language": "en", **(headers or {})}
        if cookie:
            sent["Cookie"] = cookie
        if body is not None:
            sent["Content-Type"] = "application/json"
        connection.request(verb, "/api" + path, json.dumps(body) if body is not None else None, sent)
        answer = connection.getresponse()
        text = answer.read()
        return answer.status, json.loads(text) if text else None, answer

    def well(self, verb, path, body=None, cookie=None, **more):
        status, answer, raw = self.ask(verb, path, body, cookie, **more)
        assert status == 200, f"{verb} {path}: {status} {answer}"
        return answer, raw

    def enrol(self, raw):
        """From an answer that lets somebody in, or asks for a second factor first: the cookie of who is in."""
        cookie = raw.getheader("Set-Cookie").split(";")[0]
        me, _ = self.well("GET", "/session", cookie=cookie)
        if me["waits_for"] != "enrolment":
            return cookie
        told, _ = self.well("POST", "/session/enrolment", {}, cookie)
        done, raw = self.well("PUT", "/session/enrolment", {"code": totp(told["secret"])}, cookie)
        self.recovery[me["username"]] = done["recovery_codes"]
        return raw.getheader("Set-Cookie").split(";")[0]

    def furnish(self):
        """From nothing to a working office: administrator, bureau, judicial office, committee, a director."""
        _, raw = self.well("POST", "/first-run", {"token": self.first_run, "username": "root", "password": PASSWORD, "name": "管理员"})
        admin = self.enrol(raw)
        (self.data / ".has-accounts").touch()
        me, _ = self.well("GET", "/session", cookie=admin)
        root = me["roles"][0]["organisation"]

        def organisation(parent, kind, level, name, short, division, seal):
            made, _ = self.well("POST", "/organisations", {"parent": parent, "kind": kind, "level": level, "name": name, "name_en": "",
                                "short_name": short, "division": division, "phone": "0990-6000000", "address": "", "hours": "",
                                "has_seal": seal}, admin)
            return made["id"]

        office = organisation(root, "judicial_office", "subdistrict", "迎宾司法所", "克迎所", "650203007", False)
        committee = organisation(office, "community_committee", "community", "汇福社区人民调解委员会", "克迎汇", "650203007001", True)
        cookies = {"admin": admin}
        for username, where, role in (("clerk", office, "desk_clerk"), ("director", committee, "director")):
            person, _ = self.well("POST", "/people", {"organisation": where, "name": "顾真远", "phone": "0990-6000001", "languages": ["zh"],
                                  "skills": [], "serves_as": ["mediator"], "certificate": "C-1", "certificate_until": "2099-01-01"}, admin)
            made, _ = self.well("POST", "/accounts", {"person": person["id"], "username": username, "roles": [{"role": role, "organisation": where}]}, admin)
            token = next(v for v in walk(made) if isinstance(v, str) and "invitation#" in v).split("#")[1]
            _, raw = self.well("POST", "/invitations/use", {"token": token, "password": PASSWORD + username})
            cookies[username] = self.enrol(raw)
        self.cookies, self.office, self.committee = cookies, office, committee
        return self


@contextlib.contextmanager
def postgres():
    """A private cluster; gives its connection string and removes it."""
    cluster = subprocess.run(["bash", ROOT / "tools/postgres.sh", "start"], capture_output=True, text=True, check=True).stdout.strip()
    try:
        yield cluster
    finally:
        subprocess.run(["bash", ROOT / "tools/postgres.sh", "stop", cluster], check=False)


def run(*command, cwd=None):
    """One command of the program: exit code, standard output, standard error, all as text."""
    return subprocess.run([BINARY, *map(str, command)], cwd=cwd, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=300)


def walk(thing):
    if isinstance(thing, dict):
        for value in thing.values():
            yield from walk(value)
    elif isinstance(thing, list):
        for value in thing:
            yield from walk(value)
    else:
        yield thing


def request_form(n=0):
    return {"kind": "neighbour", "source": "walk_in", "place": "650203007001", "facts": f"楼上漏水，第{n}次反映。", "request": "请求修理。",
            "amount": 180000, "parties": [
                {"side": "applicant", "kind": "person", "name": "顾真远", "phone": "13800002046", "consent": "agreed"},
                {"side": "respondent", "kind": "person", "name": "马伊布拉", "phone": "13800002047"}]}


def key():
    return str(uuid.uuid4())
