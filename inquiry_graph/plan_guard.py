"""What a typed statement may do, judged by its plan and never by its text.

READ access mode already stops every write. It lets through some statements that are
administrative or reach outside the graph (TERMINATE TRANSACTIONS, SHOW SETTINGS, LOAD CSV,
several procedures), so the plan that the server makes for the statement must consist
of the operators and procedures listed here. What is not listed is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from inquiry_graph.errors import StatementRefused

READ_ONLY = "r"  # the type that the server gives to a plan that only reads

# Neo4j's operators that only read the graph or shape rows. A name stands for its variants: Expand for Expand(All).
_SCANS = """
AllNodesScan NodeByLabelScan NodeByElementIdSeek NodeByIdSeek IntersectionNodeByLabelsScan UnionNodeByLabelsScan
SubtractionNodeByLabelsScan DynamicLabelNodeLookup DynamicDirectedRelationshipTypeLookup
DynamicUndirectedRelationshipTypeLookup NodeIndexSeek NodeUniqueIndexSeek NodeIndexScan NodeIndexSeekByRange
NodeUniqueIndexSeekByRange NodeIndexContainsScan NodeIndexEndsWithScan MultiNodeIndexSeek AssertingMultiNodeIndexSeek
AssertingMultiRelationshipIndexSeek DirectedAllRelationshipsScan UndirectedAllRelationshipsScan
DirectedRelationshipTypeScan UndirectedRelationshipTypeScan DirectedUnionRelationshipTypesScan
UndirectedUnionRelationshipTypesScan DirectedRelationshipByElementIdSeek UndirectedRelationshipByElementIdSeek
DirectedRelationshipByIdSeek UndirectedRelationshipByIdSeek DirectedRelationshipIndexScan
UndirectedRelationshipIndexScan DirectedRelationshipIndexSeek UndirectedRelationshipIndexSeek
DirectedRelationshipIndexSeekByRange UndirectedRelationshipIndexSeekByRange DirectedRelationshipUniqueIndexSeek
UndirectedRelationshipUniqueIndexSeek DirectedRelationshipUniqueIndexSeekByRange
UndirectedRelationshipUniqueIndexSeekByRange DirectedRelationshipIndexContainsScan
UndirectedRelationshipIndexContainsScan DirectedRelationshipIndexEndsWithScan UndirectedRelationshipIndexEndsWithScan
NodeFulltextIndexSearch DirectedRelationshipFulltextIndexSearch UndirectedRelationshipFulltextIndexSearch
NodeCountFromCountStore RelationshipCountFromCountStore
"""
_WALKS = """
Expand OptionalExpand VarLengthExpand PruningVarLengthExpand Repeat ShortestPath StatefulShortestPath
PathPropagatingBFS ProjectEndpoints
"""
_JOINS = """
Apply SemiApply AntiSemiApply LetSemiApply LetAntiSemiApply SelectOrSemiApply SelectOrAntiSemiApply
LetSelectOrSemiApply LetSelectOrAntiSemiApply ConditionalApply AntiConditionalApply RollUpApply CartesianProduct
NodeHashJoin ValueHashJoin NodeLeftOuterHashJoin NodeRightOuterHashJoin TriadicSelection TriadicBuild TriadicFilter
AssertSameNode AssertSameRelationship Union OrderedUnion
"""
_ROWS = """
ProduceResults Projection Filter Limit ExhaustiveLimit Skip Sort PartialSort Top PartialTop Distinct OrderedDistinct
EagerAggregation OrderedAggregation Unwind Eager Optional Argument EmptyResult CacheProperties RemoteBatchProperties
RemoteBatchPropertiesWithFilter NullifyMetadata Anti Input ProcedureCall ShowIndexes ShowConstraints
"""
OPERATORS = frozenset(f"{_SCANS} {_WALKS} {_JOINS} {_ROWS}".split())

# Procedures that only describe the graph or search its own indexes.
PROCEDURES = frozenset(
    {
        "db.labels",
        "db.relationshipTypes",
        "db.propertyKeys",
        "db.schema.visualization",
        "db.schema.nodeTypeProperties",
        "db.schema.relTypeProperties",
        "db.index.fulltext.queryNodes",
        "db.index.fulltext.queryRelationships",
        "dbms.components",
    }
)

Plan = Mapping[str, Any]  # as the driver gives it: operatorType, args, children


def require_read_only(plan: Plan | None, statement_type: str | None) -> None:
    """Refuse a statement whose plan does more than read the graph. Raises StatementRefused, which says why."""
    if plan is None or statement_type != READ_ONLY:
        raise StatementRefused(
            "The statement was not run: it does more than read the graph. "
            "Statements here may read only; write to the graph by loading a data package."
        )
    for operator in _operators(plan):
        _require_known(operator)


def _operators(plan: Plan) -> Iterator[Plan]:
    yield plan
    for child in plan.get("children") or ():
        yield from _operators(child)


def _require_known(operator: Plan) -> None:
    name = re.match(r"[A-Za-z0-9]*", str(operator.get("operatorType", "")))
    kind = name.group() if name else ""
    if kind not in OPERATORS:
        raise StatementRefused(
            f"The statement was not run: its plan holds the step {kind or 'of an unknown kind'}, which is not one that "
            "only reads this graph. Ask with MATCH, WHERE, WITH and RETURN instead."
        )
    if kind == "ProcedureCall":
        _require_known_procedure(str((operator.get("args") or {}).get("Details", "")))


def _require_known_procedure(details: str) -> None:
    name = re.match(r"[\w.]+(?=\()", details)
    called = name.group() if name else details
    if called not in PROCEDURES:
        raise StatementRefused(
            f"The statement was not run: it calls {called}. These procedures may be called here: "
            f"{', '.join(sorted(PROCEDURES))}."
        )
