"""The report: what was measured as plain values, for people and for machines.

A report is a tree of names; its leaves are shares `[right, whole]`, numbers and words. There are no
times and no paths in it, so that two reports of the same corpus differ only where the program does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeGuard

from benchmarks.quality.chance import Chance
from benchmarks.quality.compared import Compared, Redlines, Score
from benchmarks.quality.documents import Findings
from benchmarks.quality.linked import Agreement
from benchmarks.quality.referenced import Referenced
from benchmarks.quality.series import Member
from benchmarks.quality.shares import Share, Shares, total
from benchmarks.quality.verdicts import Verdict
from benchmarks.quality.witnesses import Hearing

Tree = dict[str, Any]
_WORST = 10


def build_report(
    findings: Sequence[Findings],
    members: Sequence[Member],
    verdicts: Mapping[str, Verdict],
    compared: Compared,
    chance: Chance,
    referenced: Referenced,
    agreement: Agreement,
) -> Tree:
    """The report as a tree."""
    hearings = [one for found in findings for one in found.hearings]
    agreed = {one.symbol for one in hearings if one.agreed}
    names = dict.fromkeys(name for found in findings for name in found.texts)
    return {
        "xml": _xml(findings, hearings),
        "witnesses": _witnesses(hearings),
        "disputed": {
            one.symbol: _ruling(one, verdicts.get(one.symbol))
            for one in hearings
            if one.is_disputed
        },
        "texts": {name: _texts(findings, name, agreed) for name in names},
        "cluster munitions": {one.number: _member(one) for one in members},
        "comparisons": _compared(compared),
        "changed by chance": {"texts": chance.texts}
        | _scores(
            {"pairs of clauses": chance.links, "moved": chance.moved, "weights": chance.weights}
        ),
        "references": _referenced(referenced),
        "links of the XML": {
            "references say the same": _leaf(agreement.share),
            "another document": agreement.other,
            "no reference": agreement.missed,
        },
    }


def _referenced(referenced: Referenced) -> Tree:
    """How well references are found, and which are wrong or missing."""
    tallies = referenced.tallies
    return {
        "documents": referenced.documents,
        "precision": {name: _leaf(tally.precision) for name, tally in tallies.items()},
        "recall": {name: _leaf(tally.recall) for name, tally in tallies.items()},
        "wrong": {name: tally.wrong for name, tally in tallies.items()},
        "missing": {name: tally.missing for name, tally in tallies.items()},
    }


def _compared(compared: Compared) -> Tree:
    """How well pairs are compared: F1 as a share, twice the right ones of what is found and due."""
    scores = {
        "pairs of clauses": compared.links,
        "unchanged": compared.unchanged,
        "moved": compared.moved,
        "weights": compared.weights,
        "directions of openings": compared.openings,
        "qualifiers": compared.qualifiers,
    }
    return {
        "pairs": compared.pairs,
        **_scores(scores),
        "redlines of these": _redlines(compared.redlines),
        "redlines of all consecutive texts of one title": _redlines(compared.everywhere),
    }


def _redlines(redlines: Redlines) -> Tree:
    """How redlines read, by the hundred: edited clauses, and words of a plain diff of words."""
    return {
        "stretches a hundred edited clauses": _by_hundred(redlines.fragments, redlines.clauses),
        "words redlined, a hundred of a plain diff": _by_hundred(redlines.words, redlines.plain),
    }


def _scores(scores: Mapping[str, Score]) -> Tree:
    """Scores by what they are of, and every miss."""
    return {
        "F1": {name: [2 * one.right, one.found + one.due] for name, one in scores.items()},
        "misses": {name: len(one.misses) for name, one in scores.items()},
        "told": [miss for one in scores.values() for miss in one.misses],
    }


def _by_hundred(count: int, whole: int) -> int:
    return round(100 * count / whole) if whole else 0


def _xml(findings: Sequence[Findings], hearings: Sequence[Hearing]) -> Tree:
    files = len(findings)
    return {
        "files read": _leaf(Share(files - sum(found.raised for found in findings), files)),
        "words conserved": _leaf(Share(sum(found.conserved for found in findings), files)),
        "resolutions": len(hearings),
        "notices": _counted(found.rules for found in findings),
    }


def _counted(several: Iterable[Counter[str]]) -> dict[str, int]:
    """How often each rule was noticed."""
    return dict(sorted(sum(several, Counter[str]()).items()))


def _witnesses(hearings: Sequence[Hearing]) -> Tree:
    heard = [one for one in hearings if one.agreed is not None]
    agreed = [one for one in heard if one.agreed]
    shares = {
        "walk and second opinion agree": Share(len(agreed), len(heard)),
        "ours the same documents": Share(sum(one.same_as_walk for one in agreed), len(agreed)),
        "ours the same ids": sum((one.ids for one in agreed), Share()),
        "ours the same clauses": sum((one.clauses for one in agreed), Share()),
        "ours as the walk, all documents": Share(
            sum(one.same_as_walk for one in hearings), len(hearings)
        ),
    }
    return {name: _leaf(share) for name, share in shares.items()}


def _ruling(hearing: Hearing, verdict: Verdict | None) -> Tree:
    """What is said of a disputed document."""
    if verdict is None:
        return {"erred": "not judged", "kind": "not judged", "ours": "not judged"}
    ours = "as judged" if verdict.confirms(hearing.ours) else "not as judged"
    return {"erred": ", ".join(verdict.erred), "kind": verdict.kind, "ours": ours}


def _texts(findings: Sequence[Findings], flavour: str, agreed: set[str]) -> Tree:
    texts = {
        found.hearings[0].symbol: found.texts[flavour]
        for found in findings
        if flavour in found.texts
    }
    of_documents = {symbol: text.shares for symbol, text in texts.items()}
    certain = [shares for symbol, shares in of_documents.items() if symbol in agreed]
    return {
        "where witnesses agree": _leaves(total(certain)),
        "all": _leaves(total(of_documents.values())),
        "notices": _counted(text.rules for text in texts.values()),
        "documents": {symbol: _leaves(shares) for symbol, shares in of_documents.items()},
    }


def _member(member: Member) -> Tree:
    return {
        **member.paragraphs,
        "differing": "–" if member.differing is None else " ".join(member.differing) or "nothing",
    }


def _leaf(share: Share) -> list[int]:
    return [share.right, share.whole]


def _leaves(shares: Shares) -> Tree:
    return {name: _leaf(share) for name, share in shares.items()}


def as_text(report: Tree) -> Iterator[str]:
    """The report for people, line by line."""
    yield "XML"
    yield from _lines({name: leaf for name, leaf in report["xml"].items() if name != "notices"})
    yield _noticed(report["xml"])
    yield "\nWitnesses of the XML (benchmarks/README.md)"
    yield from _lines(report["witnesses"])
    yield from _disputed(report["disputed"])
    for name, texts in report["texts"].items():
        for scope in ("where witnesses agree", "all"):
            yield f"\n{name[:1].upper()}{name[1:]}, {scope}"
            yield from _lines(texts[scope])
        yield _noticed(texts)
        yield from _worst(texts["documents"])
    yield "\nCluster munitions"
    for number, member in report["cluster munitions"].items():
        yield f"  {number:8}{'; '.join(f'{name}: {value}' for name, value in member.items())}"

    yield from _comparisons(report["comparisons"])
    yield from _by_chance(report["changed by chance"])
    yield from _references(report["references"])
    yield from _linked(report["links of the XML"])


def _references(tree: Tree) -> Iterator[str]:
    yield f"\nReferences: {tree['documents']} documents labelled by hand"
    for share in ("precision", "recall"):
        yield from _lines({f"{name}, {share}": leaf for name, leaf in tree[share].items()})


def _linked(tree: Tree) -> Iterator[str]:
    name = "references say the same"
    yield "\nLinks of the XML, references found without them (benchmarks/README.md)"
    yield from _lines({name: tree[name]})
    for kind in ("another document", "no reference"):
        yield f"  {kind}: {len(tree[kind])}"
        yield from (f"    {told}" for told in tree[kind])


def _comparisons(tree: Tree) -> Iterator[str]:
    yield f"\nComparisons: {tree['pairs']} pairs labelled by hand, F1"
    yield from _lines(tree["F1"])
    for kind in ("redlines of these", "redlines of all consecutive texts of one title"):
        told = (f"{name} {count}" for name, count in tree[kind].items())
        yield f"  {kind}: {'; '.join(told)}"
    yield from (f"    {miss}" for miss in tree["told"])


def _by_chance(tree: Tree) -> Iterator[str]:
    yield f"\nChanged by chance: {tree['texts']} texts, F1 (benchmarks/README.md)"
    yield from _lines(tree["F1"])
    yield from (f"    {miss}" for miss in tree["told"])


def _lines(tree: Tree) -> Iterator[str]:
    for name, leaf in tree.items():
        yield f"  {name:33}{Share(*leaf) if isinstance(leaf, list) else f'{leaf:>7,}'}"


def _noticed(tree: Tree) -> str:
    return f"  notices: {', '.join(f'{rule} {count}' for rule, count in tree['notices'].items())}"


def _disputed(disputed: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    judged = Counter(ruling["ours"] for ruling in disputed.values())
    counts = ", ".join(f"{count} {ours}" for ours, count in sorted(judged.items()))
    erred = Counter(name for ruling in disputed.values() for name in ruling["erred"].split(", "))
    blamed = ", ".join(f"{name} {count}" for name, count in sorted(erred.items()))
    yield f"\nDisputed: {len(disputed)} documents; ours {counts}; erred: {blamed}"
    for kind, count in Counter(ruling["kind"] for ruling in disputed.values()).most_common():
        yield f"  {kind}: {count}"
        for symbol, ruling in disputed.items():
            if ruling["kind"] == kind:
                yield f"    {symbol:18}erred: {ruling['erred']:15}ours: {ruling['ours']}"


def _worst(documents: Mapping[str, Mapping[str, list[int]]]) -> Iterator[str]:
    """The documents with the most ids, clauses, notes and fields that are not right."""
    counted = ("ids", "clauses", "footnotes", "marks", "masthead")

    def wrong(shares: Mapping[str, list[int]]) -> int:
        return sum(shares[name][1] - shares[name][0] for name in counted)

    yield f"  {'worst':20}{''.join(f'{name:>14}' for name in counted)}"
    for symbol in sorted(documents, key=lambda one: (-wrong(documents[one]), one))[:_WORST]:
        shares = (documents[symbol][name] for name in counted)
        figures = (f"{right}/{whole}" for right, whole in shares)
        yield f"  {symbol:20}{''.join(f'{figure:>14}' for figure in figures)}"


def moved(before: Tree, after: Tree, path: tuple[str, ...] = ()) -> Iterator[str]:
    """What differs between two reports, a line a leaf."""
    for name in {**before, **after}:
        old, new, here = before.get(name), after.get(name), (*path, name)
        if isinstance(old, dict) or isinstance(new, dict):
            yield from moved(old or {}, new or {}, here)
        elif old != new and _is_told(old) and _is_told(new):
            yield from (f"{' › '.join(here)}: no more {one}" for one in old if one not in new)
            yield from (f"{' › '.join(here)}: new {one}" for one in new if one not in old)
        elif old != new:
            yield f"{' › '.join(here)}: {_shown(old)} → {_shown(new)}"


def _is_told(leaf: Any) -> TypeGuard[list[str]]:
    """Whether a leaf is a list of what is told by name, and no share."""
    return isinstance(leaf, list) and all(isinstance(one, str) for one in leaf)


def _shown(leaf: Any) -> str:
    if leaf is None:
        return "nothing"
    return " ".join(str(Share(*leaf)).split()) if isinstance(leaf, list) else str(leaf)
