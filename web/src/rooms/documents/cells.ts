// What is filled into a form by hand, cell by cell: what of it was changed, and how it meets what
// somebody else has filled in meanwhile. Nothing that was typed is lost here.

export interface Cell {
  section: string;
  row: string;
  key: string;
  text: string;
}

export interface Concern {
  name: string;
  before: string;
  theirs: string;
  mine: string;
}

export interface Met {
  /** As the form goes on: theirs where only they changed it, mine everywhere else. */
  cells: Cell[];
  /** Changed by the others alone. */
  taken: Concern[];
  /** Changed by both, and differently: a person decides. */
  both: Concern[];
}

export const nameOf = ({ section, row, key }: Cell): string => `${section} ${row} ${key}`;

/** Rows that people add are numbered; those that the program gives have names. */
export const isNumbered = (row: string): boolean => /^\d+$/.test(row);

const textsOf = (cells: Cell[]) => new Map(cells.map((cell) => [nameOf(cell), cell.text]));

/** What is sent: only what the form was begun with otherwise, so that nobody else's cell is touched. */
export function changedCells(base: Cell[], cells: Cell[]): Cell[] {
  const before = textsOf(base);
  return cells.filter((cell) => (before.get(nameOf(cell)) ?? "") !== cell.text);
}

const rowOf = ({ section, row }: Cell): string => `${section} ${row}`;

/** Rows that both added bear the same number: mine come after theirs. */
function renumbered(base: Cell[], theirs: Cell[], mine: Cell[]): Cell[] {
  const known = new Set(base.map(rowOf));
  const taken = new Set(theirs.map(rowOf));
  const numbers = new Map<string, string>();
  return mine.map((cell) => {
    if (!isNumbered(cell.row) || known.has(rowOf(cell)) || !taken.has(rowOf(cell))) return cell;
    let number = numbers.get(rowOf(cell));
    if (number === undefined) {
      const all = [...theirs, ...mine].filter((one) => one.section === cell.section && isNumbered(one.row));
      const given = [...numbers].filter(([row]) => row.startsWith(`${cell.section} `)).map(([, one]) => Number(one));
      number = String(Math.max(...all.map((one) => Number(one.row)), ...given) + 1);
      numbers.set(rowOf(cell), number);
    }
    return { ...cell, row: number };
  });
}

/** The form as I have it, and as it is now: both began with `base`. */
export function meet(base: Cell[], theirs: Cell[], typed: Cell[]): Met {
  const mine = renumbered(base, theirs, typed);
  const [before, there, here] = [textsOf(base), textsOf(theirs), textsOf(mine)];
  const met: Met = { cells: [], taken: [], both: [] };
  const only = mine.filter((cell) => isNumbered(cell.row) && !there.has(nameOf(cell)));
  for (const cell of [...theirs, ...only]) {
    const name = nameOf(cell);
    const was = before.get(name) ?? "";
    const one: Concern = { name, before: was, theirs: there.get(name) ?? "", mine: here.get(name) ?? was };
    const changed = one.theirs !== was && one.mine !== one.theirs;
    const untouched = one.mine === was;
    if (changed) met[untouched ? "taken" : "both"].push(one);
    met.cells.push({ ...cell, text: changed && untouched ? one.theirs : one.mine });
  }
  // A row that they took out and I left alone is gone.
  const full = new Set(met.cells.filter((cell) => cell.text !== "").map(rowOf));
  const old = new Set(base.map(rowOf));
  met.cells = met.cells.filter((cell) => !isNumbered(cell.row) || full.has(rowOf(cell)) || !old.has(rowOf(cell)));
  return met;
}
