"""The rows of the feature table, by group."""

from __future__ import annotations

from collections.abc import Mapping

from docs.features import block_rows, page_rows, text_rows
from docs.features.made import Row

GROUPS: Mapping[str, tuple[Row, ...]] = {
    "Words": (
        text_rows.headings,
        text_rows.emphasis,
        text_rows.inline_code,
        text_rows.baselines,
        text_rows.small_capitals,
        text_rows.marked,
        text_rows.hard_breaks,
        text_rows.typographic_quotes,
        page_rows.hostile_text,
    ),
    "Links and references": (
        text_rows.links,
        text_rows.tooltips,
        text_rows.one_relationship,
        text_rows.inner_links,
        text_rows.numbered_captions,
        text_rows.references,
        text_rows.contents,
        text_rows.pages_of_contents,
    ),
    "Footnotes": (
        text_rows.notes,
        text_rows.separators,
        text_rows.notes_everywhere,
        text_rows.links_in_notes,
    ),
    "Lists": (
        block_rows.nine_levels,
        block_rows.start_anywhere,
        block_rows.lists_restart,
        block_rows.tasks,
        block_rows.definitions,
        block_rows.item_paragraphs,
        block_rows.item_quotations,
    ),
    "Quotations and other blocks": (
        block_rows.quotations,
        block_rows.nested_quotations,
        block_rows.attributions,
        block_rows.own_styles,
        block_rows.code,
        block_rows.rules,
        block_rows.page_breaks,
        block_rows.landscape,
        block_rows.columns,
    ),
    "Tables": (
        block_rows.alignments,
        block_rows.decimals,
        block_rows.widths,
        block_rows.heading_rows,
        block_rows.whole_rows,
        block_rows.column_spans,
        block_rows.row_spans,
        block_rows.table_captions,
    ),
    "Pictures": (
        block_rows.formats,
        block_rows.vector,
        block_rows.alternatives,
        block_rows.picture_widths,
        block_rows.picture_captions,
        block_rows.drawing_ids,
    ),
    "Languages": (
        page_rows.language,
        page_rows.marked_language,
        page_rows.east_asian,
        page_rows.right_to_left,
    ),
    "Page and letterhead": (
        page_rows.page_numbers,
        page_rows.first_page,
        page_rows.letterhead_headers,
        page_rows.letterhead_styles,
        page_rows.letterhead_text,
        page_rows.letterhead_parts,
    ),
    "For all readers": (page_rows.title, page_rows.all_alternatives, page_rows.heading_cells),
    "For later": (page_rows.anchors, page_rows.build, page_rows.fields, page_rows.same_bytes),
}
