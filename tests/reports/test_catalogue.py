from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from qa.errors import ReportError
from qa.reports.catalogue import Rows, read_catalogue
from qa.reports.formats.document import Metadata


def _write(folder: Path, text: str) -> Path:
    path = folder / "catalogue.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_rows_come_by_file(tmp_path: Path) -> None:
    path = _write(
        tmp_path,
        "file,title,date,event,place,url\n"
        'a.md,"Fees, dues",2023-03-14,Board,Quay 3,https://example.org\n'
        "sub/b.md,Other,,,,\n",
    )
    assert read_catalogue(path) == {
        "a.md": Metadata("Fees, dues", "2023-03-14", "Board", "Quay 3", "https://example.org"),
        "sub/b.md": Metadata(title="Other"),
    }


def test_other_columns_and_the_order_do_not_matter(tmp_path: Path) -> None:
    path = _write(tmp_path, "number,date,file\n1,14 March 2023,a.md\n")
    assert read_catalogue(path) == {"a.md": Metadata(date="14 March 2023")}


@pytest.mark.parametrize("row", ["a.md", "a.md,,", "a.md,T,2023-03-14,more,and,more", " a.md ,,"])
def test_short_and_long_rows_are_read(tmp_path: Path, row: str) -> None:
    assert list(read_catalogue(_write(tmp_path, f"file,title,date\n{row}\n"))) == ["a.md"]


def test_rows_without_a_file_are_passed_over(tmp_path: Path) -> None:
    assert read_catalogue(_write(tmp_path, "title,file\nA,\nB\n\n")) == {}


@pytest.mark.parametrize(
    "raw",
    [
        codecs.BOM_UTF8 + "file,title\r\na.md,Été\r\n".encode(),
        "file,title\na.md,Été\n".encode("utf-16"),
    ],
    ids=["spreadsheet's utf-8", "utf-16"],
)
def test_encodings_are_those_of_reports(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(raw)
    assert read_catalogue(path) == {"a.md": Metadata(title="Été")}


@pytest.mark.parametrize("text", ["", "title,date\nA,2023-03-14\n", "file;title\na.md;A\n"])
def test_a_catalogue_without_files_names_its_columns(tmp_path: Path, text: str) -> None:
    with pytest.raises(ReportError, match=r"no column 'file'.*title, date, event, place, url"):
        read_catalogue(_write(tmp_path, text))


@pytest.mark.parametrize(
    ("event", "short", "said"),
    [
        ("Third Conference", "COP 3", "Third Conference (COP 3)"),
        ("Third Conference (COP 3)", "COP 3", "Third Conference (COP 3)"),
        ("Third Conference", "", "Third Conference"),
        ("", "COP 3", None),
    ],
)
def test_an_event_is_found_by_its_short_name(
    tmp_path: Path, event: str, short: str, said: str | None
) -> None:
    path = _write(tmp_path, f"file,event,event_short\na.md,{event},{short}\n")
    assert read_catalogue(path)["a.md"].event == said


@pytest.mark.parametrize("name", ["nowhere.csv", "."])
def test_a_catalogue_that_cannot_be_opened_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(ReportError, match="can't be read"):
        read_catalogue(tmp_path / name)


@pytest.mark.parametrize("raw", [b"\0\1\2", b'file,title\na.md,"' + b"x" * 200_000 + b'"\n'])
def test_what_is_no_catalogue_is_a_report_error(tmp_path: Path, raw: bytes) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(raw)
    with pytest.raises(ReportError):
        read_catalogue(path)


@pytest.mark.parametrize(
    "written",
    ["sub/Ko\u0308ln.md", "./sub/K\u00f6ln.md", "sub\\K\u00d6LN.MD", "SUB/./k\u00f6ln.md"],
)
@pytest.mark.parametrize("there", ["sub/K\u00f6ln.md", "sub/Ko\u0308ln.md"])
def test_a_row_fits_a_file_however_it_is_spelled(written: str, there: str) -> None:
    rows = Rows({written: Metadata(event="Board")}, [there])
    assert rows.of(there) == Metadata(event="Board")
    assert rows.warning() is None


def test_a_row_of_the_very_name_fits_no_other_file() -> None:
    rows = Rows({"a.md": Metadata(event="Board")}, ["A.md", "a.md"])
    assert (rows.of("A.md"), rows.of("a.md")) == (None, Metadata(event="Board"))


def test_many_rows_without_a_file_are_counted() -> None:
    warning = Rows({f"{n:02}.md": Metadata() for n in range(30)}, []).warning()
    assert warning
    assert warning.startswith("30 of its rows")
    assert warning.endswith("19.md and 10 more.")
