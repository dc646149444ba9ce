// Text out of the data is drawn as text: nothing in it may steer how the rest of the line reads.

const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
const SPACES = /[\t\n\r\f\v ]+/g;
const ELLIPSIS = "\u2026";

/** One line, with control characters (those that turn the reading direction among them) shown as their code. */
export function visible(text: string): string {
  return text.replace(SPACES, " ").replace(UNSEEN, (character) => {
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    return `[U+${code}]`;
  });
}

/** At most `length` characters of `text`, an ellipsis for the rest. Long text is cut before it is looked at. */
export function cut(text: string, length: number): string {
  const start = Array.from(visible(text.slice(0, length * 4)));
  if (start.length <= length && text.length <= length * 4) return start.join("");
  return start.slice(0, length - 1).join("").trimEnd() + ELLIPSIS;
}
