"""Mutants: the small changes to a module that its tests should notice.

Each is one replacement in the source, so that what is left keeps its lines and comments. Left alone are docstrings,
annotations, decorators and the inside of f-strings: changes there are invisible, or belong to the type checker.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from itertools import accumulate

_OPPOSITE: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
_ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
    ast.BitXor: ast.BitOr,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
}
_CALLS = {
    one: two
    for pair in (
        ("min", "max"),
        ("any", "all"),
        ("startswith", "endswith"),
        ("lstrip", "rstrip"),
        ("find", "rfind"),
        ("partition", "rpartition"),
        ("match", "search"),
    )
    for one, two in (pair, pair[::-1])
}
_TYPES = {"tuple", "list", "dict", "set", "frozenset", "int", "str", "float", "bool", "Callable"}
#: arguments in another order make no other result, or none that could be
_EVEN = {"min", "max", "range", "isinstance", "zip", "compile", "Union"}


@dataclass(frozen=True, slots=True)
class Mutant:
    """One replacement in one module. Lines count from 1, offsets are bytes of the UTF-8 source."""

    #: the module's path below the package, such as `text/fold.py`
    path: str
    #: the function or class around it, such as `Folded.end`; "" at module level
    where: str
    line: int
    start: int
    end: int
    #: the source in that place, and what replaces it
    old: str
    new: str
    #: the line as it was and as it is now (the first line of a longer place), without white space at its ends
    before: str
    after: str

    def apply(self, source: bytes) -> bytes:
        """The source with this change."""
        return source[: self.start] + self.new.encode() + source[self.end :]

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What names a mutant when lines have moved: path, function, both lines."""
        return self.path, self.where, self.before, self.after


def mutants(path: str, source: bytes) -> list[Mutant]:
    """All mutants of a module, in the order of its source.

    Raises:
        SyntaxError: if the source is not Python.
    """
    found = _Finder(path, source)
    found.visit(ast.parse(source))
    return sorted(found.mutants, key=lambda mutant: (mutant.start, mutant.end, mutant.new))


class _Finder(ast.NodeVisitor):
    def __init__(self, path: str, source: bytes) -> None:
        self.path, self.source = path, source
        self.starts = [0, *accumulate(map(len, source.splitlines(keepends=True)))]
        self.scope: list[str] = []
        self.bound: set[str] = set()
        self.mutants: list[Mutant] = []

    def offset(self, line: int, column: int) -> int:
        return self.starts[line - 1] + column

    def add(self, node: ast.AST, new: str) -> None:
        start, end = self.offset(node.lineno, node.col_offset), self.offset(node.end_lineno, node.end_col_offset)  # type: ignore[attr-defined]
        old = self.source[start:end].decode()
        if old == new:
            return
        first = self.source.rfind(b"\n", 0, start) + 1
        last = self.source.find(b"\n", end)
        before, after = self.source[first:last].decode(), self.source[first:start].decode() + new
        after += self.source[end:last].decode()
        lines = " ".join(before.split()), " ".join(after.split())
        self.mutants.append(Mutant(self.path, ".".join(self.scope), node.lineno, start, end, old, new, *lines))  # type: ignore[attr-defined]

    def put(self, node: ast.expr, new: ast.expr) -> None:
        self.add(node, f"({ast.unparse(new)})" if not isinstance(new, ast.Constant | ast.Call) else ast.unparse(new))

    # --- what surrounds

    def _scoped(self, node: ast.FunctionDef | ast.ClassDef) -> None:
        outer, self.bound = self.bound, {arg.arg for arg in ast.walk(node) if isinstance(arg, ast.arg)}
        self.scope.append(node.name)
        for default in [*node.args.defaults, *node.args.kw_defaults] if isinstance(node, ast.FunctionDef) else []:
            if default:
                self.visit(default)
        for statement in node.body:
            self.visit(statement)
        self.scope.pop()
        self.bound = outer

    visit_FunctionDef = visit_ClassDef = _scoped  # noqa: N815

    def visit_If(self, node: ast.If) -> None:
        if ast.unparse(node.test) != "TYPE_CHECKING":
            self._condition(node.test)
            self.generic_visit(node)

    def _ignore(self, node: ast.AST) -> None:
        """Neither it nor what is in it is changed."""

    visit_JoinedStr = visit_Import = visit_ImportFrom = _ignore  # noqa: N815

    def visit_Subscript(self, node: ast.Subscript) -> None:
        if self.scope or not _is_type(node):
            self.generic_visit(node)

    # --- statements

    def visit_Expr(self, node: ast.Expr) -> None:
        if isinstance(node.value, ast.Constant):
            return
        self.add(node, "pass")
        self.generic_visit(node)

    def visit_Assign(self, node: ast.Assign) -> None:
        names = {n.id for target in node.targets for n in ast.walk(target) if isinstance(n, ast.Name)}
        if self.scope and names <= self.bound:
            self.add(node, "pass")
        self.bound |= names
        if names != {"__all__"}:
            self.visit(node.value)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value:
            self.visit(node.value)
            self.bound |= {n.id for n in ast.walk(node.target) if isinstance(n, ast.Name)}

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        self.add(node, "pass")
        if type(node.op) in _ARITHMETIC:
            swapped = ast.AugAssign(node.target, _ARITHMETIC[type(node.op)](), node.value)
            self.add(node, ast.unparse(swapped))
        self.visit(node.value)

    def _jump(self, node: ast.Continue | ast.Break) -> None:
        self.add(node, "pass")

    visit_Continue = visit_Break = _jump  # noqa: N815

    def visit_Return(self, node: ast.Return) -> None:
        if node.value:
            # True and False are changed into each other.
            if not (isinstance(node.value, ast.Constant) and node.value.value in (None, True, False)):
                self.put(node.value, ast.Constant(None))
            self.visit(node.value)

    # --- conditions

    def _condition(self, test: ast.expr) -> None:
        """Negated, unless it is already changed into its opposite for what it is."""
        is_plain = not isinstance(test, ast.Compare | ast.UnaryOp)
        if is_plain:
            self.put(test, ast.UnaryOp(ast.Not(), test))

    def _conditional(self, node: ast.While | ast.IfExp) -> None:
        self._condition(node.test)
        self.generic_visit(node)

    visit_While = visit_IfExp = _conditional  # noqa: N815

    def visit_comprehension(self, node: ast.comprehension) -> None:
        for test in node.ifs:
            self._condition(test)
        self.generic_visit(node)

    # --- expressions

    def visit_Compare(self, node: ast.Compare) -> None:
        for at, operator in enumerate(node.ops):
            for opposite in _OPPOSITE[type(operator)]:
                self.put(
                    node, ast.Compare(node.left, [*node.ops[:at], opposite(), *node.ops[at + 1 :]], node.comparators)
                )
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        self.put(node, ast.BoolOp(ast.Or() if isinstance(node.op, ast.And) else ast.And(), node.values))
        self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        if isinstance(node.op, ast.Not | ast.Invert | ast.USub):
            self.put(node, node.operand)
        self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        if not self.scope and _is_type(node):
            return
        if type(node.op) in _ARITHMETIC:
            self.put(node, ast.BinOp(node.left, _ARITHMETIC[type(node.op)](), node.right))
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if name in _CALLS:
            start = ast.copy_location(ast.Name(name), node.func)
            start.lineno, start.col_offset = node.func.end_lineno or 0, (node.func.end_col_offset or 0) - len(name)
            self.add(start, _CALLS[name])
        first, second = [*node.args[:2], None, None][:2]
        if first and second and name not in _EVEN and not isinstance(first, ast.Starred | ast.GeneratorExp):
            self.put(node, ast.Call(node.func, [second, first, *node.args[2:]], node.keywords))
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        value = node.value
        if isinstance(value, bool):
            self.put(node, ast.Constant(not value))
        elif isinstance(value, int | float):
            self.put(node, ast.Constant(value + 1))
            self.put(node, ast.Constant(value - 1))
        elif isinstance(value, str) and value:
            self.put(node, ast.Constant(""))


def _is_type(node: ast.expr) -> bool:
    """Whether a module-level expression is a type: `tuple[int, str]`, `str | None`."""
    names = {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}
    return bool(names) and names <= _TYPES
