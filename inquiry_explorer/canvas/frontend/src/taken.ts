// Where on the screen something stands already.

export type Box = readonly [left: number, top: number, right: number, bottom: number];

/** Boxes already taken, looked up by cell, so that a name is drawn only where nothing stands. */
export class Taken {
  private cells = new Map<number, Box[]>();

  private *keys([left, top, right, bottom]: Box): Generator<number> {
    for (let x = Math.floor(left / 60); x <= Math.floor(right / 60); x++)
      for (let y = Math.floor(top / 60); y <= Math.floor(bottom / 60); y++) yield x * 4099 + y;
  }

  add(box: Box): void {
    for (const key of this.keys(box)) {
      const cell = this.cells.get(key);
      if (cell) cell.push(box);
      else this.cells.set(key, [box]);
    }
  }

  free([left, top, right, bottom]: Box): boolean {
    for (const key of this.keys([left, top, right, bottom]))
      for (const box of this.cells.get(key) ?? [])
        if (left < box[2] && right > box[0] && top < box[3] && bottom > box[1]) return false;
    return true;
  }
}
