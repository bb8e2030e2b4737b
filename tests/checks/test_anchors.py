from __future__ import annotations


def test_a_name_given_twice_is_found_where_it_stands_the_second_time(check):
    markdown = "## A {#x}\n\nText.\n\n![c](a.png){#x}\n\n[w]{#y} [v]{#y}"
    assert check(markdown) == [
        ("identifier-twice", 5, 'A second part is called "#x"; the first is in line 1.'),
        ("identifier-twice", 7, 'A second part is called "#y"; the first is in line 7.'),
    ]


def test_a_link_to_a_place_that_is_not_there_is_found(check):
    assert check("See [above](#box), [it](#bxo).\n\n::: {.box #box}\nText.\n:::") == [
        ("link-nowhere", 1, "The link #bxo leads nowhere in this draft.")
    ]


def test_links_to_figures_tables_headings_and_words_are_fine(check):
    table = "| a |\n|---|\n| b |\n\n: Caption {#t}"
    markdown = f"[a](#f) [b](#t) [c](#h) [d](#w)\n\n![c](a.png){{#f}}\n\n{table}\n\n## H {{#h}}\n\n[w]{{#w}}"
    assert check(markdown) == []


def test_a_figure_in_a_note_that_is_called_twice_is_one_figure(check):
    markdown = "One.[^n]\n\nTwo.[^n] See [](#f).\n\n[^n]: Words.\n\n    ![c](a.png){#f}"
    assert "identifier-twice" not in [identifier for identifier, _, _ in check(markdown)]
