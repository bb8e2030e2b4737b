"""The drawing of the imports, and the budgets that keep the code easy to read."""

from __future__ import annotations

import ast
from pathlib import Path
from statistics import median, quantiles

import pytest

ROOT = Path(__file__).resolve().parent.parent

# The modules at the root of the package.
GROUND = {path.stem for path in (ROOT / "letterbook").glob("*.py") if not path.stem.startswith("__")}

# What each floor may import of the project, besides itself. The order is from the ground up.
_MIDDLE = {"ground", "markup", "importers", "library", "fund", "writers"}
FLOORS = {
    "ground": set(),
    "markup": {"ground"},
    "importers": {"ground", "markup"},
    "library": {"ground", "markup"},
    "fund": {"ground", "markup"},
    "writers": {"ground", "markup"},
    "charts": {"ground"},
    "verify": {"ground", "markup", "fund", "writers"},
    "checks": _MIDDLE | {"verify"},
    "drafting": _MIDDLE | {"charts", "verify", "checks"},
    "cli": _MIDDLE | {"verify", "checks", "drafting", "package"},
    "package": set(),
}


def module_files():
    files = [
        path
        for path in (ROOT / "letterbook").rglob("*.py")
        if not path.is_relative_to(ROOT / "letterbook/cli")
    ]
    return sorted(files + list((ROOT / "cli").rglob("*.py")))


def module_name(path):
    parts = path.relative_to(ROOT).with_suffix("").parts
    parts = ("letterbook", *parts) if parts[0] == "cli" else parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_name(path): ast.parse(path.read_text(encoding="utf-8")) for path in module_files()}
LINES = {module_name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in module_files()}


def floor(module):
    """The floor a module stands on; the package's own `__init__` and `__main__` are `package`."""
    parts = module.split(".")
    if len(parts) == 1 or parts[1] == "__main__":
        return "package"
    return "ground" if parts[1] in GROUND else parts[1]


def imported_modules(module):
    for node in ast.walk(MODULES[module]):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names if name.name.split(".")[0] == "letterbook")
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "letterbook":
            for name in node.names:
                full = f"{node.module}.{name.name}"
                yield full if full in MODULES else node.module


IMPORTS = {module: set(imported_modules(module)) - {module} for module in MODULES}


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_from_the_floors_below(module):
    own = floor(module)
    assert own in FLOORS, f"{module} stands on no floor; add its folder to FLOORS"
    allowed = FLOORS[own] | {own}
    assert {name for name in IMPORTS[module] if floor(name) not in allowed} == set()


def test_no_imports_go_in_a_circle():
    finished, path = set(), []

    def visit(module):
        if module in finished:
            return
        assert module not in path, " -> ".join([*path[path.index(module) :], module])
        path.append(module)
        for imported in sorted(IMPORTS.get(module, ())):
            visit(imported)
        finished.add(path.pop())

    for module in MODULES:
        visit(module)


def test_only_the_commands_know_click():
    knowing = {
        module
        for module, tree in MODULES.items()
        for node in ast.walk(tree)
        if (isinstance(node, ast.Import) and any(name.name.split(".")[0] == "click" for name in node.names))
        or (isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "click")
    }
    assert {floor(module) for module in knowing} == {"cli"}


def test_the_library_never_prints():
    printing = [
        f"{module}:{node.lineno}"
        for module, tree in MODULES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    assert printing == []


def functions(tree):
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def length(node):
    """The lines of a function without its docstring: a manual is not code to be kept in mind."""
    docstring = node.body[0] if ast.get_docstring(node) else None
    written = docstring.end_lineno - docstring.lineno + 1 if docstring else 0
    return node.end_lineno - node.lineno + 1 - written


def test_no_module_is_longer_than_400_lines():
    assert {module: lines for module, lines in LINES.items() if lines > 400} == {}


def test_modules_are_short_on_the_whole():
    assert median(LINES.values()) < 130


def test_functions_are_short():
    lengths = [
        (f"{module}.{node.name}", length(node))
        for module, tree in MODULES.items()
        for node in functions(tree)
    ]
    assert [(name, lines) for name, lines in lengths if lines > 60] == []
    assert median(lines for _, lines in lengths) <= 10
    assert quantiles((lines for _, lines in lengths), n=20)[-1] <= 35


def public_definitions():
    for module, tree in MODULES.items():
        yield module, tree
        for node in tree.body:
            if isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_"):
                yield f"{module}.{node.name}", node
                if isinstance(node, ast.ClassDef):
                    members = (member for member in node.body if isinstance(member, ast.FunctionDef))
                    yield from (
                        (f"{module}.{node.name}.{member.name}", member)
                        for member in members
                        if not member.name.startswith("_")
                    )


def test_what_is_public_is_documented():
    without = [name for name, node in public_definitions() if not ast.get_docstring(node)]
    total = sum(1 for _ in public_definitions())
    assert len(without) / total <= 0.15, without


def test_everything_is_annotated():
    def complete(node):
        arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
        others = [argument for argument in (node.args.vararg, node.args.kwarg) if argument]
        named = [argument for argument in arguments if argument.arg not in {"self", "cls"}]
        return node.returns is not None and all(argument.annotation for argument in [*named, *others])

    incomplete = [
        f"{module}:{node.lineno} {node.name}"
        for module, tree in MODULES.items()
        for node in functions(tree)
        if not complete(node)
    ]
    assert incomplete == []
