"""All settings: built-in values, then `settings.toml` in the home folder, then `QA_…` variables."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SecretStr,
    ValidationError,
)

from qa.errors import SettingsError

PREFIX = "QA_"
FILE = "settings.toml"
MAIN = "main"  # the collection that the home folder itself is


def _split(value: object) -> object:
    """Environment variables carry lists as 'a, b'."""
    if isinstance(value, str):
        return tuple(part.strip() for part in value.split(",") if part.strip())
    return value


def _tables(value: object) -> object:
    """A collection may be given by its home alone; environment variables carry 'a=home, b=home'."""
    if isinstance(value, str):
        value = dict(part.partition("=")[::2] for part in _split(value))  # type: ignore[attr-defined]
    if not isinstance(value, Mapping):
        return value
    return {
        name: {"home": one} if isinstance(one, str | Path) else one for name, one in value.items()
    }


def _slug(name: str) -> str:
    if name == MAIN or not re.fullmatch("[a-z0-9][a-z0-9-]{0,39}", name):
        raise ValueError(
            f"a name has up to 40 lower-case letters, digits and hyphens, and isn't '{MAIN}'"
        )
    return name


Names = Annotated[tuple[str, ...], BeforeValidator(_split)]
UserPath = Annotated[Path, AfterValidator(Path.expanduser)]  # `~` is the user's folder


class CollectionSettings(BaseModel):
    """What a collection has of its own. Without `home` it is a folder below the server's."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    home: UserPath | None = None
    watch: bool | None = None


Slug = Annotated[str, AfterValidator(_slug)]
Collections = Annotated[Mapping[Slug, CollectionSettings], BeforeValidator(_tables)]


def _data_folder() -> Path:
    """Where this platform keeps a user's data: `~/.local/share/meeting-qa` on Linux."""
    from platformdirs import user_data_path

    return user_data_path("meeting-qa", appauthor=False)


def _cache_folder() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("meeting-qa", appauthor=False)


class Settings(BaseModel):
    """Frozen; unknown names are refused. The descriptions are the table in SETTINGS.md."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    home: UserPath = Field(
        default_factory=_data_folder,
        description="Folder of the index and of your reports; `--home` does the same.",
    )
    store: str = Field(
        "local",
        description="Where reports live: `local` is the home folder; `postgres` is the "
        "database that `database` names, after `pip install 'meeting-qa[postgres]'`.",
    )
    database: SecretStr = Field(
        SecretStr(""),
        description="Address of the PostgreSQL database, as `postgresql://user@host/name`; a "
        "password is better left to `PGPASSWORD` or `~/.pgpass`.",
    )
    embedder: str = Field(
        "all-MiniLM-L6-v2",
        description="The packaged model, or the folder or hub name of another "
        "sentence-transformers model.",
    )
    reader: str = Field(
        "extractive",
        description="What reads the passages: `extractive` marks the answer's words with a trained "
        "model, `sentence` needs none and answers with a whole sentence.",
    )
    reader_model: str = Field(
        "",
        description="Folder or hub name of another extractive question answering model in the "
        "transformers format; empty is the one that ships.",
    )
    reader_size: Literal["auto", "small", "large"] = Field(
        "auto",
        description="Whether a larger model reads the best passages and decides; `auto` if "
        "`pip install 'meeting-qa[large]'` was done and the processor has units for bfloat16, else "
        "it takes a second or two for a question.",
    )
    larger_read: int = Field(
        4, ge=1, description="Passages that the larger model reads, those with the best spans."
    )
    cache: UserPath = Field(
        default_factory=_cache_folder,
        description="Folder where the larger model's encoder is put together from its packages.",
    )
    calibration: UserPath | None = Field(
        None,
        description="File of the coefficients that order answers and make the confidence, such as "
        "`scripts/fit_reader.py` writes; none is the one that ships.",
    )
    rerank: bool = Field(
        True, description="Whether passages come in the order of what the reader makes of them."
    )
    reader_threads: int = Field(
        0,
        ge=0,
        description="Threads that read passages side by side, for all who ask; 0 is one for each "
        "core.",
    )
    dtype: Literal["auto", "float32", "bfloat16"] = Field(
        "auto",
        description="Numbers the model computes with; `auto` is bfloat16 on a CPU with units "
        "for it, where it is three times as fast.",
    )
    device: Literal["auto", "cpu", "cuda"] = Field(
        "auto",
        description="Where the models compute; `auto` is CUDA where torch has it (the CPU builds "
        "have none).",
    )
    torch_threads: int = Field(
        0,
        ge=0,
        description="Threads that embed passages; 0 is one for each core. A question takes one.",
    )
    passage_tokens: int = Field(
        256,
        ge=64,
        le=8192,
        description="Longest passage in tokens, context included; at most what the model reads.",
    )
    overlap_tokens: int = Field(
        48,
        ge=0,
        description="A passage repeats the last sentence of the one before if that "
        "has at most this many tokens.",
    )
    retrieval: Literal["hybrid", "dense", "lexical"] = Field(
        "hybrid", description="Which retrievers are asked."
    )
    dense_weight: float = Field(
        0.15,
        ge=0,
        description="Weight of the dense ranking in the fusion; names and dates, "
        "which decide on meetings, are better seen by the lexical one.",
    )
    lexical_weight: float = Field(1.0, ge=0, description="Weight of the lexical ranking.")
    fusion_k: float = Field(
        20, gt=0, description="Constant of the reciprocal rank fusion; larger flattens the ranks."
    )
    candidates: int = Field(100, ge=1, description="Hits taken from each retriever.")
    evidence: int = Field(
        20, ge=1, le=100, description="Passages returned for a question, and read if need be."
    )
    first_read: int = Field(
        4,
        ge=1,
        description="Passages of which the most promising are read at first; all others only if "
        "these leave the answer in doubt.",
    )
    first_near: float = Field(
        1.5,
        ge=1,
        description="Of these, two are read at first, and the others whose odds, by what is known "
        "before reading, are at most so many times smaller than the best one's.",
    )
    sure_above: float = Field(
        0.45,
        ge=0,
        le=1,
        description="Confidence, before it is told as a level, from which on the other passages "
        "aren't read.",
    )
    verify: int = Field(
        4,
        ge=0,
        description="Most sentences of the best candidates that are read again, each by itself "
        "under its context.",
    )
    refuse_below: float = Field(
        0.25,
        ge=0,
        le=1,
        description="Confidence under which the reader answers nothing.",
    )
    question_chars: int = Field(1000, ge=1, description="Longest question, in characters.")
    report_bytes: int = Field(50_000_000, ge=1, description="Largest report file, in bytes.")
    ocr: str = Field(
        "",
        description="Languages in which the words of scanned PDF pages are recognized, such as "
        "`eng` or `eng+deu`, by Debian's tesseract-ocr and `pip install pytesseract`; empty: off.",
    )
    follow_links_outside: bool = Field(
        False, description="Whether links may lead out of the folder of reports."
    )
    language_model_url: str = Field(
        "",
        pattern="^(https?://[^?#]+)?$",
        description="Base address of an OpenAI-compatible server, such as "
        "`http://127.0.0.1:8080/v1`, whose model may write an answer from the sentences that were "
        "found, on request, each sentence checked; empty: off.",
    )
    language_model: str = Field("", description="Name of the model there.")
    language_model_key: str = Field("", repr=False, description="Its key, if it wants one.")
    language_model_seconds: float = Field(
        60.0, gt=0, description="Seconds after which the words of the reports have to do."
    )
    host: str = Field("127.0.0.1", description="Address that the server listens on.")
    port: int = Field(8000, ge=0, le=65535, description="Port of the server; 0 takes a free one.")
    threads: int = Field(8, ge=1, le=256, description="Questions answered at the same time.")
    queue: int = Field(
        128,
        ge=0,
        le=400,
        description="Questions that wait meanwhile; who comes then is told to come back (503).",
    )
    body_bytes: int = Field(65_536, ge=1, description="Largest request body, in bytes.")
    allowed_hosts: Names = Field(
        (),
        description="Names, besides the loopback ones, under which browsers may reach the "
        "server; needed to listen on other addresses.",
    )
    auth: Literal["auto", "changes", "keys", "none"] = Field(
        "auto",
        description="Who has to sign in (`qa users`) or show a key (`qa keys`): with `auto` "
        "everybody on a server that other machines reach, with `changes` whoever changes "
        "something, with `keys` everybody anywhere, with `none` nobody.",
    )
    session_hours: float = Field(
        168, gt=0, description="Hours until who signed in has to sign in again."
    )
    rate_limit: int | None = Field(
        None,
        ge=0,
        description="Requests a minute of one user, key or (where there is none) address; none is "
        "240 on a server that other machines reach, and 0 is no limit, as on others.",
    )
    trusted_proxy: str = Field(
        "",
        description="Address of the reverse proxy in front, whose X-Forwarded-For is believed.",
    )
    insight: bool = Field(
        False,
        description="Whether `insight.jsonl` in the home folder keeps when something was asked, "
        "how long it took and whether it was answered, for the page's `#/insight`.",
    )
    insight_questions: bool = Field(
        False, description="Whether it keeps the questions' words as well."
    )
    public_url: str = Field(
        "",
        pattern="^(https?://[^/?#]+(/[^?#]*)?)?$",
        description="Address of the page for those who follow a citation from elsewhere; empty is "
        "that of `host` and `port`.",
    )
    watch: bool = Field(
        False, description="Whether the server follows its folders and indexes what changes there."
    )
    collections: Collections = Field(
        {},
        description="Further collections of reports at `/c/NAME/`, each with a home of its own: "
        "tables `[collections.NAME]` with `home` and `watch`, or `NAME=HOME, …`.",
    )

    @classmethod
    def load(cls, **overrides: Any) -> Settings:
        """Settings for this process; `overrides` (None means not given) win over all else.

        Raises:
            SettingsError: a name is unknown, a value is unusable or the file isn't TOML.
        """
        given = {name: value for name, value in overrides.items() if value is not None}
        environment = _environment(os.environ)
        home = Path(given.get("home") or environment.get("home") or _data_folder()).expanduser()
        values = {**_file(home / FILE), **environment, **given}
        return _validated({**values, "home": home.resolve()})


def _environment(variables: Mapping[str, str]) -> dict[str, Any]:
    return {
        name.removeprefix(PREFIX).lower(): value
        for name, value in variables.items()
        if name.startswith(PREFIX)
    }


def _file(path: Path) -> dict[str, Any]:
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{path} can't be read: {error}.", "Mend or remove it.") from error
    if "home" in values:
        raise SettingsError(
            f"{path} sets 'home', but is itself found there.", "Use --home or QA_HOME instead."
        )
    return values


def _validated(values: dict[str, Any]) -> Settings:
    try:
        return Settings(**values)
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        raise SettingsError(
            f"Setting '{name}' ({PREFIX}{str(first['loc'][0]).upper()}): {first['msg']}.",
            "The table of settings is qa/SETTINGS.md.",
        ) from error
