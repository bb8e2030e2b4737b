# ruff: noqa: E501 - XML as Office writes it
"""Word files with charts, diagrams and what else stands outside the text, made by hand."""

from __future__ import annotations

import io
import zipfile

from letterbook.writers.word.namespaces import RELATIONSHIPS
from tests.verify.word_letters import parts_of, word_file

_DRAWINGML = "http://schemas.openxmlformats.org/drawingml/2006"
_CHARTS = f"{_DRAWINGML}/chart"
_NEWER = "http://schemas.microsoft.com/office/drawing/2014/chartex"
_EXTENT = '<wp:extent cx="4000000" cy="2500000"/>'
_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_NEWER_TYPE = "application/vnd.ms-office.chartex+xml"
_DIAGRAM_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml"
LABELS = '<c:dLbls><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'


def chart_run(identifier="rId50"):
    """The run that holds a chart, whose part is referred to by this id."""
    return _drawing(f'<c:chart xmlns:c="{_CHARTS}" r:id="{identifier}"/>', _CHARTS)


def newer_chart_run(identifier="rId50"):
    """The run that holds a chart of Office 2016, with the picture that older programs show."""
    chart = _drawing(f'<cx:chart xmlns:cx="{_NEWER}" r:id="{identifier}"/>', _NEWER, run=False)
    return (
        '<w:r><mc:AlternateContent><mc:Choice xmlns:cx1="http://schemas.microsoft.com/office/drawing/2015/9/8'
        f'/chartex" Requires="cx1">{chart}</mc:Choice><mc:Fallback>{picture_drawing()}</mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    )


def diagram_run(identifier="rId50"):
    """The run that holds a diagram."""
    uri = f"{_DRAWINGML}/diagram"
    return _drawing(f'<d:relIds xmlns:d="{uri}" r:dm="{identifier}" r:lo="l" r:qs="q" r:cs="c"/>', uri)


def picture_drawing():
    """A picture, which nobody reads."""
    return _drawing("<pic:pic/>", f"{_DRAWINGML}/picture", run=False)


def _drawing(content, uri, *, run=True):
    drawing = (
        f'<w:drawing><wp:inline>{_EXTENT}<wp:docPr id="9" name="Chart 1" descr="the alt text says 9.9x"/>'
        f'<a:graphic><a:graphicData uri="{uri}">{content}</a:graphicData></a:graphic></wp:inline></w:drawing>'
    )
    return f"<w:r>{drawing}</w:r>" if run else drawing


def title(text):
    """The title of a chart or of an axis."""
    return (
        f"<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>{text}</a:t></a:r></a:p></c:rich></c:tx></c:title>"
    )


def series(name, values, code="General", labels="", categories=("H2 2025", "H1 2026")):
    """A series of columns as Office caches it."""
    names = "".join(f'<c:pt idx="{at}"><c:v>{text}</c:v></c:pt>' for at, text in enumerate(categories))
    points = "".join(f'<c:pt idx="{at}"><c:v>{value}</c:v></c:pt>' for at, value in enumerate(values))
    return (
        f'<c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:strRef><c:f>Sheet1!$B$1</c:f><c:strCache><c:pt idx="0"><c:v>{name}'
        f"</c:v></c:pt></c:strCache></c:strRef></c:tx>{labels}<c:cat><c:strRef><c:f>Sheet1!$A$2:$A$3</c:f><c:strCache>{names}</c:strCache></c:strRef>"
        f"</c:cat><c:val><c:numRef><c:f>Sheet1!$B$2:$B$3</c:f><c:numCache><c:formatCode>{code}</c:formatCode>{points}</c:numCache></c:numRef>"
        "</c:val></c:ser>"
    )


def columns(*all_series, heading="", labels="", table=""):
    """The part of a chart with columns."""
    return (
        f'<c:chartSpace xmlns:c="{_CHARTS}" xmlns:a="{_DRAWINGML}/main"><c:chart>{title(heading) if heading else ""}'
        f'<c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/>{"".join(all_series)}{labels}'
        f'<c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling/><c:delete val="0"/><c:axPos val="b"/>'
        '<c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling/><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="1"/>'
        f"</c:valAx>{table}</c:plotArea></c:chart></c:chartSpace>"
    )


def waterfall(heading, names, values, code, labels="<cx:dataLabels/>"):
    """The part of a chart of Office 2016."""
    strings = "".join(f'<cx:pt idx="{at}">{text}</cx:pt>' for at, text in enumerate(names))
    numbers = "".join(f'<cx:pt idx="{at}">{value}</cx:pt>' for at, value in enumerate(values))
    return (
        f'<cx:chartSpace xmlns:cx="{_NEWER}" xmlns:a="{_DRAWINGML}/main"><cx:chartData><cx:data id="0"><cx:strDim type="cat">'
        f'<cx:lvl ptCount="2">{strings}</cx:lvl></cx:strDim><cx:numDim type="val"><cx:lvl ptCount="2" formatCode="{code}">{numbers}'
        f"</cx:lvl></cx:numDim></cx:data></cx:chartData><cx:chart><cx:title><cx:tx><cx:txData><cx:v>{heading}</cx:v></cx:txData></cx:tx>"
        f'</cx:title><cx:plotArea><cx:plotAreaRegion><cx:series layoutId="waterfall"><cx:tx><cx:txData><cx:v>Fund I</cx:v></cx:txData></cx:tx>'
        f'{labels}<cx:dataId val="0"/></cx:series></cx:plotAreaRegion></cx:plotArea></cx:chart></cx:chartSpace>'
    )


def diagram(*texts):
    """The data part of a diagram; each point that is drawn has another without text for its place."""
    points = "".join(
        f'<d:pt modelId="{at}"><d:t><a:bodyPr/><a:p><a:r><a:t>{text}</a:t></a:r></a:p></d:t></d:pt>'
        f'<d:pt modelId="{at}0" type="pres"><d:prSet/></d:pt>'
        for at, text in enumerate(texts, start=1)
    )
    return f'<d:dataModel xmlns:d="{_DRAWINGML}/diagram" xmlns:a="{_DRAWINGML}/main"><d:ptLst>{points}</d:ptLst></d:dataModel>'


def letter_with(body, kind, part, **parts):
    """A letter with one more part of a kind: `chart`, `chartEx` or `diagramData`, referred to as `rId50`."""
    types = {"chart": _CHART_TYPE, "chartEx": _NEWER_TYPE, "diagramData": _DIAGRAM_TYPE}
    files = parts_of(word_file(body, **parts))
    relation = f'<Relationship Id="rId50" Type="{RELATIONSHIPS}/{kind}" Target="drawn/{kind}1.xml"/>'
    override = f'<Override PartName="/word/drawn/{kind}1.xml" ContentType="{types[kind]}"/>'
    files = {
        **files,
        "word/_rels/document.xml.rels": files["word/_rels/document.xml.rels"].replace(
            b"</Relationships>", f"{relation}</Relationships>".encode()
        ),
        "[Content_Types].xml": files["[Content_Types].xml"].replace(
            b"</Types>", f"{override}</Types>".encode()
        ),
        f"word/drawn/{kind}1.xml": part.encode(),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name, data)
    return buffer.getvalue()
