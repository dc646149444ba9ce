"""Where the police forces stand on a grid of equal tiles, so that a small area is seen as well as a large one.

The 43 forces of England and Wales, Police Scotland and the Police Service of Northern Ireland, each about where its
area lies among its neighbours. Columns run from west to east, rows from north to south.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tile:
    """The place of a force on the grid, by its id, and a name that fits the tile."""

    force: str
    column: int
    row: int
    short: str


TILES = (
    Tile("agency:police-scotland", 4, 0, "Scotland"),
    Tile("agency:northumbria-police", 5, 1, "Northumb."),
    Tile("agency:psni", 2, 2, "N Ireland"),
    Tile("agency:cumbria-constabulary", 4, 2, "Cumbria"),
    Tile("agency:durham-constabulary", 5, 2, "Durham"),
    Tile("agency:cleveland-police", 6, 2, "Cleveland"),
    Tile("agency:lancashire-constabulary", 4, 3, "Lancs"),
    Tile("agency:north-yorkshire-police", 5, 3, "N Yorks"),
    Tile("agency:humberside-police", 6, 3, "Humber"),
    Tile("agency:merseyside-police", 3, 4, "Mersey"),
    Tile("agency:greater-manchester-police", 4, 4, "Gr Manc"),
    Tile("agency:west-yorkshire-police", 5, 4, "W Yorks"),
    Tile("agency:south-yorkshire-police", 6, 4, "S Yorks"),
    Tile("agency:north-wales-police", 2, 5, "N Wales"),
    Tile("agency:cheshire-constabulary", 3, 5, "Cheshire"),
    Tile("agency:staffordshire-police", 4, 5, "Staffs"),
    Tile("agency:derbyshire-constabulary", 5, 5, "Derbys"),
    Tile("agency:nottinghamshire-police", 6, 5, "Notts"),
    Tile("agency:lincolnshire-police", 7, 5, "Lincs"),
    Tile("agency:dyfed-powys-police", 2, 6, "Dyfed-P"),
    Tile("agency:west-mercia-police", 3, 6, "W Mercia"),
    Tile("agency:west-midlands-police", 4, 6, "W Mids"),
    Tile("agency:leicestershire-police", 5, 6, "Leics"),
    Tile("agency:cambridgeshire-constabulary", 6, 6, "Cambs"),
    Tile("agency:norfolk-constabulary", 7, 6, "Norfolk"),
    Tile("agency:south-wales-police", 1, 7, "S Wales"),
    Tile("agency:gwent-police", 2, 7, "Gwent"),
    Tile("agency:gloucestershire-constabulary", 3, 7, "Glos"),
    Tile("agency:warwickshire-police", 4, 7, "Warks"),
    Tile("agency:northamptonshire-police", 5, 7, "Northants"),
    Tile("agency:bedfordshire-police", 6, 7, "Beds"),
    Tile("agency:suffolk-constabulary", 7, 7, "Suffolk"),
    Tile("agency:avon-and-somerset-police", 2, 8, "Avon-Som"),
    Tile("agency:wiltshire-police", 3, 8, "Wiltshire"),
    Tile("agency:thames-valley-police", 4, 8, "Thames V"),
    Tile("agency:hertfordshire-constabulary", 5, 8, "Herts"),
    Tile("agency:essex-police", 6, 8, "Essex"),
    Tile("agency:devon-and-cornwall-police", 1, 9, "Devon-C"),
    Tile("agency:dorset-police", 2, 9, "Dorset"),
    Tile("agency:hampshire-and-isle-of-wight-constabulary", 3, 9, "Hants"),
    Tile("agency:surrey-police", 4, 9, "Surrey"),
    Tile("agency:metropolitan-police-service", 5, 9, "Met"),
    Tile("agency:city-of-london-police", 6, 9, "City"),
    Tile("agency:sussex-police", 4, 10, "Sussex"),
    Tile("agency:kent-police", 5, 10, "Kent"),
)
