"""The password: from the file to the cookie, and how slowly it is guessed."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from sumber.errors import SettingsError
from sumber.serve import Gate, read_password
from tests.serve.safe.conftest import Serving

PASSWORD = "kopi tubruk tanpa gula"


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def gate(clock: Clock) -> Gate:
    return Gate(PASSWORD, clock)


@pytest.fixture
def client(serving: Serving, gate: Gate) -> TestClient:
    return serving(gate=gate)


def _sign_in(client: TestClient, password: str = PASSWORD, **form: str) -> int:
    return client.post("/login", data={"password": password, **form}).status_code


def test_a_file_holds_a_secret_of_some_length(tmp_path: Path) -> None:
    file = tmp_path / "pass.txt"
    with pytest.raises(SettingsError, match="cannot be read"):
        read_password(str(file))
    file.write_text(f"{PASSWORD}\nsecond line\n")
    file.chmod(0o644)
    with pytest.raises(SettingsError, match="chmod 600"):
        read_password(str(file))
    file.chmod(0o600)
    assert read_password(str(file)) == PASSWORD
    for text in ("", "\n", "short\n"):
        file.write_text(text)
        with pytest.raises(SettingsError, match="12 to 1000"):
            read_password(str(file))


def test_without_a_session_there_is_the_page_but_no_data(client: TestClient) -> None:
    assert client.get("/").status_code in (200, 503)
    assert client.get("/api/meta").status_code == 401
    assert client.get("/api/openapi.json").status_code == 401
    assert client.post("/api/judgements", headers={"x-sumber": "1"}, json={}).status_code == 401


def test_signing_in_and_out(client: TestClient) -> None:
    assert _sign_in(client, "wrong password!") == 401
    answer = client.post("/login", data={"password": PASSWORD, "back": "#/desk/1a2b?q=a"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/#/desk/1a2b?q=a")
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert PASSWORD not in cookie
    assert client.get("/api/meta").status_code == 200
    assert client.post("/logout").status_code == 303
    assert client.get("/api/meta").status_code == 401


def test_a_session_made_up_or_ended_opens_nothing(client: TestClient, gate: Gate, clock: Clock) -> None:
    client.cookies.set("sumber-session", "x" * 43)
    assert client.get("/api/meta").status_code == 401
    client.cookies.clear()
    token = gate.enter()
    clock.now += 11 * 3_600
    assert gate.knows(token)  # used, it lasts on
    clock.now += 11 * 3_600
    assert gate.knows(token)
    clock.now += 13 * 3_600
    assert not gate.knows(token)


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"])
def test_after_signing_in_nobody_is_sent_elsewhere(client: TestClient, back: str) -> None:
    assert client.post("/login", data={"password": PASSWORD, "back": back}).headers["location"] == "/"


def test_a_form_of_another_page_signs_nobody_in(client: TestClient) -> None:
    forged = {"sec-fetch-site": "cross-site", "origin": "http://evil.example"}
    for name, value in forged.items():
        answer = client.post("/login", data={"password": PASSWORD}, headers={name: value})
        assert answer.status_code == 403


def test_the_cookie_goes_over_tls_alone_where_there_is_tls(serving: Serving, gate: Gate) -> None:
    client = serving("https://127.0.0.1:8180", gate=gate, secure=True)
    assert "Secure" in client.post("/login", data={"password": PASSWORD}).headers["set-cookie"]


def test_guesses_get_slower_and_the_right_one_is_not_heard_meanwhile(
    client: TestClient, gate: Gate, clock: Clock
) -> None:
    assert [_sign_in(client, f"wrong guess {n}") for n in range(6)] == [401] * 5 + [429]
    answer = client.post("/login", data={"password": PASSWORD})
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "2")
    clock.now += 1.1
    assert _sign_in(client, "wrong again, later") == 401
    clock.now += 1.1
    assert _sign_in(client) == 429  # it is two seconds now
    clock.now += 1.1
    assert _sign_in(client) == 303
    assert _sign_in(client, "and from the beginning") == 401


def test_the_wait_has_an_end_and_addresses_share_a_minute(gate: Gate, clock: Clock) -> None:
    for _ in range(40):
        clock.now += 3_600
        assert gate.wait("10.0.0.1") == 0
    assert 890 < gate.wait("10.0.0.1") <= 900
    assert [gate.wait(f"10.0.1.{n}") for n in range(59)] == [0.0] * 59
    assert gate.wait("10.0.2.1") > 50
    clock.now += 61
    assert gate.wait("10.0.2.1") == 0


def test_one_network_of_ipv6_is_one_guesser(gate: Gate) -> None:
    waits = [gate.wait(f"2001:db8::{n}") for n in range(6)]
    assert waits[:5] == [0.0] * 5
    assert waits[5] > 0


def test_the_page_to_sign_in_speaks_both_languages_and_holds_no_script(client: TestClient) -> None:
    page = client.get("/login", params={"back": '#/x"><script>alert(1)</script>'}, headers={"accept-language": "id-ID"})
    assert 'lang="id"' in page.text
    assert "Kata sandi" in page.text
    assert "<script" not in page.text
    assert 'lang="en"' in client.get("/login", headers={"accept-language": "fr, en;q=0.5, id;q=0.1"}).text
    assert client.get("/login.css").headers["content-type"].startswith("text/css")
    wrong = client.post("/login", data={"password": "wrong password"})
    assert 'role="alert"' in wrong.text
    _sign_in(client)
    assert "/logout" in client.get("/login").text
