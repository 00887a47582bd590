"""Hostile texts, pages, captions, mails and RTF."""

from __future__ import annotations

from collections.abc import Mapping

from scripts.attacking.shapes import front_matters, shapes

_DEEP = 20_000


def text_files(letters: int) -> Mapping[str, bytes]:
    """Plain texts and Markdown: 100 shapes and more of each."""
    plain = {f"{name}.txt": text for name, text in shapes(letters).items()}
    marked = {**shapes(letters), **front_matters(letters)}
    found = {**plain, **{f"{name}.md": text for name, text in marked.items()}}
    return {
        **{name: text.encode("utf-8", "surrogatepass") for name, text in found.items()},
        "utf-16 cut.txt": "Fees rise.".encode("utf-16")[:-1],
        "utf-32.txt": "Fees rise.".encode("utf-32"),
        "no encoding.txt": bytes(range(256)) * (letters // 256),
        "lone surrogate.md": b"# Fees \xed\xa0\x80\n\nThey rise.\n",
        "high bytes.md": b"\xff\xfe\xfd" * (letters // 3),
    }


def pages(letters: int) -> Mapping[str, bytes]:
    """HTML: deep, wide, unclosed, and with attributes that lie."""
    many = letters // 20
    tags = (
        "div",
        "table",
        "ul",
        "b",
        "sup",
        "font",
        "svg",
        "math",
        "template",
        "select",
        "frameset",
    )
    inner = {
        **{f"deep {tag}": f"<{tag}>" * many + "Fees rise." for tag in tags},
        **{f"closed {tag}": "Fees rise." + f"</{tag}>" * many for tag in tags},
        "cells in cells": "<table><tr><td>" * 3000 + "Fees",
        "colspan": "<table><tr><td colspan=999999999 rowspan=999999999>a<td>b" + "<tr><td>c" * 99,
        "spans": "<table>" + "<tr>" + "<td rowspan=1000 colspan=1000>a" * 300 + "<tr><td>b" * 300,
        "odd spans": "<table><tr><td rowspan=-5 colspan=x>a<td rowspan=1e9>b<tr><td colspan=٣>c",
        "wide row": f"<table><tr>{'<td>a' * many}</table>",
        "long table": f"<table>{'<tr><td>a<td>b' * many}</table>",
        "attributes": "<p " + " ".join(f"a{n}=b" for n in range(many)) + ">Fees",
        "classes": f"<p class='{'a ' * many}'>Fees",
        "style": f"<p style='{'display:' * many}'>Fees</p>" + "<p style='display:none'>a" * many,
        "entities": "&" + "amp;" * many + "&#x110000;&#0;&#xd800;&#99999999999999999999;",
        "comments": "<!--" * many,
        "scripts": "<script>" * many + "Fees",
        "dl": "<dl>" + "<dt>a<dd>" * many,
        "links": "<a href='#fn1'>1</a>" * many,
        "raised": "<sup>1</sup>" * many + "<sub>2</sub>" * many,
        "pre": "<pre>" + "a\n" * many,
        "dates": "<time datetime='99999-99-99'>" * many + "<meta name=date content=0000-00-00>",
        "charset": "<meta charset='utf-99'>Fees rise",
        "charset idna": "<meta charset=idna>Fees rise",
        "charset unicode_escape": "<meta charset=unicode_escape>\\ud800 Fees",
        "doctype bomb": '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><p>&b;',
    }
    found = {f"{name}.html": f"<html><body>{text}" for name, text in inner.items()}
    found["headings.html"] = "".join(f"<h{n % 6 + 1}>a</h{n % 6 + 1}>" for n in range(many))
    return {name: page.encode("utf-8", "surrogatepass") for name, page in found.items()}


def captions(letters: int) -> Mapping[str, bytes]:
    """Captions whose times go backwards, overflow, or never come."""
    many = letters // 40
    cue = "{}:{}:{}.000 --> {}:{}:{}.000\n<v Mara Quist>Fees rise.\n\n"
    inner = {
        "backwards": "".join(cue.format(n, n, n, 0, 0, 0) for n in range(many, 0, -1)),
        "overflow": cue.format(*["9" * 400] * 6) * 9,
        "tags": "00:01.000 --> 00:02.000\n" + "<v a>" * many,
        "open tags": "00:01.000 --> 00:02.000\n" + "<" * letters,
        "arrows": "--> " * many,
        "cues": cue.format(*["00"] * 6) * many,
        "no words": "00:01.000 --> 00:02.000\n\n" * many,
        "one line": "00:01.000 --> 00:02.000\n" + "a " * (letters // 2),
        "notes": "NOTE a\n" * many,
        "rolling": "".join(
            f"00:{n % 60:02}.000 --> 00:59.000\n{'a b c ' * (n % 9)}\n\n" for n in range(many)
        ),
    }
    found = {f"{name}.vtt": f"WEBVTT\n\n{text}" for name, text in inner.items()}
    found |= {f"{name}.srt": f"1\n{text.replace('.000', ',000')}" for name, text in inner.items()}
    return {name: text.encode() for name, text in found.items()}


def mails(letters: int) -> Mapping[str, bytes]:
    """Mails in mails, parts without end, encodings and headers that lie."""
    head = "From: a@b\nDate: {}\nSubject: {}\nMIME-Version: 1.0\nContent-Type: {}\n\n{}"
    day, plain = "Fri, 3 May 2024 10:00:00 +0000", "text/plain"
    nested = "multipart/mixed; boundary=b"
    part = "--b\nContent-Type: {}\n\n{}\n"
    deep = "".join(part.format(f"multipart/mixed; boundary=b{n}", f"--b{n}") for n in range(2000))
    inner = {
        "deep parts": (day, "Fees", nested, deep),
        "one boundary": (day, "Fees", nested, part.format(nested, "") * 3000),
        "mails in mails": (
            day,
            "Fees",
            "message/rfc822",
            "Content-Type: message/rfc822\n\n" * 3000,
        ),
        "many parts": (day, "Fees", nested, part.format(plain, "Fees rise.") * 5000 + "--b--"),
        "no boundary": (day, "Fees", "multipart/mixed", "Fees rise."),
        "odd type": (day, "Fees", ";;;=;/; charset", "Fees rise."),
        "date": ("Fri, 99 Foo 99999 99:99:99 +9999", "Fees", plain, "Fees rise."),
        "date zone": ("Fri, 3 May 2024 10:00:00 +999999999", "Fees", plain, "Fees rise."),
        "year": ("Fri, 3 May -1 10:00:00", "Fees", plain, "Fees rise."),
        "encoded words": (day, "=?utf-8?q?=41?= " * (letters // 16), plain, "Fees rise."),
        "open words": (day, "=?" * (letters // 2), plain, "Fees rise."),
        "odd words": (day, "=?idna?b?////?= =?x?q?=zz?= =?utf-7?b?+?=", plain, "Fees rise."),
        "long subject": (day, "a" * letters, plain, "Fees rise."),
        "parameters": (day, "Fees", plain + "; name*99999999999*=a; name*0*=b''%zz", "Fees"),
        "many parameters": (day, "Fees", plain + "; a=b" * 5000, "Fees"),
        "flowed": (day, "Fees", plain + "; format=flowed", "> a \n" * (letters // 5)),
        "quotes": (day, "Fees", plain, "".join(f"{'>' * n} a\n" for n in range(1000))),
        "html": (day, "Fees", "text/html", "<div>" * _DEEP),
        "attached": (day, "Fees", nested, part.format("application/pdf", "%PDF-1.7") + "--b--"),
        "calendar": (day, "Fees", "text/calendar", "BEGIN:VEVENT\n" * 5000),
    }
    charsets = (
        "idna",
        "rot13",
        "zlib",
        "unicode_escape",
        "undefined",
        "utf-7",
        "a\x00b",
        "punycode",
    )
    inner |= {
        f"charset {charset!r}": (day, "Fees", f"{plain}; charset={charset}", "Fées rise. +AGE-")
        for charset in charsets
    }
    found = {f"{name}.eml": head.format(*values) for name, values in inner.items()}
    found["transfer.eml"] = (
        f"From: a@b\nSubject: Fees\nContent-Transfer-Encoding: base64\n\n{'=' * letters}"
    )
    found["addresses.eml"] = f"From: {'a <a@b>, ' * 5000}\nSubject: Fees\n\nFees rise."
    found["groups.eml"] = f"From: {'((((' * 5000}\nTo: {'g:' * 5000}\nSubject: Fees\n\nFees rise."
    return {name: text.encode("utf-8", "surrogatepass") for name, text in found.items()}


def rich_texts(letters: int) -> Mapping[str, bytes]:
    """RTF with groups, numbers and fonts that don't end."""
    inner = {
        "deep": "{" * letters + "Fees",
        "closed": "Fees" + "}" * letters,
        "bin": "\\bin99999999999999 Fees rise.",
        "negative bin": "\\bin-5 Fees rise.",
        "numbers": f"\\u{'9' * 5000}? \\fs{'9' * 5000} Fees rise.",
        "letters": "\\u-99999? \\u55296? \\u1114112? \\uc99999 \\u65? Fees rise.",
        "hex": "\\'zz \\'f \\' Fees rise." + "\\'ff" * (letters // 4),
        "code page": "\\ansicpg99999 \\'e9 Fees rise.",
        "fonts": "{\\fonttbl" + "{\\f0\\fcharset999 a;}" * 5000 + "}Fees rise.",
        "words": f"\\{'a' * letters} Fees rise.",
        "stars": "{\\*" * (letters // 4) + "Fees",
        "rows": "\\trowd\\cellx1 a\\cell\\row " * (letters // 30),
        "fields": "{\\field{\\*\\fldinst HYPERLINK}{\\fldrslt " * (letters // 50) + "Fees",
        "objects": "{\\object{\\*\\objdata " + "ff" * letters + "}}Fees rise.",
        "struck": "\\strike a \\deleted b" * (letters // 20),
        "lists": "{\\listtext\\'b7\\tab}Fees\\par " * (letters // 30),
    }
    return {f"{name}.rtf": f"{{\\rtf1 {text}".encode() for name, text in inner.items()}
